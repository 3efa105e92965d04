using Marketplace.Data;
using Marketplace.Data.FollowUp;
using Marketplace.Data.Placements;
using Marketplace.Data.Privacy;
using Marketplace.Domain.FollowUp;
using Marketplace.Domain.Organisations;
using Marketplace.Domain.Regulations;
using Marketplace.Domain.Reminders;
using Marketplace.Web.Access;
using Marketplace.Web.Posting;
using Marketplace.Web.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Web.Pages.FollowUp;

/// <summary>Te doen: what waits for who is signed in, or for colleagues when it stays too late. Everybody: own items only.</summary>
public sealed class InboxModel(MarketplaceDbContext db, Acting acting, IdentityVault vault, RegulationBook book) : PageModel, IFormPage
{
    [BindProperty(SupportsGet = true, Name = "lijst")]
    public string? List { get; set; }

    [BindProperty(SupportsGet = true, Name = "alles")]
    public bool IsWhole { get; set; }
    public bool IsTeam => List == "team";
    public bool HasTeam => acting.Actor.IsManager || acting.Actor.Role is Role.Consultant or Role.JobCoach;
    public bool IsEmployer => acting.Actor.Role == Role.Employer;
    public DateOnly Today => acting.Today;

    public InboxItems Items { get; private set; } = new([], 0);

    public async Task OnGetAsync(CancellationToken cancellationToken) => await LoadAsync(cancellationToken);

    public async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        Items = await InboxItems.ReadAsync(db, acting, vault, book, IsTeam, cancellationToken);
        return true;
    }

    /// <summary>"Klaar" on a line or a step.</summary>
    public async Task<IActionResult> OnPostDoneAsync(Guid id, CancellationToken cancellationToken)
    {
        if ((await TickAsync(id, undo: false, cancellationToken) ?? await FinishAsync(id, undo: false, cancellationToken)) is not { } title)
            return NotFound();
        await db.SaveChangesAsync(cancellationToken);
        (TempData["Gelukt"], TempData["Ongedaan"]) = ($"“{title}” is klaar.", id);
        return Again();
    }

    public async Task<IActionResult> OnPostUndoAsync(Guid id, CancellationToken cancellationToken)
    {
        if ((await TickAsync(id, undo: true, cancellationToken) ?? await FinishAsync(id, undo: true, cancellationToken)) is not { } title)
            return NotFound();
        await db.SaveChangesAsync(cancellationToken);
        TempData["Gelukt"] = $"“{title}” staat weer op uw lijst.";
        return Again();
    }

    /// <summary>Later: moves the sending day of an own item, never its date.</summary>
    public async Task<IActionResult> OnPostLaterAsync(Guid[] ids, DateOnly? until, DateOnly? day, CancellationToken cancellationToken)
    {
        if ((until ?? day) is not { } moved)
        {
            ModelState.AddModelError("", "Kies een dag.");
            return Page();
        }

        var reminders = await db.RemindersOf(acting.Actor).Open().Where(r => ids.Contains(r.Id)).TagWith("Inbox.Later").ToListAsync(cancellationToken);
        var steps = await db.OpenSteps.OpenFor(acting.Actor).Where(s => ids.Contains(s.Id)).TagWith("Inbox.LaterSteps").ToListAsync(cancellationToken);
        if (reminders.Count + steps.Count == 0)
            return NotFound();
        reminders.ForEach(r => r.Snooze(moved, acting.Now));
        steps.ForEach(s => s.Snooze(moved, acting.Now));
        await db.SaveChangesAsync(cancellationToken);
        TempData["Gelukt"] = $"Wij laten dit op {DutchDays.WeekDay(moved)} weer zien. De datum zelf verandert niet.";
        return Again();
    }

    private LocalRedirectResult Again() => LocalRedirect(IsTeam ? "/te-doen?lijst=team" : "/te-doen");

    /// <summary>Title of the line that was ticked, or null when there is no such line for who asks.</summary>
    private async Task<string?> TickAsync(Guid id, bool undo, CancellationToken cancellationToken)
    {
        if (await db.Reminders.TagWith("Inbox.Line").SingleOrDefaultAsync(r => r.Id == id, cancellationToken) is not { } line)
            return null;
        var isOwn = await db.RemindersOf(acting.Actor).TagWith("Inbox.IsOwn").AnyAsync(r => r.Id == id, cancellationToken)
            || await db.OverdueOfOthers(acting, book).TagWith("Inbox.IsTeam").AnyAsync(r => r.Id == id, cancellationToken);
        if (!isOwn && !await db.PlacementsVisibleTo(acting.Actor).TagWith("Inbox.IsVisible").AnyAsync(p => p.Id == line.PlacementId, cancellationToken))
            return null;
        HashSet<Recipient> parts = isOwn ? [line.Recipient] : [];
        var sendings = await db.Reminders.TagWith("Inbox.Sendings")
            .Where(r => r.SubjectId == line.SubjectId && r.Code == line.Code && r.LegalDate == line.LegalDate).ToListAsync(cancellationToken);
        if (undo)
            Ticking.Undo(line, sendings, parts);
        else
            Ticking.Tick(line, sendings, parts, acting.Now);
        if (line.Code is ReminderCodes.Review or ReminderCodes.Ladder)
        {
            var person = await db.People.TagWith("Inbox.Person").SingleAsync(p => p.Id == line.PersonId, cancellationToken);
            if (undo)
                CandidateDates.Undo(person, line, book);
            else
                CandidateDates.Answer(person, line.Code, acting.Now);
        }

        return ReminderWords.Of(line.Code, line.Recipient).Title;
    }

    /// <summary>Title of the step that was finished, or null when there is no such step for who asks.</summary>
    private async Task<string?> FinishAsync(Guid id, bool undo, CancellationToken cancellationToken)
    {
        var mine = db.OpenSteps.StepsOf(acting.Actor).Where(s => s.Id == id && !s.IsVoid);
        var team = db.OverdueStepsOfOthers(acting, book).Where(s => s.Id == id && !s.IsVoid);
        var step = await mine.TagWith("Inbox.Step").SingleOrDefaultAsync(cancellationToken) ?? await team.TagWith("Inbox.TeamStep").SingleOrDefaultAsync(cancellationToken);
        if (step is null || !InboxItem.IsTick(step.Kind, step.About))
            return null;
        if (undo)
            step.Reopen();
        else
            step.Finish(acting.Now);
        if (step.Kind == StepKind.MissingFact)
        {
            var person = await db.People.TagWith("Inbox.Person").SingleAsync(p => p.Id == step.PersonId, cancellationToken);
            person.LadderMeasuredOn = undo ? null : acting.Today;
        }

        return StepWords.Of(step.Kind, step.About).Title;
    }
}
