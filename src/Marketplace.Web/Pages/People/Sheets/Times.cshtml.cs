using System.ComponentModel.DataAnnotations;
using Marketplace.Data;
using Marketplace.Data.People;
using Marketplace.Web.Access;
using Marketplace.Web.Posting;
using Marketplace.Web.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Web.Pages.People.Sheets;

/// <summary>Sheet 1: hours and parts of day.</summary>
public sealed class TimesModel(MarketplaceDbContext db, Acting acting) : PageModel, ISheetPage
{
    public sealed class Input : IValidatableObject
    {
        [Display(Name = "Ten minste hoeveel uur per week?"), Required(ErrorMessage = QuarterHoursAttribute.Sentence), QuarterHours]
        public decimal? HoursMin { get; set; }

        [Display(Name = "Het liefst hoeveel uur per week?"), Required(ErrorMessage = QuarterHoursAttribute.Sentence), QuarterHours]
        public decimal? HoursWish { get; set; }

        [Display(Name = "Ten hoogste hoeveel uur per week?"), Required(ErrorMessage = QuarterHoursAttribute.Sentence), QuarterHours]
        public decimal? HoursMax { get; set; }

        [Display(Name = "Wanneer kan deze persoon werken?")]
        public List<string> Times { get; set; } = [];

        public Guid Version { get; set; }

        public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
        {
            if (HoursWish < HoursMin)
                yield return new ValidationResult("Dit is minder dan ‘ten minste’. Kijk de uren na.", [nameof(HoursWish)]);
            if (HoursMax < HoursWish)
                yield return new ValidationResult("Dit is minder dan ‘het liefst’. Kijk de uren na.", [nameof(HoursMax)]);
            if (Dayparts.Expand(Times).Count == 0)
                yield return new ValidationResult("Kies ten minste één dagdeel.", [nameof(Times)]);
        }
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
        (In.HoursMin, In.HoursWish, In.HoursMax, In.Times) = (person.HoursMin, person.HoursWish, person.HoursMax, person.AvailableDayparts);
        return Page();
    }

    public async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        if (await SheetFrame.FindAsync(db, acting, Id, ProfileSheets.Times, cancellationToken) is not { } frame)
            return false;
        (Frame, In.Version) = (frame, frame.Person.Version);
        return true;
    }

    public async Task<IActionResult> OnPostAsync(bool later, CancellationToken cancellationToken)
    {
        if (await db.OwnProfile(acting.Actor, Id).SingleOrDefaultAsync(cancellationToken) is not { } person)
            return NotFound();
        db.Expect(person, In.Version);
        person.SetTimes(In.HoursMin!.Value, In.HoursWish!.Value, In.HoursMax!.Value, Dayparts.Expand(In.Times));
        await db.SaveChangesAsync(cancellationToken);
        TempData["Gelukt"] = "Uren en tijden zijn bewaard.";
        return LocalRedirect(ProfileSheets.After(Id, ProfileSheets.Times, later));
    }
}
