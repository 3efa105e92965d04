using Marketplace.Domain.Shared;
using Marketplace.Domain.Vocabulary;

namespace Marketplace.Domain.Regulations;

/// <summary>What an employer assumes about a job; no person is among it.</summary>
/// <param name="HoursPerWeek">Hours of the contract, above 0 and at most 60.</param>
/// <param name="HourlyWage">Gross wage in euro per hour, above 0 and at most 1,000.</param>
/// <param name="EmployerCharges">Charges of this employer as a fraction of the wage, 0 to 1.</param>
/// <param name="GuidanceHours">Extra hours of a colleague who guides, per week; 0 to 60.</param>
/// <param name="GuidanceCost">What an hour of that colleague costs, euro; 0 to 1,000.</param>
/// <param name="FreedHours">Hours per week that the one who does the work now gets back; 0 to 60.</param>
/// <param name="FreedCost">What an hour of that one costs, euro; 0 to 1,000. 0: not known, and then not counted.</param>
public sealed record JobCostAssumptions(
    decimal HoursPerWeek,
    decimal HourlyWage,
    decimal EmployerCharges,
    decimal GuidanceHours = 0,
    decimal GuidanceCost = 0,
    decimal FreedHours = 0,
    decimal FreedCost = 0)
{
    /// <summary>Most hours in a week.</summary>
    public const int MostHours = 60;

    /// <summary>The highest amount per hour that is no typing error.</summary>
    public const int MostPerHour = 1_000;

    /// <summary>Refuses what cannot be.</summary>
    /// <exception cref="RefusalException">A number is out of its range; it carries which.</exception>
    internal void Guard()
    {
        if (HoursPerWeek is <= 0 or > MostHours || GuidanceHours is < 0 or > MostHours || FreedHours is < 0 or > MostHours
            || HourlyWage is <= 0 or > MostPerHour || GuidanceCost is < 0 or > MostPerHour || FreedCost is < 0 or > MostPerHour
            || EmployerCharges is < 0 or > 1)
        {
            throw new RefusalException(Refusal.JobCostOutOfRange);
        }
    }
}

/// <summary>One month of a job, in euro.</summary>
/// <param name="Number">1 is the first month.</param>
/// <param name="From">Its first day.</param>
/// <param name="WithoutSubsidy">Wage cost, guidance and freed hours together, without any arrangement.</param>
/// <param name="Least">The same with the most subsidy that is usual.</param>
/// <param name="Most">The same with the least subsidy that is usual.</param>
/// <param name="IsToBeAdjusted">An amount of law for this month is not published yet; the last known one was used.</param>
public sealed record JobCostMonth(int Number, DateOnly From, decimal WithoutSubsidy, decimal Least, decimal Most, bool IsToBeAdjusted);

/// <summary>
/// The price of a job (domain.md §10.6), computed without any person: wage, holiday allowance and charges, extra guidance, and the hours that a
/// specialist gets back. Every amount of law comes from the schemes; here guidance and freed hours are added to them, nothing else. Indicative.
/// </summary>
/// <param name="Assumptions">What was assumed.</param>
/// <param name="Wage">The wage cost of a month in its parts.</param>
/// <param name="Guidance">Extra guidance, euro per month.</param>
/// <param name="Freed">What the freed hours cost now, euro per month; it goes off.</param>
/// <param name="Months">24 months.</param>
public sealed record JobCost(JobCostAssumptions Assumptions, WageParts Wage, decimal Guidance, decimal Freed, IReadOnlyList<JobCostMonth> Months)
{
    /// <summary>How many months are told.</summary>
    public const int MonthCount = 24;

    /// <summary>Usual loonwaarde, percent: who can do less seldom has a job with loonkostensubsidie, who can do more hardly needs it (product.md).</summary>
    private const int LeastLoonwaarde = 30, MostLoonwaarde = 80;

    /// <summary>Grown up and far from the pension date, so that neither youth wage nor pension changes the price.</summary>
    private const int SomeAge = 40;

    private const string Measured = "lks", Flat = "lks-flat";

    /// <summary>The first month: with the flat subsidy of the start (PW 10d(1)b, (5)).</summary>
    public JobCostMonth Now => Months[0];

    /// <summary>The first month after the flat subsidy: with the measured one (PW 10d(4)).</summary>
    public JobCostMonth Later { get; private init; } = Months[0];

    /// <summary>The wage cost of a month without any arrangement.</summary>
    public decimal WithoutArrangements => Wage.Total;

    /// <summary>The wage cost of a month with loonkostensubsidie, from and to, rounded to tens as it is told before a person is known.</summary>
    public (decimal From, decimal To) WithSubsidy => (Tens(Later.Least - Guidance + Freed), Tens(Later.Most - Guidance + Freed));

    /// <summary>Computes the price.</summary>
    /// <param name="assumptions">What the employer assumes.</param>
    /// <param name="start">The first day of the job.</param>
    /// <param name="book">The book of the program.</param>
    /// <exception cref="RefusalException">An assumption is out of its range.</exception>
    public static JobCost Of(JobCostAssumptions assumptions, DateOnly start, RegulationBook book)
    {
        ArgumentNullException.ThrowIfNull(assumptions);
        ArgumentNullException.ThrowIfNull(book);
        assumptions.Guard();
        var lastKnown = book.WithLastKnown();
        var (guidance, freed) = (PerMonth(assumptions.GuidanceHours, assumptions.GuidanceCost), PerMonth(assumptions.FreedHours, assumptions.FreedCost));
        var beside = guidance - freed;
        var months = Enumerable.Range(0, MonthCount).Select(Month).ToList();
        var flatMonths = book.Whole(Terms.FlatMonths, start);
        return new JobCost(assumptions, WageParts.Of(Case(start, null), lastKnown)!, guidance, freed, months) { Later = months[Math.Min(flatMonths, MonthCount - 1)] };

        JobCostMonth Month(int number)
        {
            var on = start.AddMonths(number);
            var (flat, most, least) = (Subsidy(on, null, Flat), Subsidy(on, LeastLoonwaarde, Measured), Subsidy(on, MostLoonwaarde, Measured));
            var wage = Amount.Printed(EmployerCost.ExactWage(Case(on, null), lastKnown)!.Value);
            return new JobCostMonth(
                number + 1, on, wage + beside, wage - (flat ?? most ?? 0) + beside, wage - (flat ?? least ?? 0) + beside,
                Arrangements.Schemes.First(s => s.Code == (flat is null ? Measured : Flat)).Figures.Any(name => book.Shown(name, Case(on, null).ReferenceDay).IsToBeAdjusted));
        }

        decimal? Subsidy(DateOnly on, decimal? loonwaarde, string scheme) =>
            Arrangements.Of(Case(on, loonwaarde), lastKnown).EmployerCost!.Deductions.FirstOrDefault(d => d.Scheme == scheme)?.Month;

        // Somebody of the group of loonkostensubsidie, and nobody in particular.
        Facts Case(DateOnly on, decimal? loonwaarde) => new(
            on,
            new PersonFacts(new HashSet<Status> { Status.LksDoelgroep }, start.AddYears(-SomeAge), loonwaarde),
            new WorkFacts(
                Forms.Regular, start, HoursPerWeek: assumptions.HoursPerWeek, FullTimeHours: Math.Max(assumptions.HoursPerWeek, book.Number(Terms.ReferenceHours, start)),
                HourlyWage: assumptions.HourlyWage, EmployerCharges: assumptions.EmployerCharges));
    }

    private static decimal PerMonth(decimal hoursPerWeek, decimal perHour) => Amount.Printed(hoursPerWeek * EmployerCost.WeeksPerYear * perHour / 12);

    private static decimal Tens(decimal amount) => Math.Round(amount / 10, MidpointRounding.AwayFromZero) * 10;
}
