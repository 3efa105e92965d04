using Marketplace.Data;
using Marketplace.Data.FollowUp;
using Marketplace.Data.People;
using Marketplace.Data.Privacy;
using Marketplace.Domain.FollowUp;
using Marketplace.Domain.Organisations;
using Marketplace.Domain.People;
using Marketplace.Domain.Regulations;
using Marketplace.Domain.Vocabulary;
using Marketplace.Web.Access;
using Marketplace.Web.Texts;
using Marketplace.Web.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Web.Pages.People;

/// <summary>The people of the own organisation: who was not spoken to for longest comes first.</summary>
public sealed class CaseloadModel(MarketplaceDbContext db, Acting acting, IdentityVault vault, RegulationBook book) : PageModel
{
    public const string MyTab = "mijn";
    public const string AllTab = "alle";
    public const string ConsentTab = "toestemming";
    public const string LongAgoTab = "lang";
    private const int RowsOnPage = 25;

    public sealed record Row(
        Guid Id, string Code, string? FirstName, string Hours, string Travel, string Sectors,
        StatusTone Tone, string Consent, StepKind? NextStep, string? NextReminder, DateOnly? NextOn, DateOnly? LastReviewOn);

    [BindProperty(SupportsGet = true)]
    public string? Tab { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Code { get; set; }

    [BindProperty(SupportsGet = true)]
    public int Pagina { get; set; } = 1;

    public bool IsConsultant => acting.Actor.Role == Role.Consultant;

    public DateOnly Today => acting.Today;

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public Paging Paging { get; private set; }

    public int ReviewMonths => book.Whole(Terms.ReviewMonths, acting.Today);

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        if (Tab is not (MyTab or AllTab or ConsentTab or LongAgoTab) || (Tab == MyTab && !IsConsultant))
            Tab = IsConsultant ? MyTab : AllTab;
        var people = InTab();
        Paging = new Paging(Pagina, RowsOnPage, await people.TagWith("People.CaseloadCount").CountAsync(cancellationToken));
        await LoadRowsAsync(people, cancellationToken);
    }

    private IQueryable<Person> InTab()
    {
        // Whose help has ended waits for nothing, and is found among all as long as it can go on again.
        var own = db.People.AsNoTracking().OwnPeople(acting.Actor);
        var helped = own.Where(p => p.HelpedUntil == null);
        var people = Tab switch
        {
            MyTab => helped.Where(p => p.ConsultantId == acting.UserId),
            ConsentTab => helped.ConsentRunsOut(acting.Today),
            LongAgoTab => helped.NotSpokenSince(db, acting.Today.AddMonths(-ReviewMonths)),
            _ => own,
        };
        return string.IsNullOrWhiteSpace(Code) ? people : people.Where(p => p.Code.Contains(Code.Trim().ToUpperInvariant()));
    }

    private async Task LoadRowsAsync(IQueryable<Person> people, CancellationToken cancellationToken)
    {
        var rows = await people.OrderBy(p => p.LastReviewOn).ThenBy(p => p.Code).Skip(Paging.Before).Take(RowsOnPage)
            .Select(p => new
            {
                p.Id,
                p.Code,
                p.HoursMin,
                p.HoursWish,
                p.HoursMax,
                p.Modes,
                p.MaxTravelMinutes,
                p.WishedSectors,
                p.LastReviewOn,
                Consents = p.Consents.Select(c => new ConsentWords.Facts(c.Purpose, c.State, c.GivenOn, c.Until)).ToList(),
            }).TagWith("People.Caseload").ToListAsync(cancellationToken);
        var ids = rows.Select(r => r.Id).ToList();
        var names = await vault.ReadAsync(ids, "Kandidatenlijst", cancellationToken);
        var steps = (await (
                from s in db.OpenSteps
                where s.DoneAt == null && !s.IsVoid && ids.Contains(s.PersonId!.Value)
                select new { PersonId = s.PersonId!.Value, s.Kind, s.DueOn }).Concat(
                from p in db.Proposals
                where ids.Contains(p.PersonId)
                join s in db.OpenSteps on p.Id equals s.ProposalId
                where s.DoneAt == null && !s.IsVoid && s.PersonId == null
                select new { p.PersonId, s.Kind, s.DueOn }).TagWith("People.CaseloadSteps").ToListAsync(cancellationToken))
            .GroupBy(s => s.PersonId).ToDictionary(g => g.Key, g => g.MinBy(s => s.DueOn)!);
        var lines = (await (
                from r in db.Reminders.Open()
                where r.Recipient == Recipient.Consultant && ids.Contains(r.PersonId!.Value)
                select new { PersonId = r.PersonId!.Value, r.Code, r.LegalDate }).Concat(
                from x in db.Placements
                where ids.Contains(x.PersonId)
                join r in db.Reminders.Open() on x.Id equals r.PlacementId
                where r.Recipient == Recipient.Consultant
                select new { x.PersonId, r.Code, r.LegalDate }).TagWith("People.CaseloadReminders").ToListAsync(cancellationToken))
            .GroupBy(r => r.PersonId).ToDictionary(g => g.Key, g => g.MinBy(r => r.LegalDate)!);
        Rows = [.. rows.Select(r =>
        {
            var (tone, consent) = ConsentWords.Of(r.Consents, acting.Today);
            var (step, line) = (steps.GetValueOrDefault(r.Id), lines.GetValueOrDefault(r.Id));
            var isLine = line is not null && (step is null || line.LegalDate < step.DueOn);
            return new Row(
                r.Id, r.Code, names.GetValueOrDefault(r.Id)?.FirstName, ProfileWords.Hours(r.HoursMin, r.HoursWish, r.HoursMax),
                ProfileWords.Travel(r.Modes, r.MaxTravelMinutes), ProfileWords.List(CodeLists.Sectors, r.WishedSectors, ""), tone, consent,
                step?.Kind, isLine ? line!.Code : null, isLine ? line!.LegalDate : step?.DueOn ?? r.LastReviewOn?.AddMonths(ReviewMonths), r.LastReviewOn);
        })];
    }
}
