using Marketplace.Data;
using Marketplace.Data.Mail;
using Marketplace.Data.Privacy;
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

    /// <summary>Scans with a link that ended before this day.</summary>
    public static IQueryable<Scan> Scans(MarketplaceDbContext db, DateOnly before) => db.Scans.Where(s => s.Links.Any(l => l.ValidUntil < before));

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

    private async Task<int> PeopleAsync(DateOnly today, CancellationToken cancellationToken)
    {
        var until = KeptFor.PersonUntil(today);
        var forgotten = 0;
        foreach (var id in await db.HelpedUntil(until).Select(p => p.Id).TagWith("Forget.People").ToListAsync(cancellationToken))
        {
            db.ChangeTracker.Clear();

            // Read again: somebody may have gone on with the help. After this the version of the person is the claim.
            if (await db.HelpedUntil(until).TagWith("Forget.Person").SingleOrDefaultAsync(p => p.Id == id, cancellationToken) is not { } person)
                continue;
            await db.ForgetAsync(person, cancellationToken);
            forgotten += await db.TrySaveAsync(cancellationToken) ? 1 : 0;
        }

        return forgotten;
    }

    private async Task<int> ProposalsAsync(DateOnly today, CancellationToken cancellationToken)
    {
        var forgotten = 0;
        foreach (var over in (await db.OverProposalsAsync(today, cancellationToken)).Where(o => o.EndedOn < KeptFor.ProposalUntil(today, o.Agrees)))
        {
            db.ChangeTracker.Clear();
            db.RemoveRange(await db.OpenSteps.TagWith("Forget.StepsOfProposal").Where(s => s.ProposalId == over.Id).ToListAsync(cancellationToken));
            db.RemoveRange(await db.Introductions.TagWith("Forget.IntroductionsOfProposal").Where(i => i.ProposalId == over.Id).ToListAsync(cancellationToken));
            db.RemoveRange(await db.Proposals.TagWith("Forget.Proposal").Where(p => p.Id == over.Id).ToListAsync(cancellationToken));
            forgotten += await db.TrySaveAsync(cancellationToken) ? 1 : 0;
        }

        return forgotten;
    }

    private async Task<int> TasksAsync(DateOnly today, CancellationToken cancellationToken)
    {
        var forgotten = 0;
        foreach (var id in await Tasks(db, today).Select(t => t.Id).TagWith("Forget.Tasks").ToListAsync(cancellationToken))
        {
            db.ChangeTracker.Clear();
            db.RemoveRange(await db.OpenSteps.TagWith("Forget.StepsOfTask").Where(s => s.TaskId == id).ToListAsync(cancellationToken));
            db.RemoveRange(await db.WorkTasks.TagWith("Forget.Task").Where(t => t.Id == id && t.State == TaskState.Deleted).ToListAsync(cancellationToken));
            forgotten += await db.TrySaveAsync(cancellationToken) ? 1 : 0;
        }

        return forgotten;
    }

    private async Task<int> ScanLinksAsync(DateOnly today, CancellationToken cancellationToken)
    {
        var before = today.AddDays(-KeptFor.ScanLinkDays);
        var forgotten = 0;
        foreach (var id in await Scans(db, before).Select(s => s.Id).TagWith("Forget.Scans").ToListAsync(cancellationToken))
        {
            db.ChangeTracker.Clear();
            var scan = await db.Scans.TagWith("Forget.Scan").SingleAsync(s => s.Id == id, cancellationToken);
            scan.ForgetLinks(before);
            forgotten += await db.TrySaveAsync(cancellationToken) ? 1 : 0;
        }

        return forgotten;
    }
}
