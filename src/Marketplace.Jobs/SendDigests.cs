using Marketplace.Data;
using Marketplace.Data.FollowUp;
using Marketplace.Data.Mail;
using Marketplace.Domain.FollowUp;
using Marketplace.Domain.Organisations;
using Marketplace.Domain.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Marketplace.Jobs;

/// <summary>
/// At most one digest a user a day, when something new waits: how many items wait and one link. No name, no code, no organisation.
/// An item is crossed off when everybody it belongs to was told, so that who had a digest before it came is told tomorrow.
/// </summary>
public sealed class SendDigests(MarketplaceDbContext db, IOptions<Mail.MailOptions> mail, TimeProvider clock) : IJob
{
    /// <summary>Reminders about which somebody is still to be told.</summary>
    public static IQueryable<Reminder> NewReminders(MarketplaceDbContext db, DateOnly today) => db.Reminders.Open().WaitingOn(today).Where(r => r.MailedOn == null);

    /// <summary>Steps about which somebody is still to be told.</summary>
    public static IQueryable<OpenStep> NewSteps(MarketplaceDbContext db, DateOnly today) =>
        db.OpenSteps.Where(s => s.DoneAt == null && !s.IsVoid && (s.SendOn <= today || s.DueOn < today) && s.MailedOn == null);

    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var today = clock.Today();
        if (!await NewReminders(db, today).TagWith("SendDigests.AnyReminder").AnyAsync(cancellationToken)
            && !await NewSteps(db, today).TagWith("SendDigests.AnyStep").AnyAsync(cancellationToken))
        {
            return 0;
        }

        var told = new HashSet<Guid>();
        var notTold = new HashSet<Guid>();
        var sent = 0;
        foreach (var user in (await MembersAsync(cancellationToken)).GroupBy(m => (m.Actor.UserId, m.Email)))
        {
            var (ids, waiting) = await CountAsync([.. user.Select(m => m.Actor)], today, cancellationToken);
            if (ids.Count == 0)
                continue;
            var isTold = await AddAsync(user.Key.UserId!.Value, user.Key.Email, waiting, today, cancellationToken);
            (isTold ? told : notTold).UnionWith(ids);
            sent += isTold ? 1 : 0;
        }

        await CrossOffAsync([.. told.Except(notTold)], today, cancellationToken);
        return sent;
    }

    private async Task<List<(Actor Actor, string Email)>> MembersAsync(CancellationToken cancellationToken)
    {
        var rows = await (
            from m in db.Memberships
            join u in db.Users on m.UserId equals u.Id
            where u.Email != null
            select new { m.UserId, m.OrganisationId, m.Role, m.IsManager, Email = u.Email! }).AsNoTracking().TagWith("SendDigests.Members").ToListAsync(cancellationToken);
        return [.. rows.Select(m => (new Actor(m.UserId, "", m.OrganisationId, "", m.Role, m.IsManager, []), m.Email))];
    }

    /// <summary>What is new for a user, and how much waits in all.</summary>
    private async Task<(List<Guid> New, int Waiting)> CountAsync(IReadOnlyList<Actor> actors, DateOnly today, CancellationToken cancellationToken)
    {
        var fresh = new List<Guid>();
        var waiting = 0;
        foreach (var actor in actors)
        {
            var mine = db.RemindersOf(actor).Select(r => r.Id);
            fresh.AddRange(await NewReminders(db, today).Where(r => mine.Contains(r.Id)).Select(r => r.Id).TagWith("SendDigests.Reminders").ToListAsync(cancellationToken));
            fresh.AddRange(await NewSteps(db, today).StepsOf(actor).Select(s => s.Id).TagWith("SendDigests.Steps").ToListAsync(cancellationToken));
            if (fresh.Count > 0)
                waiting += await db.CountOpenItemsAsync(actor, today, cancellationToken);
        }

        return (fresh, waiting);
    }

    /// <summary>False when this user had a digest today already.</summary>
    private async Task<bool> AddAsync(Guid userId, string email, int waiting, DateOnly today, CancellationToken cancellationToken)
    {
        if (await db.Messages.TagWith("SendDigests.HadOne").AnyAsync(m => m.UserId == userId && m.Day == today && m.About == "", cancellationToken))
            return false;
        var message = new Message
        {
            UserId = userId,
            Day = today,
            To = email,
            Subject = waiting == 1 ? "Er staat 1 ding voor u klaar" : $"Er staan {waiting} dingen voor u klaar",
            Body = $"""
                Goedendag,

                {(waiting == 1 ? "Er staat 1 ding op uw lijst." : $"Er staan {waiting} dingen op uw lijst.")} Log in en bekijk Te doen:
                {new Uri(new Uri(mail.Value.SiteAddress), "te-doen")}

                U krijgt hoogstens één bericht per dag.

                Ieder Talent
                """,
            CreatedAt = clock.GetUtcNow().UtcDateTime,
        };
        db.Messages.Add(message);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return true;
        }
        catch (DbUpdateException)
        {
            // Another worker was first: one digest a day is a unique index, not a hope.
            db.Entry(message).State = EntityState.Detached;
            return false;
        }
    }

    private async Task CrossOffAsync(List<Guid> ids, DateOnly today, CancellationToken cancellationToken)
    {
        foreach (var some in ids.Chunk(200))
        {
            db.ChangeTracker.Clear();
            foreach (var reminder in await db.Reminders.TagWith("SendDigests.CrossOff").Where(r => some.Contains(r.Id)).ToListAsync(cancellationToken))
                reminder.MailedOn = today;
            foreach (var step in await db.OpenSteps.TagWith("SendDigests.CrossOffSteps").Where(s => some.Contains(s.Id)).ToListAsync(cancellationToken))
                step.MailedOn = today;
            await db.SaveChangesAsync(cancellationToken);
        }
    }
}
