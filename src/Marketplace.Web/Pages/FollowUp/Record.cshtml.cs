using System.ComponentModel.DataAnnotations;
using Marketplace.Data;
using Marketplace.Data.FollowUp;
using Marketplace.Data.Placements;
using Marketplace.Data.Privacy;
using Marketplace.Domain.FollowUp;
using Marketplace.Domain.Organisations;
using Marketplace.Domain.Placements;
using Marketplace.Domain.Privacy;
using Marketplace.Domain.Regulations;
using Marketplace.Domain.Reminders;
using Marketplace.Web.Access;
using Marketplace.Web.Posting;
using Marketplace.Web.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Web.Pages.FollowUp;

/// <summary>
/// Leg vast: three clicks, everything else is optional. An employer answers for the own part and writes no text. Who may: the employer, and
/// staff of the same organisation as the consultant or the coach of the placement.
/// </summary>
public sealed class RecordModel(MarketplaceDbContext db, Acting acting, IdentityVault vault, RegulationBook book) : PageModel, IFormPage
{
    public sealed class Input
    {
        [Display(Name = "Hoe gaat het?"), Required(ErrorMessage = "Kies hoe het gaat.")]
        public RecordOutcome? Outcome { get; set; }

        [Display(Name = "Wat is de laatste werkdag?")]
        public DateOnly? LastDay { get; set; }

        [Display(Name = "Waarom stopt het werk?")]
        public StopReason? StopReason { get; set; }

        [Display(Name = "Wanneer was het gesprek?")]
        public DateOnly? On { get; set; }

        [Display(Name = "De werkgever was erbij")]
        public bool EmployerTookPart { get; set; }

        [Display(Name = "Hoeveel uur begeleiding was dit?"), Range(0, 24, ErrorMessage = "Vul 0 tot 24 uur in.")]
        public decimal? Hours { get; set; }

        [Display(Name = "Wat is afgesproken?"), StringLength(400, ErrorMessage = "De tekst is te lang. Gebruik hoogstens 400 tekens.")]
        public string? AgreedAct { get; set; }

        [Display(Name = "In deze tekst staat geen naam")]
        public bool IsNoName { get; set; }

        [Display(Name = "Wie doet dit?")]
        public Recipient? AgreedOwner { get; set; }

        [Display(Name = "Vóór welke dag?")]
        public DateOnly? AgreedBefore { get; set; }
    }

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true, Name = "datum")]
    public DateOnly? LegalDate { get; set; }

    [BindProperty]
    public Input In { get; set; } = new();

    public string Title { get; private set; } = "Gesprek";

    public string Who { get; private set; } = "";

    public bool IsEmployer => acting.Actor.Role == Role.Employer;

    /// <summary>The text guard asks whether a word is a name.</summary>
    public bool AsksAboutName { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        In.On = acting.Today;
        return await LoadAsync(cancellationToken) ? Page() : NotFound();
    }

    public async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        var row = await db.PlacementsVisibleTo(acting.Actor).Where(p => p.Id == Id).TagWith("Record.Placement").Select(p => new
        {
            p.PersonId,
            p.Terms.Start,
            Code = db.People.Where(x => x.Id == p.PersonId).Select(x => x.Code).First(),
            Employer = db.Organisations.Where(o => o.Id == p.EmployerId).Select(o => o.Name).First(),
            Codes = db.Reminders.Where(r => r.PlacementId == p.Id && r.LegalDate == LegalDate).Select(r => new { r.Code, r.Recipient }).ToList(),
        }).AsNoTracking().SingleOrDefaultAsync(cancellationToken);
        if (row is null)
            return false;
        var part = Part;
        var codes = row.Codes.Where(c => ReminderCodes.IsTalk(c.Code) && (!IsEmployer || c.Recipient == Recipient.Employer)).Select(c => c.Code).Distinct().ToList();
        Title = codes.Count > 0 ? ReminderWords.OfTalk(codes, row.Start, LegalDate!.Value, part).Title : "Leg een gesprek vast";
        Who = IsEmployer ? (await vault.ReadAsync(row.PersonId, "Gesprek vastleggen: voornaam", cancellationToken))?.FirstName ?? "" : $"{row.Code}, {row.Employer}";
        return true;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await db.PlacementsVisibleTo(acting.Actor).TagWith("Record.IsVisible").AnyAsync(p => p.Id == Id, cancellationToken)
            || await db.FollowUpOfAsync(Id, cancellationToken) is not { } followUp)
        {
            return NotFound();
        }

        if (!await IsSafeAsync(followUp.Placement.PersonId, cancellationToken))
            return Page();
        RecordTalk.Record(followUp, LegalDate, Said(), Part, book, acting.Now);
        db.Keep(followUp);
        await db.SaveChangesAsync(cancellationToken);
        TempData["Gelukt"] = In.Outcome switch
        {
            RecordOutcome.SomethingNeeded => "Vastgelegd. De begeleider belt binnen 2 werkdagen.",
            RecordOutcome.Stopped => "Vastgelegd. De consulent belt vandaag. U blijft in contact.",
            _ => "Vastgelegd. Dank u wel.",
        };
        return LocalRedirect("/te-doen");
    }

    private Recipient Part => InboxQueries.RecipientOf(acting.Actor.Role)!.Value;

    private Talk Said() => IsEmployer
        ? new Talk(In.On ?? acting.Today, In.Outcome!.Value, LastDay: In.LastDay, StopReason: In.StopReason)
        : new Talk(
            In.On ?? acting.Today, In.Outcome!.Value, In.EmployerTookPart, In.Hours, In.AgreedAct?.Trim() ?? "", In.AgreedOwner, In.AgreedBefore, In.LastDay, In.StopReason);

    /// <summary>Free text about a person passes the guard, or the form comes back with the word that stands in the way.</summary>
    private async Task<bool> IsSafeAsync(Guid personId, CancellationToken cancellationToken)
    {
        if (IsEmployer || string.IsNullOrWhiteSpace(In.AgreedAct))
            return true;
        var names = (await vault.ReadAsync(personId, "Controle van vrije tekst", cancellationToken))?.OwnNames ?? [];
        var findings = TextGuard.Check(In.AgreedAct, names, []);
        var refused = findings.FirstOrDefault(f => f.Refuses);
        if (refused is null && (findings.Count == 0 || In.IsNoName))
            return true;
        AsksAboutName = refused is null;
        ModelState.AddModelError("In.AgreedAct", refused is null
            ? $"Staat hier een naam: ‘{findings[0].Word}’? Schrijf dan ‘deze persoon’."
            : $"Haal dit uit de tekst: ‘{refused.Word}’.");
        return false;
    }
}
