namespace Marketplace.Domain.Regulations.Schemes;

/// <summary>No-riskpolis: UWV pays sickness money, ZW 29b and 29c.</summary>
public sealed class NoRisk : Scheme
{
    /// <inheritdoc/>
    public override string Code => "no-risk";

    /// <inheritdoc/>
    public override string Title => "No-riskpolis";

    /// <inheritdoc/>
    public override string Basis => "ZW 29b, 29c";

    /// <inheritdoc/>
    public override string DecidedBy => "UWV";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Figures => ["norisk.years"];

    /// <inheritdoc/>
    public override IReadOnlyList<Term> ReadTerms => [Terms.NoRiskWithinYears, Terms.NoRiskYears];

    /// <inheritdoc/>
    protected override Ruling Judge(Facts facts, RegulationBook book)
    {
        if (!facts.IsPaid)
        {
            return Ruling.No("no-wage");
        }

        if (facts.GroupIsSure || facts.HasAny(Status.DgrPw, Status.WajongArb, Status.WswBw))
        {
            return new Ruling(Outcome.Yes, "no-risk-lasting"); // ZW 29b(2), (11)
        }

        if (!facts.HasAny(Status.WiaWao, Status.AoLt35))
        {
            return facts.HasAny(Status.PwBijstand, Status.PwNug, Status.Beschut)
                ? new Ruling(Outcome.Conditional, "no-risk-group-to-determine") // ZW 29b(2)e
                : Ruling.No("no-risk-not-in-group");
        }

        var isLt35Only = !facts.Has(Status.WiaWao);
        var withinMonths = 12 * book.Whole(Terms.NoRiskWithinYears, facts.At);
        if (isLt35Only && facts.Work.Start > facts.Person.AoDeterminedOn?.AddMonths(withinMonths))
        {
            return Ruling.No("no-risk-too-late"); // ZW 29b(1)b under 4
        }

        var months = 12 * book.Whole(Terms.NoRiskYears, facts.At);
        var isOver = facts.At >= facts.StartPlus(months);
        var row =
            isOver ? new Ruling(Outcome.Conditional, "no-risk-extension") // ZW 29c
            : isLt35Only ? new Ruling(Outcome.Conditional, "no-risk-ao-lt35")
            : new Ruling(Outcome.Yes, "no-risk-5-years");
        return row with
        {
            Needs = isLt35Only ? ["person.aoDeterminedOn"] : [],
            Figures = Figures,
            FiguresOn = facts.At,
            Until = isOver ? null : facts.LastDayOf(months),
        };
    }
}
