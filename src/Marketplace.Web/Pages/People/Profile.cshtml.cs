using Marketplace.Data;
using Marketplace.Data.FollowUp;
using Marketplace.Data.People;
using Marketplace.Data.Privacy;
using Marketplace.Domain.Organisations;
using Marketplace.Domain.People;
using Marketplace.Domain.Placements;
using Marketplace.Domain.Proposals;
using Marketplace.Domain.Regulations;
using Marketplace.Web.Access;
using Marketplace.Web.Posting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Web.Pages.People;

/// <summary>
/// One person: the six sheets, consent, and what goes on. The own organisation reads the name (a logged read) and the history; a job
/// coach of another organisation reads the anonymous profile as long as consent to be found holds.
/// </summary>
public sealed class ProfileModel(MarketplaceDbContext db, RegulationBook book, Acting acting, IdentityVault vault) : PageModel, IFormPage
{
    private const int MostLines = 20;

    public sealed record ProposalRow(Guid Id, string Job, string Employer, ProposalState State, IntroductionState? Introduction, DateOnly On);

    public sealed record PlacementRow(Guid Id, string Job, string Employer, PlacementState State, DateOnly Start);

    public sealed record HistoryRow(string Entity, string? From, string To, string? Reason, DateTime At, string ByName);

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public Person Person { get; private set; } = null!;

    /// <summary>First and last name; null for who may read the profile only.</summary>
    public string? Name { get; private set; }

    public string Consultant { get; private set; } = "";

    public string Organisation { get; private set; } = "";

    public IReadOnlyList<ProposalRow> Proposals { get; private set; } = [];

    public IReadOnlyList<PlacementRow> Placements { get; private set; } = [];

    public IReadOnlyList<HistoryRow> History { get; private set; } = [];

    public DateOnly Today => acting.Today;

    public bool IsConsultant => acting.Actor.Role == Role.Consultant;

    public bool IsOwn => Person.OrganisationId == acting.Actor.OrganisationId;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await LoadAsync(cancellationToken) ? Page() : NotFound();

    public async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        var row = await (
            from p in db.People.VisibleTo(acting.Actor, acting.Today).WithAnswers()
            where p.Id == Id
            join o in db.Organisations on p.OrganisationId equals o.Id
            join u in db.Users on p.ConsultantId equals u.Id into users
            from u in users.DefaultIfEmpty()
            select new { p, o.Name, u.DisplayName }).AsNoTracking().TagWith("People.Profile").SingleOrDefaultAsync(cancellationToken);
        if (row is null)
            return false;
        (Person, Organisation, Consultant) = (row.p, row.Name, row.DisplayName);
        if (IsOwn)
        {
            Name = await vault.ReadAsync(Id, "Kandidaat bekijken", cancellationToken) is { } facts ? $"{facts.FirstName} {facts.LastName}" : null;
            await LoadHistoryAsync(cancellationToken);
        }

        await LoadProposalsAsync(cancellationToken);
        return true;
    }

    /// <summary>"Vandaag besproken": the talk about the profile took place, whether or not answers changed; or the ladder was measured.</summary>
    public async Task<IActionResult> OnPostReviewedAsync(bool ladder, CancellationToken cancellationToken)
    {
        var person = IsConsultant
            ? await db.People.OwnPeople(acting.Actor).TagWith("People.Reviewed").SingleOrDefaultAsync(p => p.Id == Id, cancellationToken)
            : null;
        if (person is null)
            return NotFound();
        if (ladder)
            person.LadderMeasuredOn = acting.Today;
        else
            person.LastReviewOn = acting.Today;
        await db.SaveAndRenewAsync(Id, book, acting.Now, cancellationToken);
        TempData["Gelukt"] = ladder ? "Vastgelegd: vandaag gemeten." : "Vastgelegd: vandaag besproken.";
        return LocalRedirect(ProfileSheets.HubOf(Id));
    }

    /// <summary>A consultant sees everything about own people; a job coach the own proposals and placements.</summary>
    private async Task LoadProposalsAsync(CancellationToken cancellationToken)
    {
        Guid? coach = IsConsultant ? null : acting.UserId;
        Proposals = await (
            from p in db.Proposals
            where p.PersonId == Id && (coach == null || p.CoachId == coach)
            join j in db.Jobs on p.JobId equals j.Id
            join o in db.Organisations on p.OrganisationId equals o.Id
            join i in db.Introductions on p.Id equals i.ProposalId into introductions
            from i in introductions.DefaultIfEmpty()
            orderby p.ProposedOn descending
            select new ProposalRow(p.Id, j.Title, o.Name, p.State, i == null ? null : i.State, p.ProposedOn))
            .Take(MostLines).TagWith("People.ProfileProposals").ToListAsync(cancellationToken);
        Placements = await (
            from p in db.Placements
            where p.PersonId == Id && (coach == null || p.CoachId == coach)
            join j in db.Jobs on p.JobId equals j.Id into jobs
            from j in jobs.DefaultIfEmpty()
            join o in db.Organisations on p.EmployerId equals o.Id
            orderby p.Terms.Start descending
            select new PlacementRow(p.Id, j == null ? "Werk" : j.Title, o.Name, p.State, p.Terms.Start))
            .Take(MostLines).TagWith("People.ProfilePlacements").ToListAsync(cancellationToken);
    }

    private async Task LoadHistoryAsync(CancellationToken cancellationToken) =>
        History = await db.HistoryOfPerson(Id).AsNoTracking().TagWith("People.ProfileHistory")
            .OrderByDescending(h => h.At).Take(MostLines)
            .Select(h => new HistoryRow(h.Entity, h.From, h.To, h.Reason, h.At, h.ByName)).ToListAsync(cancellationToken);
}
