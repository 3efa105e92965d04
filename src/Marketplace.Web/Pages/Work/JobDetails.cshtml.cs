using Marketplace.Data;
using Marketplace.Data.Work;
using Marketplace.Domain.FollowUp;
using Marketplace.Domain.Organisations;
using Marketplace.Domain.Proposals;
using Marketplace.Domain.Regulations;
using Marketplace.Domain.Shared;
using Marketplace.Domain.Work;
using Marketplace.Web.Access;
using Marketplace.Web.Posting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Web.Pages.Work;

/// <summary>One job, for its employer with the acts, for staff of the region as far as each may see it (lists.md §11).</summary>
public sealed class JobDetailsModel(MarketplaceDbContext db, Acting acting, RegulationBook book) : PageModel, IFormPage
{
    public sealed class Input
    {
        public Guid Version { get; set; }
    }

    public sealed record Step(DateTime At, JobState To, string By);

    [BindProperty]
    public Input In { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public Job Job { get; private set; } = null!;

    public string Organisation { get; private set; } = "";

    public IReadOnlyList<Step> History { get; private set; } = [];

    /// <summary>Proposals by state; empty for who may not see them.</summary>
    public IReadOnlyDictionary<ProposalState, int> Proposals { get; private set; } = new Dictionary<ProposalState, int>();

    /// <summary>For the employer only.</summary>
    public Adviser? Adviser { get; private set; }

    /// <summary>The last day on which the adviser calls about this job; null when the call was made or is not for this reader.</summary>
    public DateOnly? CallBefore { get; private set; }

    /// <summary>The tasks that a job coach suggested, by name.</summary>
    public IReadOnlyList<string> Suggested { get; private set; } = [];

    public bool IsOwn => acting.Actor.Role == Role.Employer;

    public bool IsCoach => acting.Actor.Role == Role.JobCoach;

    /// <summary>A consultant reads neither contact nor wage.</summary>
    public bool ShowsContact => acting.Actor.Role != Role.Consultant;

    /// <summary>What the job costs, for who reads wage; null when it has no tasks any more.</summary>
    public JobPricing? Pricing => ShowsContact && Job.Tasks.Count > 0 ? JobPricing.Of(Job, acting.Today, book) : null;

    /// <summary>Why the wage must go up: the minimum may rise while a job is online. For the employer only.</summary>
    public RefusalException? WageFault => IsOwn && Job.CanChange ? Job.WageFault(book, Job.FirstDay(acting.Today)) : null;

    /// <summary>An adviser, while the job is a concept: it may come from somebody without an account.</summary>
    public bool MayInvite => acting.Actor.Role == Role.EmployerAdviser && Job.State == JobState.Concept;
    public bool ShowsProposals => acting.Actor.Role is Role.Employer or Role.EmployerAdviser;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await LoadAsync(cancellationToken) ? Page() : NotFound();

    public async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        if (await FindAsync(cancellationToken) is not { } job)
            return false;
        (Job, In.Version) = (job, job.Version);
        Organisation = await db.Organisations.Where(o => o.Id == job.OrganisationId).Select(o => o.Name).TagWith("Work.JobDetails.Organisation").SingleAsync(cancellationToken);
        var steps = await db.History.Where(c => c.EntityId == Id && c.Entity == nameof(Domain.Work.Job)).OrderBy(c => c.At).ThenBy(c => c.Id)
            .Select(c => new { c.At, c.To, c.ByName }).TagWith("Work.JobDetails.History").ToListAsync(cancellationToken);
        History = [.. steps.Select(s => new Step(DutchCalendar.Local(s.At), Enum.Parse<JobState>(s.To), ShowsContact ? s.ByName : ""))];
        if (ShowsProposals)
        {
            Proposals = await db.Proposals.Where(p => p.JobId == Id).GroupBy(p => p.State).Select(g => new { g.Key, Count = g.Count() })
                .TagWith("Work.JobDetails.Proposals").ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken);
        }

        Suggested = await db.SuggestedAsync(job, cancellationToken);
        if (IsOwn)
        {
            Adviser = await db.AdviserOfAsync(job.OrganisationId, cancellationToken);
            CallBefore = await db.OpenSteps.Where(s => s.JobId == Id && s.Kind == StepKind.NewJob && s.DoneAt == null && !s.IsVoid)
                .Select(s => (DateOnly?)s.DueOn).TagWith("Work.JobDetails.Call").FirstOrDefaultAsync(cancellationToken);
        }

        return true;
    }

    public Task<IActionResult> OnPostEvenNietAsync(CancellationToken cancellationToken) =>
        ChangeAsync(job => job.Pause(acting.Now), "De functie staat nu op ‘even niet’.", cancellationToken);

    public Task<IActionResult> OnPostWeerOpenAsync(CancellationToken cancellationToken) =>
        ChangeAsync(job => job.Reopen(book, acting.Now), "De functie is weer open.", cancellationToken);

    /// <summary>Stops the job for good, but not while somebody waits for an answer.</summary>
    public async Task<IActionResult> OnPostStopAsync(CancellationToken cancellationToken) =>
        await db.Proposals.TagWith("Work.JobDetails.Waiting").AnyAsync(p => p.JobId == Id && p.OrganisationId == acting.OrganisationId && p.State == ProposalState.Proposed, cancellationToken)
            ? throw new RefusalException(Refusal.ProposalsWait)
            : await ChangeAsync(await StopAsync(cancellationToken), "De functie is gestopt. De taken staan weer op uw lijst.", cancellationToken);

    /// <summary>Nobody looks back at a job that is no more, or talks about its tasks.</summary>
    private async Task<Action<Job>> StopAsync(CancellationToken cancellationToken)
    {
        var steps = await db.OpenSteps.EndingWith(Id).TagWith("Work.JobDetails.EndingWith").ToListAsync(cancellationToken);
        return job => { job.Stop(acting.Now); steps.ForEach(s => s.Void()); };
    }

    private async Task<IActionResult> ChangeAsync(Action<Job> verb, string done, CancellationToken cancellationToken)
    {
        if (!IsOwn)
            return Forbid();
        if (await FindAsync(cancellationToken) is not { } job)
            return NotFound();
        db.Expect(job, In.Version);
        verb(job);
        await db.SaveChangesAsync(cancellationToken);
        TempData["Gelukt"] = done;
        return RedirectToPage(new { id = Id });
    }

    private Task<Job?> FindAsync(CancellationToken cancellationToken) => db.Jobs.VisibleTo(acting.Actor).Include(j => j.Tasks)
        .TagWith("Work.JobDetails").SingleOrDefaultAsync(j => j.Id == Id, cancellationToken);
}
