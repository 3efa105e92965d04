using Marketplace.Data;
using Marketplace.Data.Privacy;
using Marketplace.Domain.Organisations;
using Marketplace.Domain.People;
using Marketplace.Domain.Regulations;
using Marketplace.Web.Access;
using Marketplace.Web.Posting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Marketplace.Web.Pages.People;

/// <summary>
/// The arrangements of a person: what the twelve schemes answer to what is known, for work that the reader can change. What was told on a day is
/// kept with the versions of the figures; when the same question is answered otherwise later, the page says so.
/// </summary>
public sealed class SchemesModel(MarketplaceDbContext db, Acting acting, IdentityVault vault, RegulationBook book) : PageModel, IFormPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public SchemesInput In { get; set; } = new();

    public PersonSchemes About { get; private set; } = null!;

    /// <summary>What is answered otherwise than was told.</summary>
    public IReadOnlyList<(ToldResult Then, ToldResult Now)> Changes => About.Changes;

    public DateOnly Today => acting.Today;

    public bool IsConsultant => acting.Actor.Role == Role.Consultant;

    public static string AddressOf(Guid personId) => $"/kandidaten/{personId}/regelingen";

    /// <summary>Results of one outcome for this person, in the order of the schemes.</summary>
    public IEnumerable<SchemeView> With(Outcome outcome) => About.Views(IsConsultant, In).Where(v => v.Result.Outcome == outcome);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await LoadAsync(cancellationToken) ? Page() : NotFound();

    public async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        if (await PersonSchemes.FindAsync(db, vault, book, acting, Id, In, cancellationToken) is not { } found)
            return false;
        About = found;
        return true;
    }

    /// <summary>Keeps what was told today.</summary>
    public async Task<IActionResult> OnPostToldAsync(CancellationToken cancellationToken)
    {
        if (!IsConsultant || !await LoadAsync(cancellationToken))
            return NotFound();
        db.ToldArrangements.Add(new ToldArrangements(Id, In.Form!, In.Hours ?? 0, About.Rule, acting.Now));
        await db.SaveChangesAsync(cancellationToken);
        TempData["Gelukt"] = "Vastgelegd: vandaag verteld.";
        return LocalRedirect(AddressOf(Id));
    }
}
