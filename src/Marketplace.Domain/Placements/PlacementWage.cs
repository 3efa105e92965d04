using Marketplace.Domain.Regulations;
using Marketplace.Domain.Shared;

namespace Marketplace.Domain.Placements;

/// <summary>What the contract says about the wage, and what it costs this employer.</summary>
/// <param name="HourlyWage">Gross wage, euro per hour, above 0 and at most 1,000.</param>
/// <param name="FullTimeHours">The full working week of this function, at most 60.</param>
/// <param name="EmployerCharges">Charges of this employer as a fraction of the wage, 0 to 1.</param>
public sealed record PlacementWage(decimal HourlyWage, decimal FullTimeHours, decimal EmployerCharges)
{
    /// <summary>Refuses what cannot be.</summary>
    /// <exception cref="RefusalException">A number is out of its range, or the full week is shorter than the hours of the contract.</exception>
    internal void Guard(PlacementTerms terms)
    {
        if (HourlyWage is <= 0 or > JobCostAssumptions.MostPerHour || FullTimeHours is <= 0 or > JobCostAssumptions.MostHours || EmployerCharges is < 0 or > 1)
            throw new RefusalException(Refusal.JobCostOutOfRange);
        if (FullTimeHours < terms.HoursPerWeek)
            throw new RefusalException(Refusal.FullWeekTooShort);
    }
}

/// <summary>What is missing when the municipality or UWV gives no job coach; it is counted, so that it can be mended.</summary>
public enum NoCoachBecause
{
    /// <summary>There is no budget left.</summary>
    Money,

    /// <summary>Too few hours were granted.</summary>
    Hours,

    /// <summary>There is nobody to do it.</summary>
    People,
}
