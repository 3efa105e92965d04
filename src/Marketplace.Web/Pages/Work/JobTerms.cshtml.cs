using Marketplace.Data;
using Marketplace.Data.Work;
using Marketplace.Domain.Organisations;
using Marketplace.Domain.Regulations;
using Marketplace.Domain.Vocabulary;
using Marketplace.Domain.Work;
using Marketplace.Web.Access;
using Marketplace.Web.Posting;
using Marketplace.Web.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Web.Pages.Work;

/// <summary>Hours, parts of day and start of a job; the rest is filled in beforehand.</summary>
public sealed class JobTermsModel(MarketplaceDbContext db, Acting acting, TextCheck check, RegulationBook book) : TextPage<Job>(check)
{
    [BindProperty]
    public TermsInput In { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>Somebody comes to change what was filled in beforehand.</summary>
    [BindProperty(SupportsGet = true, Name = "alles")]
    public bool ShowsAll { get; set; }

    public string JobTitle { get; private set; } = "";

    public JobState State { get; private set; }

    /// <summary>The minimum wage for adults of today, and since when.</summary>
    public string MinimumWage => JobPricing.MinimumWords(book, acting.Today);

    /// <summary>What the tasks are together, in minutes a week.</summary>
    public int Minutes { get; private set; }

    public int TaskCount { get; private set; }

    public IReadOnlyList<SelectListItem> Sites { get; private set; } = [];

    /// <summary>The forms that this organisation can post.</summary>
    public IReadOnlyList<SelectListItem> PostableForms { get; private set; } = [];

    public Adviser? Adviser { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken) || await OwnerAsync(cancellationToken) is not { } job)
            return NotFound();
        In = TermsInput.Of(job);
        return job.CanChange ? Page() : Redirect($"/functies/{Id}");
    }

    public override async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        var row = await db.Jobs.VisibleTo(acting.Actor).AsNoTracking().Where(j => j.Id == Id)
            .Select(j => new { j.Title, j.State, j.Version, Rhythms = j.Tasks.Select(t => t.Rhythm).ToList() })
            .TagWith("Work.JobTerms.Row").SingleOrDefaultAsync(cancellationToken);
        if (row is null)
            return false;
        (JobTitle, State, In.Version) = (row.Title, row.State, row.Version);
        (Minutes, TaskCount) = (row.Rhythms.Sum(r => r.MinutesPerWeek), row.Rhythms.Count);
        var organisation = await db.Organisations.WithPlaces(acting.OrganisationId).AsNoTracking().SingleAsync(cancellationToken);
        Sites = [.. organisation.Sites.Select(s => new SelectListItem($"{s.Place} ({s.Pc4})", s.Id.ToString())), new("Een andere plek", TermsInput.OtherPlace)];
        PostableForms = Choices.Of(CodeLists.Forms, CodeLists.Forms.Codes.Where(f => organisation.WhyNot(f) is null));
        Adviser = await db.AdviserOfAsync(acting.OrganisationId, cancellationToken);
        return true;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await OwnerAsync(cancellationToken) is not { } job)
            return NotFound();
        var organisation = await db.Organisations.WithPlaces(acting.OrganisationId).SingleAsync(cancellationToken);
        var site = organisation.Sites.FirstOrDefault(s => s.Id.ToString() == In.Site);
        if (!await JudgeAsync(job, site, cancellationToken))
            return Page();
        db.Expect(job, In.Version);
        In.ApplyTo(job, site);
        organisation.GuardForm(job.Form);
        job.GuardChange();
        if (job.State != JobState.Concept)
            job.GuardWage(book, job.FirstDay(acting.Today));
        await db.SaveChangesAsync(cancellationToken);
        if (job.State != JobState.Concept)
            TempData["Gelukt"] = "De functie is bewaard.";
        return Redirect(job.State == JobState.Concept ? $"/functies/{Id}/controle" : $"/functies/{Id}");
    }

    /// <summary>What only this page can judge: a site of somebody else, and a start that has passed.</summary>
    private async Task<bool> JudgeAsync(Job job, Site? site, CancellationToken cancellationToken)
    {
        if (site is null && In.Site != TermsInput.OtherPlace)
            ModelState.AddModelError("In.Site", "Kies een plek uit de lijst.");
        if (In.StartsOn < acting.Today && In.StartsOn != job.StartsOn)
            ModelState.AddModelError("In.StartsOn", "Deze datum is al voorbij. Kies vandaag of later.");
        return await IsSafeAsync(job, cancellationToken) && ModelState.IsValid;
    }

    protected override IEnumerable<FreeText> Texts => [new("In.Title", In.Title, text => In.Title = text)];

    protected override Guid? Version => In.Version;

    protected override Task<Job?> OwnerAsync(CancellationToken cancellationToken) => db.Jobs.VisibleTo(acting.Actor).Include(j => j.Tasks)
        .TagWith("Work.JobTerms").SingleOrDefaultAsync(j => j.Id == Id, cancellationToken);
}
