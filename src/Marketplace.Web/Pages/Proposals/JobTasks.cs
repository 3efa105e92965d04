using Marketplace.Data;
using Marketplace.Domain.Work;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Web.Pages.Proposals;

/// <summary>The tasks of jobs as an employer reads them beside a person: most work first.</summary>
public static class JobTasks
{
    public static IReadOnlyList<JobTask> InOrder(IEnumerable<WorkTask> tasks) =>
        [.. tasks.OrderByDescending(t => t.Rhythm.MinutesPerWeek).ThenBy(t => t.Name, StringComparer.Ordinal).Select(t => new JobTask(t.Id, t.Name))];

    /// <summary>The tasks of several jobs, by job.</summary>
    public static async Task<ILookup<Guid, JobTask>> JobTasksAsync(this MarketplaceDbContext db, IReadOnlyCollection<Guid> jobIds, CancellationToken cancellationToken)
    {
        var tasks = await db.WorkTasks.AsNoTracking().Where(t => t.JobId != null && jobIds.Contains(t.JobId.Value))
            .TagWith("Proposals.Tasks").ToListAsync(cancellationToken);
        return tasks.GroupBy(t => t.JobId!.Value).SelectMany(job => InOrder(job), (job, task) => (job.Key, task)).ToLookup(t => t.Key, t => t.task);
    }
}
