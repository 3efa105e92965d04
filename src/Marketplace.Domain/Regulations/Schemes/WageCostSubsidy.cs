namespace Marketplace.Domain.Regulations.Schemes;

/// <summary>What the measured and the flat loonkostensubsidie share: the group (PW 7(3)c, 10c, 10d(3)) and the amount per month (PW 10d(4), (5)).</summary>
internal static class WageCostSubsidy
{
    /// <summary>The terms that both read.</summary>
    public static IReadOnlyList<Term> ReadTerms => [Terms.AdultAge, Terms.ReferenceHours];

    /// <summary>Why neither subsidy is possible, or null.</summary>
    public static string? Refusal(Facts facts)
    {
        if (!facts.IsPaid)
        {
            return "no-wage";
        }

        if (facts.Has(Status.WswBw))
        {
            return "lks-not-wsw";
        }

        if (facts.HasAny(Status.WajongArb, Status.WiaWao, Status.Ww) && !facts.GroupIsSure)
        {
            return "lks-uwv-helps";
        }

        return facts.HasAny(Status.LksDoelgroep, Status.Beschut, Status.DgrPw, Status.PwBijstand, Status.PwNug) ? null : "lks-not-in-group";
    }

    /// <summary>
    /// The reference month of a full working week for the age on the reference day, with the youth percentage of bbl for who
    /// learns on a work-based route (PW 2; WML 8(1)b; BMJ 2, 3), rounded.
    /// </summary>
    public static decimal? ReferenceMonth(Facts facts, RegulationBook book)
    {
        var day = facts.ReferenceDay;
        var exact = book.On("wml.month", day)?.Number() * MinimumWage.SharePercentage(facts, book, day) / 100;
        return exact is { } month ? Amount.Printed(month) : null;
    }

    /// <summary>The reference month with holiday allowance (WML 15).</summary>
    public static decimal? WithHoliday(decimal? referenceMonth, Facts facts, RegulationBook book) =>
        referenceMonth * (100 + book.On("wml.holiday", facts.ReferenceDay)?.Number()) / 100;

    /// <summary>The subsidy of a full working week with the employer charges on top.</summary>
    public static decimal? FullTimeMonth(decimal? subsidyBase, Facts facts, RegulationBook book) =>
        subsidyBase * (100 + book.On("lks.charges", facts.ReferenceDay)?.Number()) / 100;

    /// <summary>The subsidy for the hours of the contract, at most the full week of the function.</summary>
    public static decimal? Month(decimal? fullTimeMonth, Facts facts, RegulationBook book) =>
        facts.Work is { HoursPerWeek: { } hours, FullTimeHours: { } full }
            ? fullTimeMonth * Math.Min(hours, full) / book.Number(Terms.ReferenceHours, facts.ReferenceDay)
            : null;

    /// <summary>The figures, with the youth percentages only for a person younger than the adult age.</summary>
    public static IReadOnlyList<string> Figures(Facts facts, RegulationBook book, params IReadOnlyList<string> figures) =>
        MinimumWage.IsYoung(facts, book, facts.ReferenceDay) ? [.. figures, "wml.youth"] : figures;
}
