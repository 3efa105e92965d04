using Marketplace.Data;
using Marketplace.Data.Privacy;
using Marketplace.Data.Proposals;
using Marketplace.Data.Work;
using Marketplace.Domain.Organisations;
using Marketplace.Domain.Proposals;
using Marketplace.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Web.Pages.Proposals;

/// <summary>What the page of one proposal shows to whom, and what of the vault is read for it.</summary>
public sealed class ProposalPage
{
    public sealed record Line(DateTime At, string ByName, string What);

    public required Proposal Proposal { get; init; }
    public required Introduction? Introduction { get; init; }
    public required string JobTitle { get; init; }
    public required string Place { get; init; }
    public required string Employer { get; init; }

    /// <summary>What the employer reads, at this stage.</summary>
    public required EmployerView View { get; init; }

    /// <summary>The adviser of the employer, to call.</summary>
    public required Adviser? Adviser { get; init; }

    /// <summary>Code inside; null for an employer.</summary>
    public required string? PersonCode { get; init; }

    /// <summary>Name and telephone of the person, for the coach from consent to meet on.</summary>
    public required PersonContact? Person { get; init; }

    public required CoachContact Coach { get; init; }

    /// <summary>Newest first; empty for an employer.</summary>
    public required IReadOnlyList<Line> History { get; init; }

    public ProposalState State => Proposal.State;

    public IntroductionState? Meeting => Introduction?.State;

    /// <summary>The planned day has come: the coach records that they met.</summary>
    public bool MayBeHeld(DateOnly today) => Introduction?.MayBeHeld(today) == true;

    /// <summary>Where and when they meet; null before it is planned.</summary>
    public Appointment? Appointment => Introduction is { PlannedAt: { } at } planned ? new Appointment(at, planned.Place, planned.AskFor) : null;

    public EmployerStage Stage => EmployerStages.Of(State, Meeting);

    /// <summary>The version that an act of this page rests on.</summary>
    public Guid Version => ((Root?)Introduction ?? Proposal).Version;

    /// <summary>The proposal waits for an answer, or the introduction is on its way.</summary>
    public bool IsAlive => State == ProposalState.Proposed || (State == ProposalState.WantsToMeet && Meeting != IntroductionState.Stopped);

    /// <summary>Loads the page; null: there is no such proposal for who asks. Every read of the vault is logged with its purpose.</summary>
    public static async Task<ProposalPage?> LoadAsync(MarketplaceDbContext db, IdentityVault vault, Actor actor, Guid id, CancellationToken cancellationToken)
    {
        var row = await (
            from p in db.ProposalsVisibleTo(actor)
            where p.Id == id
            join j in db.Jobs on p.JobId equals j.Id
            join o in db.Organisations on p.OrganisationId equals o.Id
            from coach in db.Users.Where(u => u.Id == p.CoachId).DefaultIfEmpty()
            from office in db.Organisations.Where(x => x.Id == p.CoachOrganisationId).DefaultIfEmpty()
            from introduction in db.Introductions.Where(i => i.ProposalId == p.Id).DefaultIfEmpty()
            select new
            {
                Proposal = p,
                Introduction = introduction,
                j.Title,
                j.Place,
                o.Name,
                Coach = new CoachContact(coach.DisplayName ?? office.ContactName ?? "", coach.PhoneNumber ?? office.Phone ?? ""),
                PersonCode = db.People.Where(x => x.Id == p.PersonId).Select(x => x.Code).Single(),
                EmployerCode = db.EmployerCodes.Where(c => c.PersonId == p.PersonId && c.OrganisationId == p.OrganisationId).Select(c => c.Code).FirstOrDefault(),
            }).AsNoTracking().TagWith("Proposal.Details").SingleOrDefaultAsync(cancellationToken);
        if (row is null)
            return null;

        var tasks = await db.JobTasksAsync([row.Proposal.JobId], cancellationToken);
        var stage = EmployerStages.Of(row.Proposal.State, row.Introduction?.State);
        var person = await IdentityAsync(vault, actor, row.Proposal, row.Introduction, stage, cancellationToken);
        var isEmployer = actor.Role == Role.Employer;
        return new ProposalPage
        {
            Proposal = row.Proposal,
            Introduction = row.Introduction,
            JobTitle = row.Title,
            Place = row.Place,
            Employer = row.Name,
            View = EmployerView.Of(row.EmployerCode, row.Proposal.Match, tasks[row.Proposal.JobId], stage, person, row.Coach),
            Adviser = await db.AdviserOfAsync(row.Proposal.OrganisationId, cancellationToken),
            PersonCode = isEmployer ? null : row.PersonCode,
            Person = actor.Role == Role.JobCoach ? person : null,
            Coach = row.Coach,
            History = isEmployer ? [] : await HistoryAsync(db, row.Proposal, row.Introduction, cancellationToken),
        };
    }

    /// <summary>The employer's part of the vault by stage; the coach's from consent to meet on. A consultant has the own page of the person.</summary>
    private static async Task<PersonContact?> IdentityAsync(
        IdentityVault vault, Actor actor, Proposal proposal, Introduction? introduction, EmployerStage stage, CancellationToken cancellationToken)
    {
        var coachMayCall = proposal.State == ProposalState.WantsToMeet
            && introduction?.State is IntroductionState.ToPlan or IntroductionState.Planned or IntroductionState.Held or IntroductionState.GoesOn;
        var purpose = actor.Role switch
        {
            Role.Employer when stage != EmployerStage.Proposal => "Kennismaking",
            Role.JobCoach when coachMayCall => "Kennismaking begeleiden",
            _ => null,
        };
        return purpose is not null && await vault.ReadAsync(proposal.PersonId, purpose, cancellationToken) is { } facts
            ? new PersonContact(facts.FirstName, facts.LastName, facts.Phone)
            : null;
    }

    private static async Task<IReadOnlyList<Line>> HistoryAsync(MarketplaceDbContext db, Proposal proposal, Introduction? introduction, CancellationToken cancellationToken)
    {
        Guid[] ids = introduction is null ? [proposal.Id] : [proposal.Id, introduction.Id];
        var rows = await db.History.AsNoTracking().Where(h => ids.Contains(h.EntityId)).OrderByDescending(h => h.At).ThenByDescending(h => h.Id)
            .Select(h => new { h.At, h.ByName, h.Entity, h.To }).Take(50).TagWith("Proposal.History").ToListAsync(cancellationToken);
        return [.. rows.Select(r => new Line(r.At, r.ByName, ProposalWords.OfHistory(r.Entity, r.To)))];
    }
}

/// <summary>Where and when an employer and a person meet.</summary>
/// <param name="At">The moment, UTC.</param>
/// <param name="Place">Where.</param>
/// <param name="AskFor">Whom the person asks for.</param>
public sealed record Appointment(DateTime At, string Place, string AskFor);
