using Marketplace.Data;
using Marketplace.Data.FollowUp;
using Marketplace.Data.Placements;
using Marketplace.Data.Privacy;
using Marketplace.Domain.FollowUp;
using Marketplace.Domain.Organisations;
using Marketplace.Domain.People;
using Marketplace.Domain.Regulations;
using Marketplace.Domain.Reminders;
using Marketplace.Domain.Shared;
using Marketplace.Web.Access;
using Marketplace.Web.Posting;
using Marketplace.Web.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Web.Pages.FollowUp;

/// <summary>
/// Leg vast: three clicks, everything else is optional. An employer answers for the own part and writes no text. Who may: the employer, and
/// staff of the same organisation as the consultant or the coach of the placement.
/// </summary>
public sealed class RecordModel(MarketplaceDbContext db, Acting acting, IdentityVault vault, TextCheck check, RegulationBook book) : TextPage<Person>(check)
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true, Name = "datum")]
    public DateOnly? LegalDate { get; set; }

    [BindProperty]
    public RecordInput In { get; set; } = new();

    public string Title { get; private set; } = "Gesprek";

    public string Who { get; private set; } = "";

    public bool IsEmployer => acting.Actor.Role == Role.Employer;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        In.On = acting.Today;
        return await LoadAsync(cancellationToken) ? Page() : NotFound();
    }

    public override async Task<bool> LoadAsync(CancellationToken cancellationToken)
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

        if (In is { Outcome: RecordOutcome.Stopped, LastDay: null })
            ModelState.AddModelError("In.LastDay", Sentences.Of(new RefusalException(Refusal.LastDayNeeded)));
        if ((await OwnerAsync(cancellationToken) is { } person && !await IsSafeAsync(person, cancellationToken)) || !ModelState.IsValid)
            return Page();
        var record = RecordTalk.Record(followUp, LegalDate, Said(), Part, book, acting.Now);
        db.Keep(followUp);
        await db.SaveChangesAsync(cancellationToken);
        TempData["Gelukt"] = RecordWords.Done(record);
        return LocalRedirect("/te-doen");
    }

    private Recipient Part => InboxQueries.RecipientOf(acting.Actor.Role)!.Value;

    private Talk Said() => IsEmployer
        ? new Talk(In.On ?? acting.Today, In.Outcome!.Value, LastDay: In.LastDay, StopReason: In.StopReason)
        : new Talk(
            In.On ?? acting.Today, In.Outcome!.Value, In.EmployerTookPart, In.Hours, In.AgreedAct?.Trim() ?? "", In.AgreedOwner, In.AgreedBefore, In.LastDay, In.StopReason);

    protected override IEnumerable<FreeText> Texts => [new("In.AgreedAct", In.AgreedAct, text => In.AgreedAct = text)];

    /// <summary>An employer writes no text.</summary>
    protected override async Task<Person?> OwnerAsync(CancellationToken cancellationToken)
    {
        var whose = db.PlacementsVisibleTo(acting.Actor).Where(p => p.Id == Id).Select(p => p.PersonId);
        return IsEmployer ? null : await db.People.TagWith("Record.Person").SingleOrDefaultAsync(p => whose.Contains(p.Id), cancellationToken);
    }
}
