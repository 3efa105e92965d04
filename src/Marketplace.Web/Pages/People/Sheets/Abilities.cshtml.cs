using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Marketplace.Data;
using Marketplace.Data.FollowUp;
using Marketplace.Data.People;
using Marketplace.Domain.People;
using Marketplace.Domain.Regulations;
using Marketplace.Domain.Shared;
using Marketplace.Domain.Vocabulary;
using Marketplace.Web.Access;
using Marketplace.Web.Posting;
using Marketplace.Web.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Web.Pages.People.Sheets;

/// <summary>
/// Sheet 3: the 32 questions. One source holds for what is changed now; an answer that stays keeps its own day and source, unless
/// everything was talked through again.
/// </summary>
public sealed class AbilitiesModel(MarketplaceDbContext db, RegulationBook book, Acting acting) : PageModel, ISheetPage
{
    /// <summary>"Nog niet besproken": no answer, which is not the lowest level.</summary>
    public const string Open = "open";

    public sealed class Input
    {
        [Display(Name = "Hoe weet u dit?"), Required(ErrorMessage = "Kies hoe u dit weet.")]
        public CapacitySource? Source { get; set; }

        /// <summary>Code of a dimension and "open", "0", "1", "2" or "3".</summary>
        public Dictionary<string, string> Levels { get; set; } = [];

        [Display(Name = "Alle antwoorden zijn vandaag opnieuw besproken")]
        public bool AllAgain { get; set; }

        public Guid Version { get; set; }
    }

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public Input In { get; set; } = new();

    public SheetFrame Frame { get; private set; } = null!;

    public IReadOnlyDictionary<string, Capacity> Known { get; private set; } = new Dictionary<string, Capacity>();

    public static IReadOnlyList<Choice> Answers(Dimension dimension) =>
        [new(Open, "Nog niet besproken"), .. new[] { 1, 2, 3, 0 }.Select(level => new Choice(Text(level), dimension.PersonWords[level]))];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
            return NotFound();
        In.Source = CapacitySource.Conversation;
        return Page();
    }

    public async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        if (await SheetFrame.FindAsync(db, acting, Id, ProfileSheets.Abilities, cancellationToken) is not { } frame)
            return false;
        (Frame, In.Version) = (frame, frame.Person.Version);
        Known = frame.Person.Capacities.ToDictionary(c => c.Dimension);
        foreach (var dimension in Dimensions.All)
            In.Levels.TryAdd(dimension.Code, Known.TryGetValue(dimension.Code, out var known) ? Text(known.Level) : Open);
        return true;
    }

    public async Task<IActionResult> OnPostAsync(bool later, CancellationToken cancellationToken)
    {
        if (await db.OwnProfile(acting.Actor, Id).SingleOrDefaultAsync(cancellationToken) is not { } person)
            return NotFound();
        db.Expect(person, In.Version);
        Answer(person);
        if (In.AllAgain)
            person.Reaffirm(In.Source!.Value, acting.Now);
        await db.SaveAndRenewAsync(Id, book, acting.Now, cancellationToken);
        TempData["Gelukt"] = "De antwoorden zijn bewaard.";
        return LocalRedirect(ProfileSheets.After(Id, ProfileSheets.Abilities, later));
    }

    /// <summary>Only what changed: an answer that stays keeps its day and source.</summary>
    private void Answer(Person person)
    {
        var before = person.CapacityLevels;
        foreach (var dimension in Dimensions.All)
        {
            var level = In.Levels.TryGetValue(dimension.Code, out var answer) ? Level(answer) : before[dimension.Index];
            if (level != before[dimension.Index])
                person.SetCapacity(dimension.Code, level, In.Source!.Value, acting.Now);
        }
    }

    private static int? Level(string answer) => answer switch
    {
        Open => null,
        "0" or "1" or "2" or "3" => answer[0] - '0',
        _ => throw new RefusalException(Refusal.LevelOutOfRange),
    };

    private static string Text(int level) => level.ToString(CultureInfo.InvariantCulture);
}
