using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Marketplace.Data;
using Marketplace.Data.People;
using Marketplace.Domain.People;
using Marketplace.Domain.Vocabulary;
using Marketplace.Web.Access;
using Marketplace.Web.Posting;
using Marketplace.Web.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Web.Pages.People.Sheets;

/// <summary>Sheet 5: forms of work, sectors, tasks, and what somebody wants to learn beyond what is known.</summary>
public sealed class WishesModel(MarketplaceDbContext db, Acting acting) : PageModel, ISheetPage
{
    public sealed class Input : IValidatableObject
    {
        [Display(Name = "Welk werk zoekt deze persoon?"), MinLength(1, ErrorMessage = "Kies ten minste één vorm van werk.")]
        public List<string> Forms { get; set; } = [];

        [Display(Name = "In welke sectoren?")]
        public List<string> Sectors { get; set; } = [];

        [Display(Name = "Welke taken doet deze persoon graag?")]
        public List<string> Tags { get; set; } = [];

        [Display(Name = "Welke taken liever niet?")]
        public List<string> UnwantedTags { get; set; } = [];

        /// <summary>Code of a dimension and the level to reach; empty: no wish.</summary>
        public Dictionary<string, int?> Growth { get; set; } = [];

        public Guid Version { get; set; }

        public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
        {
            if (Tags.Intersect(UnwantedTags).FirstOrDefault() is { } both)
                yield return new ValidationResult($"‘{CodeLists.Tags.Word(both)}’ staat bij graag en bij liever niet. Kies er één.", [nameof(UnwantedTags)]);
        }
    }

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public Input In { get; set; } = new();

    public SheetFrame Frame { get; private set; } = null!;

    /// <summary>What can still grow: known, and not the highest level.</summary>
    public IReadOnlyList<(Dimension Dimension, int Level)> CanGrow { get; private set; } = [];

    public static IReadOnlyList<Choice> Higher(Dimension dimension, int level) =>
        [.. Enumerable.Range(level + 1, 3 - level).Select(l => new Choice(l.ToString(CultureInfo.InvariantCulture), dimension.PersonWords[l]))];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
            return NotFound();
        var person = Frame.Person;
        (In.Forms, In.Sectors, In.Tags, In.UnwantedTags) = (person.Forms, person.WishedSectors, person.WishedTags, person.UnwantedTags);
        In.Growth = CanGrow.ToDictionary(g => g.Dimension.Code, g => person.Growth[g.Dimension.Index]);
        return Page();
    }

    public async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        if (await SheetFrame.FindAsync(db, acting, Id, ProfileSheets.Wishes, cancellationToken) is not { } frame)
            return false;
        (Frame, In.Version) = (frame, frame.Person.Version);
        CanGrow = [.. Growing(frame.Person)];
        foreach (var (dimension, _) in CanGrow)
            In.Growth.TryAdd(dimension.Code, null);
        return true;
    }

    public async Task<IActionResult> OnPostAsync(bool later, CancellationToken cancellationToken)
    {
        if (await db.OwnProfile(acting.Actor, Id).SingleOrDefaultAsync(cancellationToken) is not { } person)
            return NotFound();
        db.Expect(person, In.Version);
        person.SetWishes(In.Forms, In.Sectors, In.Tags, In.UnwantedTags, GrowthOf(person));
        await db.SaveChangesAsync(cancellationToken);
        TempData["Gelukt"] = "De wensen zijn bewaard.";
        return LocalRedirect(ProfileSheets.After(Id, ProfileSheets.Wishes, later));
    }

    /// <summary>What was asked here; a goal on something that was not asked now stays.</summary>
    private Levels GrowthOf(Person person)
    {
        var asked = Growing(person).ToDictionary(g => g.Dimension.Code, g => g.Level);
        var stays = person.Growth.Known.Where(k => !asked.ContainsKey(k.Key));
        var chosen = In.Growth.Where(g => asked.TryGetValue(g.Key, out var level) && g.Value > level && g.Value <= 3)
            .Select(g => KeyValuePair.Create(g.Key, g.Value!.Value));
        return new Levels([.. stays, .. chosen]);
    }

    private static IEnumerable<(Dimension Dimension, int Level)> Growing(Person person) =>
        person.CapacityLevels.Known.Where(k => k.Value < 3).Select(k => (Dimensions.Of(k.Key), k.Value));
}
