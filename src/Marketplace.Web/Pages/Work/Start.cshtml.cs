using Marketplace.Data;
using Marketplace.Data.Work;
using Marketplace.Domain.Organisations;
using Marketplace.Domain.Proposals;
using Marketplace.Domain.Work;
using Marketplace.Web.Access;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Web.Pages.Work;

/// <summary>Where an employer begins: what to do, the own jobs, and who helps.</summary>
public sealed class StartModel(MarketplaceDbContext db, Acting acting) : PageModel
{
    private const int MostJobs = 100;

    public sealed record JobRow(Guid Id, string Title, JobState State, decimal? HoursMin, decimal? HoursMax, int Tasks, int Waiting);

    public IReadOnlyList<JobRow> Jobs { get; private set; } = [];

    public int ListedTasks { get; private set; }

    public Adviser? Adviser { get; private set; }

    public int Waiting => Jobs.Sum(j => j.Waiting);

    public bool IsEmpty => Jobs.Count == 0 && ListedTasks == 0;

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Jobs = await db.Jobs.VisibleTo(acting.Actor).AsNoTracking().OrderByDescending(j => j.Id).Take(MostJobs)
            .Select(j => new JobRow(
                j.Id, j.Title, j.State, j.HoursMin, j.HoursMax, j.Tasks.Count,
                db.Proposals.Count(p => p.JobId == j.Id && p.State == ProposalState.Proposed)))
            .TagWith("Work.Start.Jobs").ToListAsync(cancellationToken);
        ListedTasks = await db.WorkTasks.VisibleTo(acting.Actor).Where(t => t.State == TaskState.Listed)
            .TagWith("Work.Start.Tasks").CountAsync(cancellationToken);
        Adviser = await db.AdviserOfAsync(acting.OrganisationId, cancellationToken);
    }
}
