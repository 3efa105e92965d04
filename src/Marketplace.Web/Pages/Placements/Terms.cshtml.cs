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
/// Changes what was agreed; the dates are computed again. Who may: the consultant and the coach of the placement, and their colleagues.
/// </summary>
public sealed class TermsModel(MarketplaceDbContext db, Acting acting, RegulationBook book) : PageModel, IFormPage, ITermsPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public TermsInput In { get; set; } = new();

    public string Who { get; private set; } = "";

    public IReadOnlyList<Choice> FormalEmployers { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
            return NotFound();
        var placement = await Visible.AsNoTracking().TagWith("Terms.Placement").SingleAsync(cancellationToken);
        if (!placement.IsActive)
            return LocalRedirect($"/plaatsingen/{Id}");
        In = TermsInput.Of(placement);
        return Page();
    }

    public async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        var row = await Visible.AsNoTracking().TagWith("Terms.Who").Select(p => new
        {
            p.EmployerId,
            Person = db.People.Where(x => x.Id == p.PersonId).Select(x => x.Code).First(),
            Employer = db.Organisations.Where(o => o.Id == p.EmployerId).Select(o => o.Name).First(),
        }).SingleOrDefaultAsync(cancellationToken);
        if (row is null)
            return false;
        Who = $"{row.Person}, {row.Employer}";
        FormalEmployers = await Placements.FormalEmployers.OfAsync(db, row.EmployerId, cancellationToken);
        return true;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await Visible.TagWith("Terms.IsVisible").AnyAsync(cancellationToken)
            || await db.FollowUpOfAsync(Id, cancellationToken) is not { } followUp)
        {
            return NotFound();
        }

        var placement = followUp.Placement;
        db.Expect(placement, In.Version);
        var choices = await Placements.FormalEmployers.OfAsync(db, placement.EmployerId, cancellationToken);
        (placement.Supervisor, placement.FormalEmployerId) =
            (In.Supervisor?.Trim() ?? "", Placements.FormalEmployers.Chosen(choices, In.FormalEmployerId, placement.EmployerId));
        placement.Version = Guid.NewGuid(); // also when only reminders change, the form was made from what the page showed
        ChangeTerms.To(followUp, In.ToTerms(), book, acting.Now);
        await db.ArrangeRightsAsync(followUp, book, acting.Now, cancellationToken);
        db.Keep(followUp);
        await db.SaveChangesAsync(cancellationToken);
        TempData["Gelukt"] = "De afspraken zijn bewaard. De datums zijn opnieuw berekend.";
        return LocalRedirect($"/plaatsingen/{Id}");
    }

    private IQueryable<Placement> Visible => db.PlacementsVisibleTo(acting.Actor).Where(p => p.Id == Id);
}
