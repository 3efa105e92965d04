using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Marketplace.Data;
using Marketplace.Data.Proposals;
using Marketplace.Domain.Proposals;
using Marketplace.Domain.Shared;
using Marketplace.Web.Access;
using Marketplace.Web.Posting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Web.Pages.Proposals;

/// <summary>
/// Planning an introduction, or planning it again (screen 8): moment, place, whom to ask for. From here on the employer reads the first name
/// and the coach's telephone. Seen by the coach of the proposal.
/// </summary>
public sealed class PlanModel(MarketplaceDbContext db, Acting acting) : PageModel, IFormPage
{
    /// <summary>A day further away is a slip of the pen.</summary>
    private const int MostMonthsAhead = 6;

    private static readonly string[] Times = ["H.mm", "H:mm", "Hmm", "%H"];

    public sealed class Input
    {
        public Guid Version { get; set; }

        [Display(Name = "Op welke dag?"), Required(ErrorMessage = "Vul de dag in.")]
        public DateOnly? Day { get; set; }

        [Display(Name = "Hoe laat?"), Required(ErrorMessage = "Vul de tijd in, zoals 10.30.")]
        public string? Time { get; set; }

        [Display(Name = "Waar?"), Required(ErrorMessage = "Vul de plek in."), StringLength(120, ErrorMessage = "Maak de plek korter, tot 120 letters.")]
        public string? Place { get; set; }

        [Display(Name = "Naar wie vraagt de kandidaat?"), Required(ErrorMessage = "Vul in naar wie de kandidaat vraagt."), StringLength(120, ErrorMessage = "Maak de naam korter, tot 120 letters.")]
        public string? AskFor { get; set; }
    }

    public sealed record Row(string Title, string Place, string ContactName, string Employer, string Code, Introduction Introduction);

    [BindProperty]
    public Input In { get; set; } = new();

    [FromRoute]
    public Guid Id { get; set; }

    public Row Shown { get; private set; } = null!;

    public bool IsPlannedAlready => Shown.Introduction.State == IntroductionState.Planned;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
            return NotFound();
        var planned = Shown.Introduction.PlannedAt is { } at ? DutchCalendar.Local(at) : (DateTime?)null;
        In = new Input
        {
            Day = planned is null ? null : DateOnly.FromDateTime(planned.Value),
            Time = planned?.ToString("H.mm", CultureInfo.InvariantCulture),
            Place = planned is null ? Shown.Place : Shown.Introduction.Place,
            AskFor = planned is null ? Shown.ContactName : Shown.Introduction.AskFor,
        };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!TimeOnly.TryParseExact(In.Time!.Trim(), Times, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
        {
            ModelState.AddModelError("In.Time", "Vul de tijd in met een punt, zoals 10.30.");
            return Page();
        }

        if (In.Day > acting.Today.AddMonths(MostMonthsAhead))
        {
            ModelState.AddModelError("In.Day", $"Kies een dag binnen {MostMonthsAhead} maanden.");
            return Page();
        }

        if (await FindAsync(cancellationToken) is not { } introduction)
            return NotFound();
        db.Expect(introduction, In.Version);
        var steps = await db.OpenSteps.Where(s => s.ProposalId == Id && s.DoneAt == null && !s.IsVoid).TagWith("Plan.Steps").ToListAsync(cancellationToken);
        var moment = DutchCalendar.ToUtc(In.Day!.Value.ToDateTime(time));
        db.Add(Introduce.Plan(introduction, moment, In.Place!.Trim(), In.AskFor!.Trim(), steps, acting.Now));
        await db.SaveChangesAsync(cancellationToken);
        TempData["Gelukt"] = $"De kennismaking is gepland: {ProposalWords.Moment(moment)}.";
        return Redirect($"/voorstellen/{Id}");
    }

    public async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        var row = await (
            from p in db.ProposalsVisibleTo(acting.Actor)
            where p.Id == Id && p.State == ProposalState.WantsToMeet
            join i in db.Introductions on p.Id equals i.ProposalId
            where i.State == IntroductionState.ToPlan || i.State == IntroductionState.Planned
            join j in db.Jobs on p.JobId equals j.Id
            join o in db.Organisations on p.OrganisationId equals o.Id
            join x in db.People on p.PersonId equals x.Id
            select new Row(j.Title, j.Place, j.ContactName, o.Name, x.Code, i)).AsNoTracking().TagWith("Plan.Load").SingleOrDefaultAsync(cancellationToken);
        Shown = row!;
        return row is not null;
    }

    private Task<Introduction?> FindAsync(CancellationToken cancellationToken) =>
        db.Introductions.Where(i => i.ProposalId == Id && db.ProposalsVisibleTo(acting.Actor).Any(p => p.Id == Id))
            .TagWith("Plan.Find").SingleOrDefaultAsync(cancellationToken);
}
