using Marketplace.Data;
using Marketplace.Data.FollowUp;
using Marketplace.Domain.FollowUp;
using Marketplace.Domain.Organisations;
using Marketplace.Domain.Placements;
using Marketplace.Domain.Regulations;
using Marketplace.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Jobs;

/// <summary>
/// Daily: the horizon has moved and figures may have changed, so the reminders and rights of every placement are computed again, and the
/// lines of every person as a candidate. The same facts change nothing.
/// </summary>
public sealed class RecomputeReminders(MarketplaceDbContext db, RegulationBook book, TimeProvider clock) : IJob
{
    private const int PeopleAtOnce = 100;

    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var act = new Act(Actor.Program, clock.GetUtcNow().UtcDateTime, clock.Today());
        return await PlacementsAsync(act, cancellationToken) + await PeopleAsync(act, cancellationToken);
    }

    private async Task<int> PlacementsAsync(Act act, CancellationToken cancellationToken)
    {
        var changed = 0;
        var active = await db.Placements.TagWith("RecomputeReminders.Active").Where(p => p.State == PlacementState.Agreed || p.State == PlacementState.Running).Select(p => p.Id).ToListAsync(cancellationToken);
        foreach (var id in active)
        {
            db.ChangeTracker.Clear();
            var followUp = (await db.FollowUpOfAsync(id, cancellationToken))!;
            followUp.Renew(book, act);
            await db.ArrangeRightsAsync(followUp, book, act, cancellationToken);
            db.Keep(followUp);
            changed += db.ChangeTracker.HasChanges() && await db.TrySaveAsync(cancellationToken) ? 1 : 0;
        }

        return changed;
    }

    private async Task<int> PeopleAsync(Act act, CancellationToken cancellationToken)
    {
        var changed = 0;
        var everybody = await db.People.TagWith("RecomputeReminders.People").OrderBy(p => p.Id).Select(p => p.Id).ToListAsync(cancellationToken);
        foreach (var ids in everybody.Chunk(PeopleAtOnce))
        {
            db.ChangeTracker.Clear();
            await db.RenewPeopleAsync(ids, book, act, cancellationToken);
            var lines = db.ChangeTracker.Entries<Reminder>().Count(e => e.State != EntityState.Unchanged);
            changed += await db.TrySaveAsync(cancellationToken) ? lines : 0;
        }

        return changed;
    }
}
