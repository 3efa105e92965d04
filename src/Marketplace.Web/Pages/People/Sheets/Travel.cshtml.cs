using System.ComponentModel.DataAnnotations;
using Marketplace.Data;
using Marketplace.Data.People;
using Marketplace.Web.Access;
using Marketplace.Web.Posting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Web.Pages.People.Sheets;

/// <summary>Sheet 2: how somebody travels, and how long at most.</summary>
public sealed class TravelModel(MarketplaceDbContext db, Acting acting) : PageModel, ISheetPage
{
    public sealed class Input
    {
        [Display(Name = "Hoe reist deze persoon?"), MinLength(1, ErrorMessage = "Kies ten minste één manier.")]
        public List<string> Modes { get; set; } = [];

        [Display(Name = "Hoogstens hoeveel minuten?"), Required(ErrorMessage = "Vul een heel getal in, zoals 45"), Range(1, 240, ErrorMessage = "Vul een getal in van 1 tot en met 240")]
        public int? MaxMinutes { get; set; }

        public Guid Version { get; set; }
    }

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public Input In { get; set; } = new();

    public SheetFrame Frame { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
            return NotFound();
        var person = Frame.Person;
        (In.Modes, In.MaxMinutes) = (person.Modes, person.MaxTravelMinutes);
        return Page();
    }

    public async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        if (await SheetFrame.FindAsync(db, acting, Id, ProfileSheets.Travel, cancellationToken) is not { } frame)
            return false;
        (Frame, In.Version) = (frame, frame.Person.Version);
        return true;
    }

    public async Task<IActionResult> OnPostAsync(bool later, CancellationToken cancellationToken)
    {
        if (await db.OwnProfile(acting.Actor, Id).SingleOrDefaultAsync(cancellationToken) is not { } person)
            return NotFound();
        db.Expect(person, In.Version);
        person.SetTravel(In.Modes, In.MaxMinutes!.Value);
        await db.SaveChangesAsync(cancellationToken);
        TempData["Gelukt"] = "Reizen is bewaard.";
        return LocalRedirect(ProfileSheets.After(Id, ProfileSheets.Travel, later));
    }
}
