using Marketplace.Data;
using Marketplace.Data.Placements;
using Marketplace.Data.Privacy;
using Marketplace.Domain.FollowUp;
using Marketplace.Domain.Organisations;
using Marketplace.Domain.Placements;
using Marketplace.Web.Access;
using Marketplace.Web.Texts;
using Marketplace.Web.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Web.Pages.Placements;

/// <summary>Placements by state. An employer: at the own organisation; a consultant: of own people; a job coach: the own ones.</summary>
public sealed class ListModel(MarketplaceDbContext db, Acting acting, IdentityVault vault) : PageModel
{
    private const int PageSize = 50;

    public sealed record Row(Guid Id, PlacementState State, string Who, string Work, string Where, string Form, string Since, DateOnly? LateSince);

    [BindProperty(SupportsGet = true, Name = "pagina")]
    public int Number { get; set; } = 1;

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public Paging Paging { get; private set; }

    public DateOnly Today => acting.Today;

    public bool IsEmployer => acting.Actor.Role == Role.Employer;

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var mine = db.PlacementsVisibleTo(acting.Actor).AsNoTracking();
        if (acting.Actor.Role == Role.JobCoach)
            mine = mine.Where(p => p.CoachId == acting.Actor.UserId);
        Paging = new Paging(Number, PageSize, await mine.TagWith("Placements.Count").CountAsync(cancellationToken));
        var rows = await mine
            .OrderBy(p => p.State == PlacementState.Running ? 0 : p.State == PlacementState.Agreed ? 1 : 2).ThenByDescending(p => p.Terms.Start).ThenBy(p => p.Id)
            .Skip(Paging.Before).Take(PageSize).TagWith("Placements.List").Select(p => new
            {
                p.Id,
                p.State,
                p.PersonId,
                p.Terms.Form,
                p.Terms.Start,
                Code = db.People.Where(x => x.Id == p.PersonId).Select(x => x.Code).First(),
                Job = db.Jobs.Where(j => j.Id == p.JobId).Select(j => j.Title).FirstOrDefault(),
                Employer = db.Organisations.Where(o => o.Id == p.EmployerId).Select(o => o.Name).First(),
                LateSince = db.Reminders.Where(r => r.SubjectId == p.Id && (r.State == ReminderState.Planned || r.State == ReminderState.Due)
                    && r.LegalDate < acting.Today && (r.Recipient == Recipient.Employer) == IsEmployer).Min(r => (DateOnly?)r.LegalDate),
            }).ToListAsync(cancellationToken);
        var names = IsEmployer
            ? await vault.ReadAsync([.. rows.Select(r => r.PersonId).Distinct()], "Plaatsingen: voornaam van wie bij u werkt", cancellationToken)
            : null;
        Rows = [.. rows.Select(r => new Row(
            r.Id,
            r.State,
            names is null ? r.Code : names.GetValueOrDefault(r.PersonId)?.FirstName ?? "Naam niet bekend",
            r.Job ?? PlacementView.Form(r.Form),
            r.Employer,
            PlacementView.Form(r.Form),
            DutchDays.Day(r.Start),
            r.LateSince))];
    }
}
