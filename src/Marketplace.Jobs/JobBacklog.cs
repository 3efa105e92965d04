using Marketplace.Data;
using Marketplace.Data.Mail;
using Marketplace.Domain.Shared;
using Marketplace.Jobs.Imports;
using Marketplace.Jobs.Narrowing;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Jobs;

/// <summary>
/// How many rows wait for each sweep now. It counts what the sweep itself would take, by the same query, and all of it in one statement. Old proposals of
/// <see cref="ForgetPeople"/> are not counted: their last day is known only from their history.
/// </summary>
public sealed class JobBacklog(MarketplaceDbContext db, NodeIndex node, TimeProvider clock)
{
    /// <summary>By the name of the sweep. One that looks at everything every time, so that nothing waits for it, is not among them.</summary>
    public async Task<IReadOnlyDictionary<string, int>> CountAsync(CancellationToken cancellationToken)
    {
        var (now, today, cursor) = (clock.GetUtcNow().UtcDateTime, clock.Today(), node.Cursor);
        var placements = StartPlacements.Due(db, today);
        var (notAsked, over) = (ConsentEndsSoon.NotAsked(db, today), ConsentEndsSoon.Over(db, today));
        var proposals = ProposalDeadlines.Due(db, today);
        var reminders = MakeRemindersDue.Due(db, today);
        var (newReminders, newSteps) = (SendDigests.NewReminders(db, today), SendDigests.NewSteps(db, today));
        var mail = DeliverMail.Waiting(db);
        var imports = RunImports.Waiting(db);
        var (tries, codes, sessions, invitations) = (ForgetAccounts.Tries(db, now), ForgetAccounts.Codes(db, now), ForgetAccounts.Sessions(db, now), ForgetAccounts.Invitations(db, now, today));
        var (people, tasks, scans, mails) = (ForgetPeople.People(db, today), ForgetPeople.Tasks(db, today), ForgetPeople.Scans(db, today), db.OldMails(now));

        // Some table must carry the row; there is always a user when somebody asks.
        var row = await db.Users.OrderBy(u => u.Id).Take(1).Select(_ => new
        {
            Placements = placements.Count(),
            Consents = notAsked.Count() + over.Count(),
            Proposals = proposals.Count(),
            Reminders = reminders.Count(),
            Digests = newReminders.Count() + newSteps.Count(),
            Mail = mail.Count(),
            Imports = imports.Count(),
            Index = db.IndexChanges.Count(c => c.Id > cursor),
            Accounts = tries.Count() + codes.Count() + sessions.Count() + invitations.Count(),
            Forgotten = people.Count() + tasks.Count() + scans.Count() + mails.Count(),
        }).TagWith("JobBacklog.Count").SingleAsync(cancellationToken);
        return new Dictionary<string, int>
        {
            [nameof(StartPlacements)] = row.Placements,
            [nameof(ConsentEndsSoon)] = row.Consents,
            [nameof(ProposalDeadlines)] = row.Proposals,
            [nameof(MakeRemindersDue)] = row.Reminders,
            [nameof(SendDigests)] = row.Digests,
            [nameof(DeliverMail)] = row.Mail,
            [nameof(RunImports)] = row.Imports,
            [nameof(IndexDrift)] = row.Index,
            [nameof(ForgetAccounts)] = row.Accounts,
            [nameof(ForgetPeople)] = row.Forgotten,
        };
    }
}
