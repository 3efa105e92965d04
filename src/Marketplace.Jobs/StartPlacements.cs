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
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var today = clock.Today();
        var due = await db.Placements.TagWith("StartPlacements.Due")
            .Where(p => p.State == PlacementState.Agreed && p.Terms.Start <= today).Select(p => new { p.Id, p.PreviousId }).ToListAsync(cancellationToken);
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
