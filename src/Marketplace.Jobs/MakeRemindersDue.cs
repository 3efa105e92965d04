using Marketplace.Data;
using Marketplace.Domain.FollowUp;
using Marketplace.Domain.Organisations;
using Marketplace.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Jobs;

/// <summary>
/// A reminder whose sending day has come becomes due: it was sent, and stays when facts change. A row is claimed first, so that two
/// workers do not both handle it; a claim of a worker that died runs out.
/// </summary>
public sealed class MakeRemindersDue(MarketplaceDbContext db, TimeProvider clock) : IJob
{
    /// <summary>How long a claim holds.</summary>
    public static readonly TimeSpan ClaimTime = TimeSpan.FromMinutes(5);

    private const int AtOnce = 200;

    /// <summary>Reminders that wait to become due.</summary>
    public static IQueryable<Reminder> Due(MarketplaceDbContext db, DateOnly today) =>
        db.Reminders.Where(r => r.State == ReminderState.Planned && r.SentAt == null && (r.SendOn <= today || r.LegalDate < today));

    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var handled = 0;
        while (await ClaimAsync(cancellationToken) is { Count: > 0 } claimed)
        {
            db.ChangeTracker.Clear();
            var act = new Act(Actor.Program, clock.GetUtcNow().UtcDateTime, clock.Today());
            foreach (var reminder in await db.Reminders.TagWith("MakeRemindersDue.Claimed").Where(r => claimed.Contains(r.Id)).ToListAsync(cancellationToken))
                reminder.MakeDue(act);
            if (!await db.TrySaveAsync(cancellationToken))
                break; // somebody answered one of them a moment ago; the claims run out and the next run goes on
            handled += claimed.Count;
        }

        return handled;
    }

    private async Task<List<Guid>> ClaimAsync(CancellationToken cancellationToken)
    {
        var (today, now) = (clock.Today(), clock.GetUtcNow().UtcDateTime);
        var due = Due(db, today).Where(r => r.ClaimedUntil == null || r.ClaimedUntil < now);
        var claimed = new List<Guid>();
        foreach (var id in await due.OrderBy(r => r.SendOn).Take(AtOnce).Select(r => r.Id).TagWith("MakeRemindersDue.Due").ToListAsync(cancellationToken))
        {
            if (await due.Where(r => r.Id == id).TagWith("MakeRemindersDue.Claim")
                .ExecuteUpdateAsync(set => set.SetProperty(r => r.ClaimedUntil, now + ClaimTime), cancellationToken) == 1)
            {
                claimed.Add(id);
            }
        }

        return claimed;
    }
}
