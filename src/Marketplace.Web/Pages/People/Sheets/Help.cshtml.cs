using Marketplace.Data;
using Marketplace.Data.People;
using Marketplace.Domain.People;
using Marketplace.Web.Access;
using Marketplace.Web.Posting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Web.Pages.People.Sheets;

/// <summary>
/// Sheet 4: what helps, what the person brings along, certificates, what must not be, and the one free text. The text guard reads that
/// text before it is saved; it never changes what was typed by itself.
/// </summary>
public sealed class HelpModel(MarketplaceDbContext db, Acting acting, TextCheck check) : PageModel, ISheetPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public HelpInput In { get; set; } = new();

    public SheetFrame Frame { get; private set; } = null!;

    /// <summary>What the guard found in the text as it stands in the form.</summary>
    public TextCheck Check => check;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await db.OwnProfile(acting.Actor, Id).AsNoTracking().SingleOrDefaultAsync(cancellationToken) is not { } person)
            return NotFound();
        Show(person);
        (In.Helps, In.BringsAlong, In.Certificates, In.Exclusions, In.Note) =
            (person.Helps, person.BringsAlong, person.Certificates, person.Exclusions, person.StaffNote);
        return Page();
    }

    public async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        if (await db.OwnProfile(acting.Actor, Id).AsNoTracking().SingleOrDefaultAsync(cancellationToken) is not { } person)
            return false;
        Show(person);
        return true;
    }

    public async Task<IActionResult> OnPostAsync(bool later, CancellationToken cancellationToken)
    {
        if (await db.OwnProfile(acting.Actor, Id).SingleOrDefaultAsync(cancellationToken) is not { } person)
            return NotFound();
        if (!await IsSafeAsync(person, cancellationToken))
            return Page();
        db.Expect(person, In.Version);
        person.SetSupport(In.Helps, In.BringsAlong, In.Certificates, In.Exclusions);
        (person.StaffNote, person.SupportDiscussedOn) = (In.Note?.Trim() ?? "", acting.Today);
        await db.SaveChangesAsync(cancellationToken);
        TempData["Gelukt"] = "Wat helpt is bewaard.";
        return LocalRedirect(ProfileSheets.After(Id, ProfileSheets.Help, later));
    }

    /// <summary>"Vervang door ‘deze persoon’": changes the text in the form; saving stays an act of its own.</summary>
    public async Task<IActionResult> OnPostReplaceAsync(string word, CancellationToken cancellationToken)
    {
        if (await db.OwnProfile(acting.Actor, Id).AsNoTracking().SingleOrDefaultAsync(cancellationToken) is not { } person)
            return NotFound();
        await IsSafeAsync(person, cancellationToken);
        In.Note = check.Without(word);
        return await AgainAsync(person, cancellationToken);
    }

    /// <summary>"Dit is geen naam": kept for this person and logged, and the text stays as it was typed.</summary>
    public async Task<IActionResult> OnPostNotANameAsync(string word, CancellationToken cancellationToken)
    {
        if (await db.OwnProfile(acting.Actor, Id).SingleOrDefaultAsync(cancellationToken) is not { } person)
            return NotFound();
        await IsSafeAsync(person, cancellationToken);
        db.Expect(person, In.Version);
        check.Keep(person, word);
        await db.SaveChangesAsync(cancellationToken);
        return await AgainAsync(person, cancellationToken);
    }

    private async Task<IActionResult> AgainAsync(Person person, CancellationToken cancellationToken)
    {
        ModelState.Remove("In.Note");
        ModelState.Remove("In.Version");
        await IsSafeAsync(person, cancellationToken);
        Show(person);
        return Page();
    }

    private Task<bool> IsSafeAsync(Person person, CancellationToken cancellationToken) =>
        check.IsSafeAsync(person, In.Note, ModelState, "In.Note", cancellationToken);

    private void Show(Person person)
    {
        Frame = SheetFrame.Of(person, ProfileSheets.Help, acting.Today);
        In.Version = person.Version;
    }
}
