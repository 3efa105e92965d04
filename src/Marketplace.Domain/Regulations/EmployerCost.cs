namespace Marketplace.Domain.Regulations;

/// <summary>
/// What paid work costs the employer in a month, before and after what the schemes give. Everything after the wage is
/// computed from printed amounts, so the parts add up to the cent.
/// </summary>
/// <param name="Missing">The facts that the wage needs and that are not known; sorted.</param>
/// <param name="Wage">Euro per month with holiday allowance and employer charges; null when something is missing.</param>
/// <param name="Deductions">What goes off and is known, by scheme.</param>
/// <param name="Unknown">The schemes that may give something of which the amount is not known.</param>
/// <param name="Net">The wage without the deductions that are sure.</param>
/// <param name="NetIfGranted">The wage without all deductions.</param>
public sealed record EmployerCost(
    IReadOnlyList<string> Missing,
    decimal? Wage,
    IReadOnlyList<Deduction> Deductions,
    IReadOnlyList<string> Unknown,
    decimal? Net,
    decimal? NetIfGranted)
{
    internal const int WeeksPerYear = 52;

    /// <summary>The schemes that lower the cost, in the order of the answer, with the name of their amount per month.</summary>
    private static readonly (string Scheme, string Month)[] Givers = [("lks", "month"), ("lks-flat", "month"), ("lkv", "monthEstimate")];

    private static readonly string[] Needs = ["work.hoursPerWeek", "work.hourlyWage", "work.employerCharges"];

    /// <summary>The cost of paid work; null when no wage belongs to the form.</summary>
    /// <param name="facts">The facts.</param>
    /// <param name="results">The results of the schemes for these facts.</param>
    /// <param name="book">The figures.</param>
    public static EmployerCost? Of(Facts facts, IReadOnlyList<SchemeResult> results, RegulationBook book)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(book);
        if (!facts.IsPaid)
        {
            return null;
        }

        var wage = Round(ExactWage(facts, book));

        var given = (
            from giver in Givers
            from result in results
            where result.Scheme == giver.Scheme && result.Outcome != Outcome.No
            select (Result: result, Month: result.Number(giver.Month))).ToList();
        var known = given.Where(each => each.Month is not null).ToList();

        var net = wage - known.Where(each => each.Result.Outcome == Outcome.Yes).Sum(each => each.Month);
        var netIfGranted = wage - known.Sum(each => each.Month);
        return new EmployerCost(
            [.. Needs.Where(path => !facts.IsKnown(path)).Order(StringComparer.Ordinal)],
            wage,
            [.. known.Select(each => new Deduction(
                each.Result.Scheme, each.Result.Outcome, each.Month!.Value, each.Result.Until, netIfGranted + each.Month))],
            [.. given.Where(each => each.Month is null).Select(each => each.Result.Scheme)],
            net,
            netIfGranted);
    }

    /// <summary>Euro per month with holiday allowance and employer charges, before it is printed; null when something is missing.</summary>
    internal static decimal? ExactWage(Facts facts, RegulationBook book) =>
        facts.Work.HoursPerWeek * WeeksPerYear * facts.Work.HourlyWage
        * (1 + (book.Number(Terms.HolidayAllowance, facts.At) / 100)) * (1 + facts.Work.EmployerCharges) / 12;

    private static decimal? Round(decimal? exact) => exact is { } value ? Amount.Printed(value) : null;
}
