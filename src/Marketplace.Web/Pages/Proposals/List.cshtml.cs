using Marketplace.Data;
using Marketplace.Data.Proposals;
using Marketplace.Domain.Organisations;
using Marketplace.Domain.Proposals;
using Marketplace.Web.Access;
using Marketplace.Web.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Web.Pages.Proposals;

/// <summary>
/// Proposals by state (screen 7). An employer: the own ones, at most five cards at once; a coach: the own ones; a consultant: of the own
/// people; an adviser: of the own employers, their state only.
/// </summary>
public sealed class ListModel(MarketplaceDbContext db, Acting acting) : PageModel
{
    /// <summary>Cards that an employer reads at once; the next comes when one is answered.</summary>
    public const int MostCards = 5;

    private const int PageSize = 20;

    public sealed record Row(
        Guid Id, Guid JobId, string JobTitle, string Employer, DateOnly ProposedOn, ProposalState State, IntroductionState? Meeting, string PersonCode, string? EmployerCode, MatchSnapshot Match)
    {
        public bool IsOnItsWay => State == ProposalState.WantsToMeet && Meeting is not (IntroductionState.GoesOn or IntroductionState.Stopped);
    }

    public sealed record Card(Guid Id, string JobTitle, DateOnly ProposedOn, EmployerView View);

    public sealed record Group(string Title, IReadOnlyList<Row> Rows);

    [FromQuery(Name = "pagina")]
    public int Number { get; set; } = 1;

    public Paging Paging { get; private set; }

    /// <summary>What waits for an answer of this employer; empty for others.</summary>
    public IReadOnlyList<Card> Cards { get; private set; } = [];

    public int Waiting { get; private set; }

    public IReadOnlyList<Group> Groups { get; private set; } = [];

    public bool IsEmployer => acting.Actor.Role == Role.Employer;

    public bool IsAdviser => acting.Actor.Role == Role.EmployerAdviser;

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        if (IsEmployer)
            await LoadCardsAsync(cancellationToken);
        var visible = db.ProposalsVisibleTo(acting.Actor).Where(p => !IsEmployer || p.State != ProposalState.Proposed);
        Paging = new Paging(Number, PageSize, await visible.TagWith("Proposals.Count").CountAsync(cancellationToken));
        var rows = await Rows(visible).Skip(Paging.Before).Take(PageSize).TagWith("Proposals.List").ToListAsync(cancellationToken);
        Groups =
        [
            .. new Group[]
            {
                new("Wacht op antwoord", [.. rows.Where(r => r.State == ProposalState.Proposed)]),
                new("Kennismaking", [.. rows.Where(r => r.IsOnItsWay)]),
                new("Afgerond", [.. rows.Where(r => r.State != ProposalState.Proposed && !r.IsOnItsWay)]),
            }.Where(g => g.Rows.Count > 0),
        ];
    }

    private async Task LoadCardsAsync(CancellationToken cancellationToken)
    {
        var waiting = db.ProposalsVisibleTo(acting.Actor).Where(p => p.State == ProposalState.Proposed);
        Waiting = await waiting.TagWith("Proposals.Waiting").CountAsync(cancellationToken);
        var rows = await Rows(waiting).Take(MostCards).TagWith("Proposals.Cards").ToListAsync(cancellationToken);
        var tasks = await db.JobTasksAsync([.. rows.Select(r => r.JobId).Distinct()], cancellationToken);
        Cards = [.. rows.Select(r => new Card(r.Id, r.JobTitle, r.ProposedOn, EmployerView.Of(r.EmployerCode, r.Match, tasks[r.JobId])))];
    }

    /// <summary>What waits longest comes first; after that what is on its way, and what is done, newest first.</summary>
    private IQueryable<Row> Rows(IQueryable<Proposal> proposals) =>
        from p in proposals
        join j in db.Jobs on p.JobId equals j.Id
        join o in db.Organisations on p.OrganisationId equals o.Id
        join x in db.People on p.PersonId equals x.Id
        from i in db.Introductions.Where(i => i.ProposalId == p.Id).DefaultIfEmpty()
        orderby p.State == ProposalState.Proposed ? 0
            : p.State == ProposalState.WantsToMeet && i.State != IntroductionState.GoesOn && i.State != IntroductionState.Stopped ? 1
            : 2, p.State == ProposalState.Proposed ? p.ProposedOn : DateOnly.MaxValue, p.ProposedOn descending, p.Id
        select new Row(
            p.Id, p.JobId, j.Title, o.Name, p.ProposedOn, p.State, (IntroductionState?)i.State, x.Code,
            db.EmployerCodes.Where(c => c.PersonId == p.PersonId && c.OrganisationId == p.OrganisationId).Select(c => c.Code).FirstOrDefault(), p.Match);
}
