using Marketplace.Data;
using Marketplace.Data.People;
using Marketplace.Data.Privacy;
using Marketplace.Domain.People;
using Marketplace.Domain.Privacy;
using Marketplace.Web.Access;
using Marketplace.Web.Posting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Web.Pages.People.Sheets;

/// <summary>Sheet 0: who somebody is. Reading and writing go through the vault.</summary>
public sealed class WhoModel(MarketplaceDbContext db, Acting acting, IdentityVault vault) : PageModel, ISheetPage, IIdentityPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public IdentityInput In { get; set; } = new();

    public SheetFrame Frame { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
            return NotFound();
        if (await vault.ReadAsync(Id, "Naam en adres wijzigen", cancellationToken) is { } facts)
            In = IdentityInput.Of(facts);
        In.Version = Frame.Person.Version;
        return Page();
    }

    public async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        if (await SheetFrame.FindAsync(db, acting, Id, ProfileSheets.Who, cancellationToken) is not { } frame)
            return false;
        (Frame, In.Version) = (frame, frame.Person.Version);
        return true;
    }

    public async Task<IActionResult> OnPostAsync(bool later, CancellationToken cancellationToken)
    {
        if (await db.OwnProfile(acting.Actor, Id).SingleOrDefaultAsync(cancellationToken) is not { } person)
            return NotFound();
        if (NoteNames(person))
            return Page();
        db.Expect(person, In.Version);
        person.Pc4 = In.Pc4();
        await vault.WriteAsync(Id, In.ToFacts(), cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        TempData["Gelukt"] = "Naam en adres zijn bewaard.";
        return LocalRedirect(ProfileSheets.After(Id, ProfileSheets.Who, later));
    }

    /// <summary>A corrected name may turn out to stand in the note already; then the note comes first.</summary>
    private bool NoteNames(Person person)
    {
        if (!TextGuard.Check(person.StaffNote, In.ToFacts().OwnNames, person.NotNames).Any(f => f.Kind == TextFindingKind.OwnName))
            return false;
        ModelState.AddModelError("", "Deze naam staat in de aantekening voor collega’s. Haal de naam daar eerst weg.");
        return true;
    }
}
