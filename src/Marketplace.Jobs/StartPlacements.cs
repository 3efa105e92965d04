using Marketplace.Data;
using Marketplace.Data.FollowUp;
using Marketplace.Domain.FollowUp;
using Marketplace.Domain.Organisations;
using Marketplace.Domain.Placements;
using Marketplace.Domain.Regulations;
using Marketplace.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Jobs;

/// <summary>A placement whose first day has come runs, and its reminders are computed.</summary>
public sealed class StartPlacements(MarketplaceDbContext db, RegulationBook book, TimeProvider clock) : IJob
{
    /// <summary>Placements that wait to be started.</summary>
    public static IQueryable<Placement> Due(MarketplaceDbContext db, DateOnly today) =>
        db.Placements.Where(p => p.State == PlacementState.Agreed && p.Terms.Start <= today);

    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var today = clock.Today();
        var due = await Due(db, today).Select(p => new { p.Id, p.PreviousId }).TagWith("StartPlacements.Due").ToListAsync(cancellationToken);
        var started = 0;
        foreach (var row in due)
        {
            db.ChangeTracker.Clear();
            var followUp = (await db.FollowUpOfAsync(row.Id, cancellationToken))!;
            var previous = await db.FollowUpOfAsync(row.PreviousId, cancellationToken);
            StartPlacement.Start(followUp, previous, book, new Act(Actor.Program, clock.GetUtcNow().UtcDateTime, today));
            db.Keep(followUp);
            started += await db.TrySaveAsync(cancellationToken) ? 1 : 0;
        }

        return started;
    }
}
