using Marketplace.Domain.FollowUp;
using Marketplace.Domain.Organisations;
using Marketplace.Domain.Shared;
using Marketplace.Domain.Work;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Data.Work;

/// <summary>Who may see which work (lists.md §11), and what pages about work ask for more than once.</summary>
public static class WorkQueries
{
    /// <summary>
    /// Employer: jobs of the own organisation. Adviser: jobs of the region, in every state. Consultant and job coach: open jobs of the
    /// region. Nobody else any.
    /// </summary>
    public static IQueryable<Job> VisibleTo(this IQueryable<Job> jobs, Actor actor)
    {
        var (organisation, regions) = (actor.OrganisationId, actor.Regions);
        return actor.Role switch
        {
            Role.Employer => jobs.Where(j => j.OrganisationId == organisation),
            Role.EmployerAdviser => jobs.Where(j => regions.Contains(j.RegionCode)),
            Role.Consultant or Role.JobCoach => jobs.Where(j => regions.Contains(j.RegionCode) && j.State == JobState.Open),
            _ => jobs.Where(j => false),
        };
    }

    /// <summary>Employer: tasks of the own organisation, also those in the bin. Others see tasks as part of a job only.</summary>
    public static IQueryable<WorkTask> VisibleTo(this IQueryable<WorkTask> tasks, Actor actor)
    {
        var organisation = actor.OrganisationId;
        return actor.Role == Role.Employer ? tasks.Where(t => t.OrganisationId == organisation) : tasks.Where(t => false);
    }

    /// <summary>Employer: scans of the own organisation. Adviser: those of the region. Nobody else any; a mailed link is judged apart.</summary>
    public static IQueryable<Scan> VisibleTo(this IQueryable<Scan> scans, Actor actor)
    {
        var (organisation, regions) = (actor.OrganisationId, actor.Regions);
        return actor.Role switch
        {
            Role.Employer => scans.Where(s => s.OrganisationId == organisation),
            Role.EmployerAdviser => scans.Where(s => regions.Contains(s.RegionCode)),
            _ => scans.Where(s => false),
        };
    }

    /// <summary>Tasks that were deleted so recently that they can still be put back.</summary>
    public static IQueryable<WorkTask> InBin(this IQueryable<WorkTask> tasks, DateOnly today)
    {
        var since = today.AddDays(-WorkTask.DaysInBin);
        return tasks.Where(t => t.State == TaskState.Deleted && t.DeletedOn >= since);
    }

    /// <summary>All tasks but those that lie in the bin too long.</summary>
    public static IQueryable<WorkTask> NotGone(this IQueryable<WorkTask> tasks, DateOnly today)
    {
        var since = today.AddDays(-WorkTask.DaysInBin);
        return tasks.Where(t => t.State != TaskState.Deleted || t.DeletedOn >= since);
    }

    /// <summary>What an hour costs of the functions of an organisation, as far as that is known; capitals do not count.</summary>
    public static async Task<IReadOnlyDictionary<string, decimal>> FunctionCostsAsync(this MarketplaceDbContext db, Guid organisationId, CancellationToken cancellationToken) =>
        (await db.WorkerFunctions.AsNoTracking().Where(f => f.OrganisationId == organisationId && f.CostPerHour != null).TagWith("Work.FunctionCosts").ToListAsync(cancellationToken))
            .ToDictionary(f => f.Name, f => f.CostPerHour!.Value, StringComparer.CurrentCultureIgnoreCase);

    /// <summary>One organisation with its sites and regions, as a new job needs it.</summary>
    public static IQueryable<Organisation> WithPlaces(this IQueryable<Organisation> organisations, Guid id) => organisations
        .Where(o => o.Id == id).Include(o => o.Sites).Include(o => o.Regions).AsSplitQuery().TagWith("Work.Organisation");

    /// <summary>The open item of the adviser about a task on which nothing was asked.</summary>
    public static IQueryable<OpenStep> AboutTaskNotAsked(this IQueryable<OpenStep> steps, Guid taskId) =>
        steps.Where(s => s.Kind == StepKind.TaskNotAsked && s.TaskId == taskId && s.DoneAt == null && !s.IsVoid);

    /// <summary>The open item of the adviser about tasks that a job coach suggested.</summary>
    public static IQueryable<OpenStep> AboutSuggestedTasks(this IQueryable<OpenStep> steps, Guid jobId) =>
        steps.Where(s => s.Kind == StepKind.TasksSuggested && s.JobId == jobId && s.DoneAt == null && !s.IsVoid);

    /// <summary>
    /// The tasks from which a job coach may carve for this job: its own, and those on the list of the same employer (matching.md §9). Own
    /// tasks first; what may not move is left out.
    /// </summary>
    public static IQueryable<WorkTask> InventoryOf(this IQueryable<WorkTask> tasks, Job job) => tasks
        .Where(t => t.OrganisationId == job.OrganisationId && t.MayMove && (t.JobId == job.Id || t.State == TaskState.Listed))
        .OrderByDescending(t => t.JobId == job.Id).ThenBy(t => t.Name).ThenBy(t => t.Id);

    /// <summary>Names of the tasks that a job coach suggested for a job, as far as they can still be chosen.</summary>
    public static async Task<IReadOnlyList<string>> SuggestedAsync(this MarketplaceDbContext db, Job job, CancellationToken cancellationToken) => job.SuggestedTasks.Count == 0
        ? []
        : await db.WorkTasks.InventoryOf(job).Where(t => job.SuggestedTasks.Contains(t.Id)).Select(t => t.Name).TagWith("Work.Suggested").ToListAsync(cancellationToken);

    /// <summary>The open items that make no sense any more once a job is stopped.</summary>
    public static IQueryable<OpenStep> EndingWith(this IQueryable<OpenStep> steps, Guid jobId) =>
        steps.LookingBack(jobId).Union(steps.AboutSuggestedTasks(jobId));

    /// <summary>
    /// Makes sure that the other one reads a scan: the employer what the adviser wrote, the adviser what the employer wrote. One open item is
    /// enough. The caller saves.
    /// </summary>
    public static async Task TellOfScanAsync(this MarketplaceDbContext db, Scan scan, bool byAdviser, Act act, CancellationToken cancellationToken)
    {
        var step = AdviserCall.AboutScan(scan, await db.AdviserOfAsync(scan.OrganisationId, cancellationToken), byAdviser, act);
        if (!await db.OpenSteps.TagWith("Work.ReadScan").AnyAsync(
            s => s.Kind == StepKind.ReadScan && s.About == step.About && s.Recipient == step.Recipient && s.DoneAt == null && !s.IsVoid, cancellationToken))
        {
            db.OpenSteps.Add(step);
        }
    }

    /// <summary>The open item of the adviser to look back at the tasks of a job.</summary>
    public static IQueryable<OpenStep> LookingBack(this IQueryable<OpenStep> steps, Guid jobId) =>
        steps.Where(s => s.Kind == StepKind.LookBack && s.JobId == jobId && s.DoneAt == null && !s.IsVoid);

    /// <summary>
    /// Who helps this organisation: its named adviser as long as that one is an adviser in a region of the organisation, otherwise the
    /// desk of the region; null when the region has no adviser at all.
    /// </summary>
    public static async Task<Adviser?> AdviserOfAsync(this MarketplaceDbContext db, Guid organisationId, CancellationToken cancellationToken)
    {
        var row = await (
            from o in db.Organisations
            where o.Id == organisationId
            from m in db.Memberships
            where m.Role == Role.EmployerAdviser
            join desk in db.Organisations on m.OrganisationId equals desk.Id
            join user in db.Users on m.UserId equals user.Id
            where desk.Regions.Any(r => o.Regions.Any(own => own.RegionCode == r.RegionCode))
            let isNamed = m.UserId == o.AdviserId
            orderby isNamed descending, desk.Name, desk.Id
            select new { isNamed, m.UserId, user.DisplayName, desk.Id, desk.Name, desk.ContactName, desk.Phone })
            .TagWith("Work.Adviser").FirstOrDefaultAsync(cancellationToken);
        return row switch
        {
            null => null,
            { isNamed: true } => new Adviser(row.UserId, row.Id, row.DisplayName, row.Phone),
            _ => new Adviser(null, row.Id, row.ContactName.Length > 0 ? row.ContactName : row.Name, row.Phone),
        };
    }
}
