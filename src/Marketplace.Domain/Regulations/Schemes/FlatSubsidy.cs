namespace Marketplace.Domain.Regulations.Schemes;

/// <summary>Flat loonkostensubsidie of the first months, by agreement: PW 10d(1)b and (5).</summary>
public sealed class FlatSubsidy : Scheme
{
    /// <inheritdoc/>
    public override string Code => "lks-flat";

    /// <inheritdoc/>
    public override string Title => "Vaste loonkostensubsidie";

    /// <inheritdoc/>
    public override string Basis => "PW 10d(1)b, (5)";

    /// <inheritdoc/>
    public override string DecidedBy => "municipality with the employer";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Figures => ["wml.month", "wml.holiday", "lks.flat", "lks.charges", "wml.youth"];

    /// <inheritdoc/>
    public override IReadOnlyList<Term> ReadTerms => [.. WageCostSubsidy.ReadTerms, Terms.FlatMonths];

    /// <inheritdoc/>
    protected override Ruling Judge(Facts facts, RegulationBook book)
    {
        if (WageCostSubsidy.Refusal(facts) is { } refusal)
        {
            return Ruling.No(refusal);
        }

        if (facts.Person.Loonwaarde is not null)
        {
            return Ruling.No("loonwaarde-known");
        }

        var day = facts.ReferenceDay;
        var months = book.Whole(Terms.FlatMonths, day);
        if (facts.At >= facts.StartPlus(months))
        {
            return Ruling.No("flat-over");
        }

        if (!facts.GroupIsSure && facts.IsAlreadyInPaidWork)
        {
            return Ruling.No("flat-not-afterwards"); // PW 10d(2) knows the measured subsidy only
        }

        var row = facts.GroupIsSure
            ? new Ruling(Outcome.Conditional, "flat-agreement")
            : new Ruling(Outcome.Conditional, "lks-group-to-determine", "flat-agreement");

        var referenceMonth = WageCostSubsidy.ReferenceMonth(facts, book);
        var withHoliday = WageCostSubsidy.WithHoliday(referenceMonth, facts, book);
        var subsidyBase = withHoliday * book.On("lks.flat", day)?.Number("percentage") / 100;
        var fullTimeMonth = WageCostSubsidy.FullTimeMonth(subsidyBase, facts, book);
        return row with
        {
            Needs = ["person.birthDate", "work.hoursPerWeek", "work.fullTimeHours"],
            Figures = WageCostSubsidy.Figures(facts, book, "wml.month", "wml.holiday", "lks.flat", "lks.charges"),
            FiguresOn = day,
            Until = facts.LastDayOf(months),
            Amounts =
            [
                Amount.Of("referenceMonth", referenceMonth),
                Amount.Of("withHoliday", withHoliday),
                Amount.Of("base", subsidyBase),
                Amount.Of("fullTimeMonth", fullTimeMonth),
                Amount.Of("month", WageCostSubsidy.Month(fullTimeMonth, facts, book)),
            ],
        };
    }
}
