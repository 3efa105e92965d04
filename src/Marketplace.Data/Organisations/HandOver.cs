using Marketplace.Data.FollowUp;
using Marketplace.Domain.FollowUp;
using Marketplace.Domain.Imports;
using Marketplace.Domain.Organisations;
using Marketplace.Domain.People;
using Marketplace.Domain.Placements;
using Marketplace.Domain.Proposals;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Data.Organisations;

/// <summary>
/// Everything that waits for somebody goes to one named colleague: open items, and whom the next items are for (people, placements, proposals,
/// employers). What is done keeps the name of who did it.
/// </summary>
public sealed class HandOver(MarketplaceDbContext db)
{
    /// <summary>How many things stand in the name of this member: open items and what leads to new ones.</summary>
    public Task<int> CountAsync(Membership from, CancellationToken cancellationToken)
    {
        var (steps, people, placements, proposals) = (Steps(from), People(from), Placements(from), Proposals(from));
        var (introductions, employers, imports) = (Introductions(from), Employers(from), Imports(from));
        return db.Users.Where(u => u.Id == from.UserId)
            .Select(_ => steps.Count() + people.Count() + placements.Count() + proposals.Count() + introductions.Count() + employers.Count() + imports.Count())
            .TagWith("HandOver.Count").SingleAsync(cancellationToken);
    }

    /// <summary>Gives it all to a colleague. The caller saves: one transaction, and an audit row for each.</summary>
    public async Task GiveAsync(Membership from, Guid to, CancellationToken cancellationToken)
    {
        foreach (var step in await Steps(from).TagWith("HandOver.GiveSteps").ToListAsync(cancellationToken))
            step.GiveTo(to);
        foreach (var placement in await Placements(from).TagWith("HandOver.GivePlacements").ToListAsync(cancellationToken))
        {
            if (from.Role == Role.Consultant)
                placement.ConsultantId = to;
            else
                placement.CoachId = to;
        }

        foreach (var proposal in await Proposals(from).TagWith("HandOver.GiveProposals").ToListAsync(cancellationToken))
            proposal.CoachId = to;
        foreach (var introduction in await Introductions(from).TagWith("HandOver.GiveIntroductions").ToListAsync(cancellationToken))
            introduction.CoachId = to;
        foreach (var employer in await Employers(from).TagWith("HandOver.GiveEmployers").ToListAsync(cancellationToken))
            employer.AdviserId = to;
        foreach (var person in await People(from).TagWith("HandOver.GivePeople").ToListAsync(cancellationToken))
            person.ConsultantId = to;
        foreach (var import in await Imports(from).TagWith("HandOver.GiveImports").ToListAsync(cancellationToken))
            import.GiveTo(to);
    }

    private IQueryable<OpenStep> Steps(Membership from)
    {
        var recipient = InboxQueries.RecipientOf(from.Role);
        return db.OpenSteps.Where(s => s.UserId == from.UserId && s.Recipient == recipient && s.DoneAt == null && !s.IsVoid);
    }

    private IQueryable<Person> People(Membership from) =>
        db.People.Where(p => from.Role == Role.Consultant && p.ConsultantId == from.UserId && p.OrganisationId == from.OrganisationId);

    private IQueryable<Placement> Placements(Membership from)
    {
        // A placement that stopped may still have dates of law.
        var going = db.Placements.Where(p => p.State == PlacementState.Agreed || p.State == PlacementState.Running || db.Reminders.Open().Any(r => r.PlacementId == p.Id));
        return from.Role switch
        {
            Role.Consultant => going.Where(p => p.ConsultantId == from.UserId && db.People.Any(x => x.Id == p.PersonId && x.OrganisationId == from.OrganisationId)),
            Role.JobCoach => going.Where(p => p.CoachId == from.UserId),
            _ => going.Where(p => false),
        };
    }

    private IQueryable<Proposal> Proposals(Membership from) => db.Proposals.Where(p =>
        from.Role == Role.JobCoach && p.CoachId == from.UserId && p.CoachOrganisationId == from.OrganisationId
        && (p.State == ProposalState.Proposed || p.State == ProposalState.WantsToMeet));

    private IQueryable<Introduction> Introductions(Membership from) => db.Introductions.Where(i =>
        from.Role == Role.JobCoach && i.CoachId == from.UserId && i.State != IntroductionState.Stopped
        && db.Proposals.Any(p => p.Id == i.ProposalId && p.CoachOrganisationId == from.OrganisationId));

    private IQueryable<Organisation> Employers(Membership from) =>
        db.Organisations.Where(o => from.Role == Role.EmployerAdviser && o.AdviserId == from.UserId);

    /// <summary>Files on their way in: the rows that are still to come get the name of who takes over.</summary>
    private IQueryable<Import> Imports(Membership from)
    {
        var kind = from.Role == Role.Consultant ? ImportKind.People : ImportKind.Tasks;
        return db.Imports.Where(i => i.UserId == from.UserId && i.OrganisationId == from.OrganisationId && i.Kind == kind
            && (i.State == ImportState.Checking || i.State == ImportState.Checked || i.State == ImportState.Taking));
    }
}
