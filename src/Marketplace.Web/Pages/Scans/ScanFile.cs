using Marketplace.Data;
using Marketplace.Data.Work;
using Marketplace.Domain.Work;
using Marketplace.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Web.Pages.Scans;

/// <summary>A scan with what it fills.</summary>
/// <param name="Scan">The scan.</param>
/// <param name="Job">Its job with tasks.</param>
/// <param name="Tasks">The tasks of the scan, also those that stay where they are; by name.</param>
public sealed record ScanFile(Scan Scan, Job Job, IReadOnlyList<WorkTask> Tasks)
{
    /// <summary>Once the job went online, or was stopped, it is changed at the job itself, and no more by adviser or link.</summary>
    public bool IsOpen => Job.State == JobState.Concept;

    /// <summary>The scan for who may see it by role, or by its link; null when there is none.</summary>
    /// <param name="db">The database.</param>
    /// <param name="id">The scan.</param>
    /// <param name="acting">Who asks.</param>
    /// <param name="byLink">The scan that the link of this browser opens.</param>
    /// <param name="cancellationToken">Stops.</param>
    public static async Task<ScanFile?> FindAsync(MarketplaceDbContext db, Guid id, Acting acting, Guid? byLink, CancellationToken cancellationToken)
    {
        var visible = acting.Actor.Role is null && byLink == id ? db.Scans : db.Scans.VisibleTo(acting.Actor);
        if (await visible.Where(s => s.Id == id).AsSplitQuery().TagWith("Scan.Find").SingleOrDefaultAsync(cancellationToken) is not { } scan)
            return null;
        var job = await db.Jobs.Include(j => j.Tasks).TagWith("Scan.Job").SingleAsync(j => j.Id == scan.JobId, cancellationToken);
        var tasks = await db.WorkTasks.Where(t => scan.TaskIds.Contains(t.Id) && t.State != TaskState.Deleted).OrderBy(t => t.Name).ThenBy(t => t.Id)
            .TagWith("Scan.Tasks").ToListAsync(cancellationToken);
        return new ScanFile(scan, job, tasks);
    }
}
