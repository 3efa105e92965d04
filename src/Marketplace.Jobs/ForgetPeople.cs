using Marketplace.Data;
using Marketplace.Data.Mail;
using Marketplace.Data.Privacy;
using Marketplace.Domain.People;
using Marketplace.Domain.Privacy;
using Marketplace.Domain.Shared;
using Marketplace.Domain.Work;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Jobs;

/// <summary>
/// Forgets what was kept long enough (<see cref="KeptFor"/>): people who are no longer helped with everything about them, proposals of which nothing
/// came, tasks that lay in the bin, links to scans and mails. Each goes in one transaction, after a look whether it still may; the audit log says that
/// it went, by its id.
/// </summary>
public sealed class ForgetPeople(MarketplaceDbContext db, TimeProvider clock) : IJob
{
    /// <summary>Tasks that lay in the bin long enough.</summary>
    public static IQueryable<WorkTask> Tasks(MarketplaceDbContext db, DateOnly today)
    {
        var since = today.AddDays(-WorkTask.DaysInBin);
        return db.WorkTasks.Where(t => t.State == TaskState.Deleted && t.DeletedOn < since);
    }

    /// <summary>People who are no longer helped, long enough ago.</summary>
    public static IQueryable<Person> People(MarketplaceDbContext db, DateOnly today) => db.HelpedUntil(KeptFor.PersonUntil(today));

    /// <summary>Scans with a link that ended long enough ago.</summary>
    public static IQueryable<Scan> Scans(MarketplaceDbContext db, DateOnly today)
    {
        var before = KeptFor.ScanLinkUntil(today);
        return db.Scans.Where(s => s.Links.Any(l => l.ValidUntil < before));
    }

    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var today = clock.Today();
        var forgotten = await PeopleAsync(today, cancellationToken)
            + await ProposalsAsync(today, cancellationToken)
            + await TasksAsync(today, cancellationToken)
            + await ScanLinksAsync(today, cancellationToken)
            + await db.ForgetOldMailsAsync(clock.GetUtcNow().UtcDateTime, cancellationToken);
        await db.LookAtRowsAsync(cancellationToken);
        return forgotten;
    }

    private async Task<int> PeopleAsync(DateOnly today, CancellationToken cancellationToken) => await EachAsync(
        await People(db, today).Select(p => p.Id).TagWith("Forget.People").ToListAsync(cancellationToken),
        async id =>
        {
            // Read again: somebody may have gone on with the help. After this the version of the person is the claim.
            if (await People(db, today).TagWith("Forget.Person").SingleOrDefaultAsync(p => p.Id == id, cancellationToken) is not { } person)
                return false;
            await db.ForgetAsync(person, cancellationToken);
            return true;
        },
        cancellationToken);

    private async Task<int> ProposalsAsync(DateOnly today, CancellationToken cancellationToken) => await EachAsync(
        (await db.OverProposalsAsync(today, cancellationToken)).Where(o => o.EndedOn < KeptFor.ProposalUntil(today, o.Agrees)).Select(o => o.Id),
        async id =>
        {
            db.RemoveRange(await db.OpenSteps.TagWith("Forget.StepsOfProposal").Where(s => s.ProposalId == id).ToListAsync(cancellationToken));
            db.RemoveRange(await db.Introductions.TagWith("Forget.IntroductionsOfProposal").Where(i => i.ProposalId == id).ToListAsync(cancellationToken));
            db.RemoveRange(await db.Proposals.TagWith("Forget.Proposal").Where(p => p.Id == id).ToListAsync(cancellationToken));
            return true;
        },
        cancellationToken);

    private async Task<int> TasksAsync(DateOnly today, CancellationToken cancellationToken) => await EachAsync(
        await Tasks(db, today).Select(t => t.Id).TagWith("Forget.Tasks").ToListAsync(cancellationToken),
        async id =>
        {
            db.RemoveRange(await db.OpenSteps.TagWith("Forget.StepsOfTask").Where(s => s.TaskId == id).ToListAsync(cancellationToken));
            db.RemoveRange(await db.WorkTasks.TagWith("Forget.Task").Where(t => t.Id == id && t.State == TaskState.Deleted).ToListAsync(cancellationToken));
            return true;
        },
        cancellationToken);

    private async Task<int> ScanLinksAsync(DateOnly today, CancellationToken cancellationToken) => await EachAsync(
        await Scans(db, today).Select(s => s.Id).TagWith("Forget.Scans").ToListAsync(cancellationToken),
        async id =>
        {
            (await db.Scans.TagWith("Forget.Scan").SingleAsync(s => s.Id == id, cancellationToken)).ForgetLinks(KeptFor.ScanLinkUntil(today));
            return true;
        },
        cancellationToken);

    /// <summary>One by one, each in a transaction of its own; who was changed meanwhile waits for the next run.</summary>
    /// <param name="ids">What to forget.</param>
    /// <param name="mark">Marks it and all that goes with it as removed. False: it may not go any more.</param>
    /// <param name="cancellationToken">Stops between two.</param>
    private async Task<int> EachAsync(IEnumerable<Guid> ids, Func<Guid, Task<bool>> mark, CancellationToken cancellationToken)
    {
        var forgotten = 0;
        foreach (var id in ids)
        {
            db.ChangeTracker.Clear();
            forgotten += await mark(id) && await db.TrySaveAsync(cancellationToken) ? 1 : 0;
        }

        return forgotten;
    }
}
