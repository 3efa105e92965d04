using Marketplace.Domain.Regulations;

namespace Marketplace.Domain.Placements;

/// <summary>
/// What a placement costs its employer in a month: now, after half a year, and without any subsidy. Every amount is that of
/// <see cref="EmployerCost"/>; nothing is computed here. Indicative.
/// </summary>
/// <param name="Now">On the first day, or today when that is later.</param>
/// <param name="NowOn">That day.</param>
/// <param name="Later">The same half a year later.</param>
/// <param name="LaterOn">That day.</param>
public sealed record PlacementCost(EmployerCost Now, DateOnly NowOn, EmployerCost Later, DateOnly LaterOn)
{
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
        return new PlacementCost(cost, now, facts.On(later, book).EmployerCost!, later);
    }
}
