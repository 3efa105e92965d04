using Marketplace.Domain.Placements;
using Marketplace.Domain.Regulations;
using Marketplace.Domain.Shared;

namespace Marketplace.Domain.FollowUp;

/// <summary>The first morning: the placement runs, and every reminder for the facts known is computed and stored.</summary>
public static class StartPlacement
{
    /// <summary>Starts a placement. The placement before it, when that still runs, becomes <see cref="PlacementState.NextStep"/>.</summary>
    /// <param name="followUp">The placement, agreed.</param>
    /// <param name="previous">The placement that it follows; null when it follows none.</param>
    /// <param name="book">The figures.</param>
    /// <param name="act">Today, on or after the first day of the work.</param>
    /// <exception cref="RefusalException">It is not agreed, or its first day has not come.</exception>
    public static void Start(PlacementFollowUp followUp, PlacementFollowUp? previous, RegulationBook book, Act act)
    {
        followUp.Placement.Start(act);
        if (previous is { Placement.State: PlacementState.Running })
            NextStep.Begin(previous, followUp.Placement, act);
        followUp.Renew(book, act);
    }
}
