using Marketplace.Data;
using Marketplace.Data.FollowUp;
using Marketplace.Data.Placements;
using Marketplace.Domain.FollowUp;
using Marketplace.Domain.Placements;
using Marketplace.Domain.Regulations;
using Marketplace.Web.Access;
using Marketplace.Web.Posting;
using Marketplace.Web.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Web.Pages.Placements;

/// <summary>
/// Volgende stap: from this placement to the next at the same work, as one chain. Who may: the consultant and the coach, and their
/// colleagues.
/// </summary>
public sealed class NextStepModel(MarketplaceDbContext db, Acting acting, RegulationBook book) : PageModel, IFormPage, ITermsPage, IMakesNewRow
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public TermsInput In { get; set; } = new();

    public string Who { get; private set; } = "";

    public string Now { get; private set; } = "";

    /// <summary>The day of the last talk about income; null: not yet.</summary>
    public DateOnly? IncomeTalkOn { get; private set; }

    public IReadOnlyList<Choice> FormalEmployers { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
            return NotFound();
        var placement = await Visible.AsNoTracking().TagWith("NextStep.Terms").SingleAsync(cancellationToken);
        if (placement.State != PlacementState.Running || await NextAsync(cancellationToken) is not null)
            return LocalRedirect($"/plaatsingen/{Id}");
        In = TermsInput.Of(placement);
        (In.Form, In.Start, In.End, In.SubsidyReviewOn) = (null, placement.Terms.End?.AddDays(1), null, null);
        if (!placement.IsPaid)
            (In.Subsidy, In.Lkv) = (SubsidyKind.Unknown, LkvKind.Unknown); // "nee" was about work without a wage
        return Page();
    }

    public async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        var row = await Visible.AsNoTracking().TagWith("NextStep.Placement").Select(p => new
        {
            p.EmployerId,
            p.Terms.Form,
            p.Terms.Start,
            Person = db.People.Where(x => x.Id == p.PersonId).Select(x => x.Code).First(),
            Talk = db.IncomeTalks.Where(t => t.PersonId == p.PersonId).Max(t => (DateOnly?)t.On),
            Employer = db.Organisations.Where(o => o.Id == p.EmployerId).Select(o => o.Name).First(),
        }).SingleOrDefaultAsync(cancellationToken);
        if (row is null)
            return false;
        Who = $"{row.Person}, {row.Employer}";
        Now = PlacementView.FormSince(row.Form, row.Start);
        IncomeTalkOn = row.Talk;
        FormalEmployers = await Placements.FormalEmployers.OfAsync(db, row.EmployerId, cancellationToken);
        return true;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await Visible.TagWith("NextStep.IsVisible").AnyAsync(cancellationToken)
            || await db.FollowUpOfAsync(Id, cancellationToken) is not { } previous)
        {
            return NotFound();
        }

        if (await NextAsync(cancellationToken) is not null)
        {
            ModelState.AddModelError("", "Er is al een volgende stap afgesproken. Kijk bij de plaatsing.");
            return Page();
        }

        db.Expect(previous.Placement, In.Version);
        previous.Placement.Version = Guid.NewGuid(); // two people agreeing a next step at once: the second is told
        var next = await AgreeAsync(previous, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        TempData["Gelukt"] = next.State == PlacementState.Running
            ? "De volgende stap loopt. De vorige plaatsing is afgerond."
            : "De volgende stap is afgesproken. Tot die dag loopt de plaatsing van nu door.";
        return LocalRedirect($"/plaatsingen/{next.Id}");
    }

    private IQueryable<Placement> Visible => db.PlacementsVisibleTo(acting.Actor).Where(p => p.Id == Id);

    private Task<Guid?> NextAsync(CancellationToken cancellationToken) => db.Placements
        .Where(p => p.PreviousId == Id && p.State != PlacementState.Stopped).Select(p => (Guid?)p.Id).TagWith("NextStep.Next").FirstOrDefaultAsync(cancellationToken);

    private async Task<Placement> AgreeAsync(PlacementFollowUp previous, CancellationToken cancellationToken)
    {
        var person = await db.People.TagWith("NextStep.Person").SingleAsync(p => p.Id == previous.Placement.PersonId, cancellationToken);
        var choices = await Placements.FormalEmployers.OfAsync(db, previous.Placement.EmployerId, cancellationToken);
        var next = NextStep.Agree(previous.Placement, person, In.ToTerms(), In.Supervisor?.Trim() ?? "", acting.Now);
        next.FormalEmployerId = Placements.FormalEmployers.Chosen(choices, In.FormalEmployerId, next.EmployerId);
        db.Placements.Add(next);
        var followUp = new PlacementFollowUp(next);
        if (next.Terms.Start <= acting.Today)
            StartPlacement.Start(followUp, previous, book, acting.Now);
        await db.ArrangeRightsAsync(followUp, book, acting.Now, cancellationToken);
        db.Keep(followUp);
        return next;
    }
}
