using Marketplace.Data;
using Marketplace.Web.Access;
using Marketplace.Web.Texts;
using Marketplace.Web.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Marketplace.Web.Pages.People.Sheets;

/// <summary>Sheet 6: read the profile together, before consent is asked. Nothing is saved here.</summary>
public sealed class TogetherModel(MarketplaceDbContext db, Acting acting) : PageModel, ISheetPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public SheetFrame Frame { get; private set; } = null!;

    public (StatusTone Tone, string Text) Consent => ConsentWords.Of(Frame.Person.Consents.Select(ConsentWords.Facts.Of), acting.Today);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await LoadAsync(cancellationToken) ? Page() : NotFound();

    public async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        if (await SheetFrame.FindAsync(db, acting, Id, ProfileSheets.Together, cancellationToken) is not { } frame)
            return false;
        Frame = frame;
        return true;
    }
}
