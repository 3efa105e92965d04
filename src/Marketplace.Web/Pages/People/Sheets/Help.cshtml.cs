using Marketplace.Data;
using Marketplace.Data.People;
using Marketplace.Domain.People;
using Marketplace.Web.Access;
using Marketplace.Web.Posting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Web.Pages.People.Sheets;

/// <summary>
/// Sheet 4: what helps, what the person brings along, certificates, what must not be, and the one free text. The text guard reads that
/// text before it is saved; it never changes what was typed by itself.
/// </summary>
public sealed class HelpModel(MarketplaceDbContext db, Acting acting, TextCheck check) : TextPage<Person>(check), ISheetPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public HelpInput In { get; set; } = new();

    public SheetFrame Frame { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
            return NotFound();
        var person = Frame.Person;
        (In.Helps, In.BringsAlong, In.Certificates, In.Exclusions, In.Note) =
            (person.Helps, person.BringsAlong, person.Certificates, person.Exclusions, person.StaffNote);
        return Page();
    }

    public override async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        if (await SheetFrame.FindAsync(db, acting, Id, ProfileSheets.Help, cancellationToken) is not { } frame)
            return false;
        (Frame, In.Version) = (frame, frame.Person.Version);
        return true;
    }

    public async Task<IActionResult> OnPostAsync(bool later, CancellationToken cancellationToken)
    {
        if (await OwnerAsync(cancellationToken) is not { } person)
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

    protected override IEnumerable<FreeText> Texts => [new("In.Note", In.Note, text => In.Note = text)];

    protected override Guid? Version => In.Version;

    protected override Task<Person?> OwnerAsync(CancellationToken cancellationToken) => db.OwnProfile(acting.Actor, Id).SingleOrDefaultAsync(cancellationToken);
}
