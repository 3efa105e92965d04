using Marketplace.Domain.People;
using Marketplace.Domain.Regulations;

namespace Marketplace.Domain.Placements;

/// <summary>
/// What a placement costs its employer in a month: now, after half a year, and without any subsidy. Every amount of law is that of
/// <see cref="EmployerCost"/>; only what the municipality pays itself for this case (<see cref="Deviation"/>) goes off it here, never below 0.
/// Indicative.
/// </summary>
/// <param name="Now">On the first day, or today when that is later.</param>
/// <param name="NowOn">That day.</param>
/// <param name="Later">The same half a year later.</param>
/// <param name="LaterOn">That day.</param>
/// <param name="PaidNow">What the municipality pays itself on the first of those days, euro a month.</param>
/// <param name="PaidLater">The same on the second.</param>
public sealed record PlacementCost(EmployerCost Now, DateOnly NowOn, EmployerCost Later, DateOnly LaterOn, decimal PaidNow, decimal PaidLater)
{
    /// <summary>Euro a month now, if everything is granted.</summary>
    public decimal NetNow => Math.Max(0, Now.NetIfGranted!.Value - PaidNow);

    /// <summary>The same half a year later; null: not known yet.</summary>
    public decimal? NetLater => Later.Unknown.Contains("lks") ? null : Math.Max(0, Later.NetIfGranted!.Value - PaidLater);

    private const int LaterMonths = 6;

    /// <summary>Computes it; null when no wage belongs to the form or the wage is not known.</summary>
    /// <param name="facts">The placement.</param>
    /// <param name="today">Today.</param>
    /// <param name="book">The book, with the last known amounts where new ones are awaited.</param>
    public static PlacementCost? Of(PlacementCase facts, DateOnly today, RegulationBook book)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var start = facts.Placement.Terms.Start;
        var now = start > today ? start : today;
        var later = now.AddMonths(LaterMonths);
        if (!facts.HasRegulations || facts.Placement.Wage is null || facts.On(now, book).EmployerCost is not { } cost)
            return null;
        return new PlacementCost(cost, now, facts.On(later, book).EmployerCost!, later, Deviation.PaysOn(facts.Deviations, now), Deviation.PaysOn(facts.Deviations, later));
    }
}
