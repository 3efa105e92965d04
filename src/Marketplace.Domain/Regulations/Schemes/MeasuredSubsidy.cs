namespace Marketplace.Domain.Regulations.Schemes;

/// <summary>Measured loonkostensubsidie: PW 10c and 10d(1)a, (2), (4), (7).</summary>
public sealed class MeasuredSubsidy : Scheme
{
    /// <inheritdoc/>
    public override string Code => "lks";

    /// <inheritdoc/>
    public override string Title => "Loonkostensubsidie";

    /// <inheritdoc/>
    public override string Basis => "PW 10c, 10d; 7(3)c; 10b(9)";

    /// <inheritdoc/>
    public override string DecidedBy => "municipality";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Figures => ["wml.month", "wml.holiday", "lks.cap", "lks.charges", "wml.youth"];

    /// <inheritdoc/>
    public override IReadOnlyList<Term> ReadTerms => [.. WageCostSubsidy.ReadTerms, Terms.ApplyMonths];

    /// <inheritdoc/>
    protected override Ruling Judge(Facts facts, RegulationBook book)
    {
        if (WageCostSubsidy.Refusal(facts) is { } refusal)
        {
            return Ruling.No(refusal);
        }

        var day = facts.ReferenceDay;
        if (facts.Person.Loonwaarde == 100)
        {
            return Ruling.No("loonwaarde-full");
        }

        if (!facts.GroupIsSure && facts.IsAlreadyInPaidWork && facts.On > facts.StartPlus(book.Whole(Terms.ApplyMonths, day)))
        {
            return Ruling.No("lks-too-late"); // PW 10d(2)
        }

        var row = facts.GroupIsSure ? new Ruling(Outcome.Yes, "lks-group") : new Ruling(Outcome.Conditional, "lks-group-to-determine");

        // The cap first, the charges on top (PW 10d(4)).
        var referenceMonth = WageCostSubsidy.ReferenceMonth(facts, book);
        var withHoliday = WageCostSubsidy.WithHoliday(referenceMonth, facts, book);
        var gap = withHoliday * (100 - facts.Person.Loonwaarde) / 100;
        var cap = withHoliday * book.On("lks.cap", day)?.Number() / 100;
        var subsidyBase = gap < cap ? gap : gap is null ? null : cap;
        var fullTimeMonth = WageCostSubsidy.FullTimeMonth(subsidyBase, facts, book);
        return row with
        {
            Needs = ["person.loonwaarde", "person.birthDate", "work.hoursPerWeek", "work.fullTimeHours"],
            Figures = WageCostSubsidy.Figures(facts, book, "wml.month", "wml.holiday", "lks.cap", "lks.charges"),
            FiguresOn = day,
            Amounts =
            [
                Amount.Of("referenceMonth", referenceMonth),
                Amount.Of("withHoliday", withHoliday),
                Amount.Of("gap", gap),
                Amount.Of("base", subsidyBase),
                Amount.Of("fullTimeMonth", fullTimeMonth),
                Amount.Of("month", WageCostSubsidy.Month(fullTimeMonth, facts, book)),
            ],
        };
    }
}
