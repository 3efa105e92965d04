using Marketplace.Data;
using Marketplace.Data.FollowUp;
using Marketplace.Data.People;
using Marketplace.Data.Privacy;
using Marketplace.Domain.People;
using Marketplace.Domain.Regulations;
using Marketplace.Web.Access;
using Marketplace.Web.Posting;
using Marketplace.Web.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Reason = Marketplace.Domain.Regulations.Reason;

namespace Marketplace.Web.Pages.People;

/// <summary>
/// Afwijken met reden (screen 26): four questions about one rule of the municipality, for one person. Of a national rule it says that the
/// municipality cannot, with the source.
/// </summary>
public sealed class DeviateModel(MarketplaceDbContext db, Acting acting, IdentityVault vault, RegulationBook book, TextCheck check) : TextPage<Person>(check)
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true, Name = "regeling")]
    public string SchemeCode { get; set; } = "";

    /// <summary>The work that it is about, as on the page of the arrangements.</summary>
    [BindProperty(SupportsGet = true, Name = "In")]
    public SchemesInput Work { get; set; } = new();

    [BindProperty]
    public DeviationInput Answers { get; set; } = new();

    public PersonSchemes About { get; private set; } = null!;

    public SchemeResult Result { get; private set; } = null!;

    public Scheme Scheme => Arrangements.Schemes.First(s => s.Code == SchemeCode);

    /// <summary>What the municipality may set aside; empty: it cannot deviate here.</summary>
    public IReadOnlyList<SelectListItem> Options { get; private set; } = [];

    public bool HasFigure => Options.Any(o => MunicipalRule.Find(o.Value) is not null);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
            return NotFound();
        Answers = new DeviationInput { DecidedOn = acting.Today, Rule = Options is [var only] ? only.Value : null };
        return Page();
    }

    public override async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        if (!IsScheme
            || await PersonSchemes.FindAsync(db, vault, book, acting, Id, Work, cancellationToken) is not { } found)
            return false;
        About = found;
        Result = found.Rule.Results.First(r => r.Scheme == SchemeCode);
        Options = [.. Deviation.OptionsOf(Result, found.Facts).Select(code => new SelectListItem(WordsOf(code), code))];
        return true;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken) || await OwnerAsync(cancellationToken) is not { } person)
            return NotFound();
        if (!await IsSafeAsync(person, cancellationToken))
            return Page();
        var (deviation, lookBack) = Deviation.Decide(person, Result, About.Facts, Answers.ToAnswers(), book, acting.Now);
        db.AddRange(deviation, lookBack);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await db.ArrangeRightsOfAsync(Id, book, acting.Now, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        TempData["Gelukt"] = $"Vastgelegd. U kijkt terug op {FigureTexts.Day(deviation.LookBackOn)}.";
        return LocalRedirect(SchemesModel.AddressOf(Id) + Work.Query);
    }

    protected override IEnumerable<FreeText> Texts => Answers.Texts;

    protected override async Task<Person?> OwnerAsync(CancellationToken cancellationToken) =>
        IsScheme ? await db.People.OwnPeople(acting.Actor).TagWith("Deviate.Person").SingleOrDefaultAsync(p => p.Id == Id, cancellationToken) : null;

    private bool IsScheme => Arrangements.Schemes.Any(s => s.Code == SchemeCode);

    private string WordsOf(string code) => MunicipalRule.Find(code) is null
        ? $"{Reason.Of(code).Text} ({Reason.Of(code).Basis})"
        : $"De gemeente heeft {(About.CoachHours is { } hours ? $"{hours:0.##} uur" : "nog geen uren")} begeleiding per week afgesproken ({SchemeWords.Of(Scheme).Law})";
}
