using Marketplace.Data;
using Marketplace.Data.Work;
using Marketplace.Domain.Organisations;
using Marketplace.Domain.Regulations;
using Marketplace.Domain.Work;
using Marketplace.Web.Access;
using Marketplace.Web.Posting;
using Marketplace.Web.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Web.Pages.Work;

/// <summary>Everything of a concept in one view, what is still missing, and the button that publishes it.</summary>
public sealed class CheckJobModel(MarketplaceDbContext db, Acting acting, RegulationBook book) : PageModel, IFormPage
{
    public sealed class Input
    {
        public Guid Version { get; set; }
    }

    [BindProperty]
    public Input In { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public Job Job { get; private set; } = null!;

    /// <summary>Why the job cannot be published yet, in sentences; empty when it can.</summary>
    public IReadOnlyList<string> Missing { get; private set; } = [];

    public JobPricing Pricing => JobPricing.Of(Job, acting.Today, book);

    public Adviser? Adviser { get; private set; }

    public DateOnly CallBefore => AdviserCall.DueOn(acting.Today);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        !await LoadAsync(cancellationToken) ? NotFound() : Job.State == JobState.Concept ? Page() : Redirect($"/functies/{Id}");

    public async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        if (await FindAsync(cancellationToken) is not { } job)
            return false;
        var organisation = await db.Organisations.WithPlaces(acting.OrganisationId).SingleAsync(cancellationToken);
        (Job, In.Version, Missing) = (job, job.Version, [.. job.WhyNotOpen(organisation).Select(Sentences.Of)]);
        Adviser = await db.AdviserOfAsync(acting.OrganisationId, cancellationToken);
        return true;
    }

    /// <summary>Publishes the job; the adviser's item stands in the same transaction.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await FindAsync(cancellationToken) is not { } job)
            return NotFound();
        var organisation = await db.Organisations.WithPlaces(acting.OrganisationId).SingleAsync(cancellationToken);
        var adviser = await db.AdviserOfAsync(acting.OrganisationId, cancellationToken);
        db.Expect(job, In.Version);
        db.OpenSteps.Add(AdviserCall.Publish(job, organisation, adviser, acting.Now));
        await db.SaveChangesAsync(cancellationToken);
        (TempData["Gelukt"], TempData["Online"]) = ("Uw functie staat online.", true);
        return Redirect($"/functies/{Id}");
    }

    private Task<Job?> FindAsync(CancellationToken cancellationToken) => db.Jobs.VisibleTo(acting.Actor).Include(j => j.Tasks)
        .TagWith("Work.CheckJob").SingleOrDefaultAsync(j => j.Id == Id, cancellationToken);
}
