using Marketplace.Data;
using Marketplace.Data.Work;
using Marketplace.Domain.Organisations;
using Marketplace.Domain.Regulations;
using Marketplace.Domain.Vocabulary;
using Marketplace.Domain.Work;
using Marketplace.Web.Access;
using Marketplace.Web.Posting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Web.Pages.Work;

/// <summary>
/// Everything of a concept in one view, with one list of what blocks and what to look at, the questions that are asked before it goes online,
/// and the button that publishes it. A job that is online comes here only to answer those questions again.
/// </summary>
public sealed class CheckJobModel(MarketplaceDbContext db, Acting acting, RegulationBook book) : PageModel, IFormPage
{
    public sealed class Input
    {
        public Guid Version { get; set; }
    }

    [BindProperty]
    public Input In { get; set; } = new();

    /// <summary>The questions about unpaid work; a form of its own.</summary>
    [BindProperty]
    public DisplacementInput Unpaid { get; set; } = new();

    /// <summary>The yes of the team; a form of its own.</summary>
    [BindProperty]
    public TeamInput Team { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public Job Job { get; private set; } = null!;

    /// <summary>What blocks and what to look at; empty when all is well.</summary>
    public IReadOnlyList<JobCheckItem> Items { get; private set; } = [];

    public bool IsConcept => Job.State == JobState.Concept;

    /// <summary>An employer with a job online sees the questions too: the form may change, or a second task may come in.</summary>
    public bool AsksUnpaid => Forms.AsksDisplacement(Job.Form) || !IsConcept;

    public bool AsksTeam => Job.IsCarved || !IsConcept;

    public JobPricing Pricing => JobPricing.Of(Job, acting.Today, book);

    public Adviser? Adviser { get; private set; }

    public DateOnly CallBefore => AdviserCall.DueOn(acting.Today);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        !await LoadAsync(cancellationToken) ? NotFound() : Job.CanChange ? Page() : Redirect($"/functies/{Id}");

    public async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        if (await FindAsync(cancellationToken) is not { } job)
            return false;
        var organisation = await db.Organisations.WithPlaces(acting.OrganisationId).SingleAsync(cancellationToken);
        (Job, In.Version, Items) = (job, job.Version, JobCheck.Of(job, organisation, book, acting.Today));

        // What was typed in one form stays; the other shows what is stored.
        var posted = Request.Query["handler"].ToString();
        (Unpaid, Team) = (posted == nameof(Unpaid) ? Unpaid : DisplacementInput.Of(job), posted == nameof(Team) ? Team : TeamInput.Of(job));
        Adviser = await db.AdviserOfAsync(acting.OrganisationId, cancellationToken);
        return true;
    }

    /// <summary>Publishes the job; the adviser's items stand in the same transaction.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await FindAsync(cancellationToken) is not { } job)
            return NotFound();
        var organisation = await db.Organisations.WithPlaces(acting.OrganisationId).SingleAsync(cancellationToken);
        var adviser = await db.AdviserOfAsync(acting.OrganisationId, cancellationToken);
        db.Expect(job, In.Version);
        db.OpenSteps.Add(AdviserCall.Publish(job, organisation, adviser, book, acting.Now));
        if (AdviserCall.LookBack(job, adviser) is { } lookBack)
            db.OpenSteps.Add(lookBack);
        await db.SaveChangesAsync(cancellationToken);
        (TempData["Gelukt"], TempData["Online"]) = ("Uw functie staat online.", true);
        return Redirect($"/functies/{Id}");
    }

    /// <summary>Keeps the answers about unpaid work, also when they block: the page then shows what the work costs with a wage.</summary>
    public Task<IActionResult> OnPostUnpaidAsync(CancellationToken cancellationToken) =>
        AnswerAsync(job => job.AnswerDisplacement(Unpaid.ToAnswers(), acting.Now), "Uw antwoorden zijn bewaard.", cancellationToken);

    /// <summary>Keeps the yes of the team; of a job that is online the item to look back moves along.</summary>
    public async Task<IActionResult> OnPostTeamAsync(CancellationToken cancellationToken)
    {
        var steps = await db.OpenSteps.LookingBack(Id).TagWith("Work.CheckJob.LookBack").ToListAsync(cancellationToken);
        var adviser = await db.AdviserOfAsync(acting.OrganisationId, cancellationToken);
        return await AnswerAsync(
            job =>
            {
                job.RecordTeamYes(Team.By!.Trim(), Team.On!.Value, Team.ReviewOn!.Value, acting.Now);
                steps.ForEach(s => s.Void());
                if (job.State != JobState.Concept && AdviserCall.LookBack(job, adviser) is { } lookBack)
                    db.OpenSteps.Add(lookBack);
            },
            "Het ja van het team is bewaard.", cancellationToken);
    }

    private async Task<IActionResult> AnswerAsync(Action<Job> answer, string done, CancellationToken cancellationToken)
    {
        if (await FindAsync(cancellationToken) is not { } job)
            return NotFound();
        answer(db.Expect(job, In.Version));
        await db.SaveChangesAsync(cancellationToken);
        TempData["Gelukt"] = done;
        return Redirect($"/functies/{Id}/controle");
    }

    private Task<Job?> FindAsync(CancellationToken cancellationToken) => db.Jobs.VisibleTo(acting.Actor).Include(j => j.Tasks)
        .TagWith("Work.CheckJob").SingleOrDefaultAsync(j => j.Id == Id, cancellationToken);
}
