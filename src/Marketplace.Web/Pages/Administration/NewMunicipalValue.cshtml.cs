using System.ComponentModel.DataAnnotations;
using Marketplace.Data;
using Marketplace.Data.Regulations;
using Marketplace.Domain.Regulations;
using Marketplace.Domain.Shared;
using Marketplace.Web.Access;
using Marketplace.Web.Posting;
using Marketplace.Web.Texts;
using Marketplace.Web.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Web.Pages.Administration;

/// <summary>Proposes a value of a municipality. The first post shows for how many jobs it will count; the second saves it for another administrator to approve.</summary>
public sealed class NewMunicipalValueModel(MarketplaceDbContext db, RegulationBook book, Acting acting) : PageModel, IFormPage
{
    public sealed class Input
    {
        [Display(Name = "Voor welke gemeente?"), Required(ErrorMessage = "Kies een gemeente.")]
        public Guid? Municipality { get; set; }

        [Display(Name = "Wat wilt u invullen?"), Required(ErrorMessage = "Kies wat u wilt invullen.")]
        public string? Rule { get; set; }

        [Display(Name = "Hoeveel?"), Required(ErrorMessage = "Vul een getal in.")]
        public decimal? Value { get; set; }

        [Display(Name = "Vanaf welke dag?"), Required(ErrorMessage = "Vul de eerste dag in.")]
        public DateOnly? ValidFrom { get; set; }

        [Display(Name = "In welk besluit staat dit?"), Required(ErrorMessage = "Vul in welk besluit dit zegt."), StringLength(MunicipalValue.LongestSource, ErrorMessage = "Maak de bron korter: hoogstens {1} tekens.")]
        public string? Source { get; set; }
    }

    [BindProperty]
    public Input In { get; set; } = new();

    public IReadOnlyList<Choice> Municipalities { get; private set; } = [];

    public IReadOnlyList<Choice> Rules { get; } = [.. MunicipalRule.All.Select(rule => new Choice(rule.Code, FigureTexts.Of(rule)))];

    /// <summary>What is about to be saved and for how many open jobs it counts; null before the first post.</summary>
    public (string What, string Where, string From, int Jobs)? Check { get; private set; }

    public Task OnGetAsync(CancellationToken cancellationToken) => LoadAsync(cancellationToken);

    public async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        Municipalities = [.. (await db.MunicipalitiesOf(acting.Actor).OrderBy(o => o.Name).Select(o => new { o.Id, o.Name }).TagWith("NewMunicipalValue.Municipalities").ToListAsync(cancellationToken))
            .Select(o => new Choice(o.Id.ToString(), o.Name))];
        if (In.Municipality is null && Municipalities is [var only])
            In.Municipality = Guid.Parse(only.Value);
        return true;
    }

    /// <summary>Proposes the value; with <paramref name="check"/> it shows what will be saved, and nothing is stored yet.</summary>
    public async Task<IActionResult> OnPostAsync(bool check, CancellationToken cancellationToken)
    {
        var value = await MadeAsync(cancellationToken);
        if (check)
            return await ShowAsync(value, cancellationToken);
        db.MunicipalValues.Add(value);
        await db.SaveChangesAsync(cancellationToken);
        TempData["Gelukt"] = "Voorgesteld. Een andere beheerder keurt het goed.";
        return LocalRedirect("/beheer/regelingen");
    }

    private async Task<IActionResult> ShowAsync(MunicipalValue value, CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        var jobs = await db.OpenJobsNear(value.OrganisationId).TagWith("NewMunicipalValue.Jobs").CountAsync(cancellationToken);
        Check = ($"{FigureTexts.Of(MunicipalRule.Find(value.Rule)!)}: {FigureTexts.Of(MunicipalRule.Find(value.Rule)!, value.Value)}",
            Municipalities.First(m => m.Value == value.OrganisationId.ToString()).Text, FigureTexts.Day(value.ValidFrom), jobs);
        return Page();
    }

    private async Task<MunicipalValue> MadeAsync(CancellationToken cancellationToken)
    {
        var (municipality, rule) = (In.Municipality!.Value, MunicipalRule.Find(In.Rule));
        if (rule is null || !await db.MunicipalitiesOf(acting.Actor).TagWith("NewMunicipalValue.IsOwn").AnyAsync(o => o.Id == municipality, cancellationToken))
            throw new RefusalException(Refusal.CodeNotInList, rule is null ? In.Rule! : municipality);
        var values = await db.MunicipalValuesVisibleTo(acting.Actor).AsNoTracking().Where(v => v.OrganisationId == municipality).TagWith("NewMunicipalValue.Values").ToListAsync(cancellationToken);
        return MunicipalValue.Propose(municipality, rule, In.Value!.Value, In.ValidFrom!.Value, In.Source!.Trim(), values, book, acting.Now);
    }
}
