using Marketplace.Data;
using Marketplace.Data.FollowUp;
using Marketplace.Domain.FollowUp;
using Marketplace.Domain.Placements;
using Marketplace.Domain.Proposals;
using Marketplace.Domain.Regulations;
using Marketplace.Domain.Shared;
using Marketplace.Web.Access;
using Marketplace.Web.Posting;
using Marketplace.Web.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Web.Pages.Placements;

/// <summary>Makes the placement of an introduction of which both want to go on. Who may: the job coach of the proposal.</summary>
public sealed class NewModel(MarketplaceDbContext db, Acting acting, RegulationBook book) : PageModel, IFormPage, ITermsPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public TermsInput In { get; set; } = new();

    public string Person { get; private set; } = "";

    public string Job { get; private set; } = "";

    /// <summary>The day of the last talk about income; null: not yet.</summary>
    public DateOnly? IncomeTalkOn { get; private set; }

    public IReadOnlyList<Choice> FormalEmployers { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await PlacedAsync(cancellationToken) is { } placed)
            return LocalRedirect($"/plaatsingen/{placed}");
        if (!await LoadAsync(cancellationToken))
            return NotFound();
        var job = await db.Jobs.Where(j => db.Proposals.Any(p => p.Id == Id && p.JobId == j.Id)).TagWith("Placements.Job").AsNoTracking().SingleAsync(cancellationToken);
        (In.Form, In.Start, In.HoursPerWeek) = (job.Form, job.StartsOn > acting.Today ? job.StartsOn : null, job.HoursMin);
        In.FormalEmployerId = job.OrganisationId;
        return Page();
    }

    public async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        var row = await Introductions.TagWith("Placements.Introduction").AsNoTracking().Select(i => new
        {
            i.OrganisationId,
            Person = db.People.Where(p => p.Id == i.PersonId).Select(p => p.Code).First(),
            Job = db.Jobs.Where(j => db.Proposals.Any(p => p.Id == i.ProposalId && p.JobId == j.Id)).Select(j => j.Title).First(),
            Talk = db.IncomeTalks.Where(t => t.PersonId == i.PersonId).Max(t => (DateOnly?)t.On),
            Employer = db.Organisations.Where(o => o.Id == i.OrganisationId).Select(o => o.Name).First(),
        }).SingleOrDefaultAsync(cancellationToken);
        if (row is null)
            return false;
        (Person, Job) = (row.Person, $"{row.Job}, {row.Employer}");
        IncomeTalkOn = row.Talk;
        FormalEmployers = await Placements.FormalEmployers.OfAsync(db, row.OrganisationId, cancellationToken);
        return true;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await Introductions.TagWith("Placements.New").SingleOrDefaultAsync(cancellationToken) is not { } introduction)
            return NotFound();
        if (await PlacedAsync(cancellationToken) is not null)
            throw new RefusalException(Refusal.AlreadyPlaced);
        var placement = await AgreeAsync(introduction, cancellationToken);
        var followUp = new PlacementFollowUp(placement);
        if (placement.Terms.Start <= acting.Today)
            StartPlacement.Start(followUp, null, book, acting.Now);
        db.Placements.Add(placement);
        await db.ArrangeRightsAsync(followUp, book, acting.Now, cancellationToken);
        db.Keep(followUp);
        await db.SaveChangesAsync(cancellationToken);
        TempData["Gelukt"] = "De plaatsing is gemaakt. De gesprekken en de datums komen vanzelf in Te doen.";
        return LocalRedirect($"/plaatsingen/{placement.Id}");
    }

    private IQueryable<Introduction> Introductions =>
        db.Introductions.Where(i => i.ProposalId == Id && i.CoachId == acting.Actor.UserId && i.State == IntroductionState.GoesOn);

    private Task<Guid?> PlacedAsync(CancellationToken cancellationToken) => db.Placements
        .Where(p => p.ProposalId == Id && p.CoachId == acting.Actor.UserId).OrderBy(p => p.Terms.Start).Select(p => (Guid?)p.Id)
        .TagWith("Placements.Placed").FirstOrDefaultAsync(cancellationToken);

    private async Task<Placement> AgreeAsync(Introduction introduction, CancellationToken cancellationToken)
    {
        var job = await db.Jobs.TagWith("Placements.Job").SingleAsync(j => db.Proposals.Any(p => p.Id == Id && p.JobId == j.Id), cancellationToken);
        var person = await db.People.TagWith("Placements.Person").SingleAsync(p => p.Id == introduction.PersonId, cancellationToken);
        var steps = await db.OpenSteps.TagWith("Placements.Steps")
            .Where(s => s.ProposalId == Id && s.Kind == StepKind.AgreePlacement && s.DoneAt == null && !s.IsVoid).ToListAsync(cancellationToken);
        var choices = await Placements.FormalEmployers.OfAsync(db, job.OrganisationId, cancellationToken);
        var placement = new Placement(job, person, introduction, In.ToTerms(), In.Supervisor?.Trim() ?? "", acting.Now)
        {
            FormalEmployerId = Placements.FormalEmployers.Chosen(choices, In.FormalEmployerId, job.OrganisationId),
        };
        steps.ForEach(s => s.Finish(acting.Now));
        job.Fill(acting.Now);
        introduction.Version = Guid.NewGuid(); // two windows at once: the second is told
        return placement;
    }
}
