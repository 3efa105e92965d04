using Marketplace.Domain.Organisations;
using Marketplace.Domain.Proposals;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Data.Proposals;

/// <summary>Proposals as somebody may see them (lists.md §11).</summary>
public static class ProposalQueries
{
    /// <summary>
    /// An employer: of the own organisation. An adviser: of the employers whose adviser one is (a list shows their state only). A consultant:
    /// of people of the own organisation. A job coach: the own ones. Anybody else: none.
    /// </summary>
    public static IQueryable<Proposal> ProposalsVisibleTo(this MarketplaceDbContext db, Actor actor) => actor.Role switch
    {
        Role.Employer => db.Proposals.Where(p => p.OrganisationId == actor.OrganisationId),
        Role.EmployerAdviser => db.Proposals.Where(p => db.Organisations.Any(o => o.Id == p.OrganisationId && o.AdviserId == actor.UserId)),
        Role.Consultant => db.Proposals.Where(p => db.People.Any(x => x.Id == p.PersonId && x.OrganisationId == actor.OrganisationId)),
        Role.JobCoach => db.Proposals.Where(p => p.CoachId == actor.UserId),
        _ => db.Proposals.Where(p => false),
    };

    /// <summary>Proposals of this job that count as one for this person: waiting for an answer, or wanted and not stopped.</summary>
    public static IQueryable<Proposal> StillOpen(this MarketplaceDbContext db) => db.Proposals.Where(p =>
        p.State == ProposalState.Proposed
        || (p.State == ProposalState.WantsToMeet
            && !db.Introductions.Any(i => i.ProposalId == p.Id && i.State == IntroductionState.Stopped)));

    /// <summary>Introductions of this person at this employer, beside this proposal, for which consent to meet is still needed.</summary>
    public static Task<bool> MeetsHereOtherwiseAsync(this MarketplaceDbContext db, Proposal proposal, CancellationToken cancellationToken) =>
        db.Introductions.TagWith("Proposals.MeetsHereOtherwise").AnyAsync(
            i => i.PersonId == proposal.PersonId
                && i.OrganisationId == proposal.OrganisationId
                && i.ProposalId != proposal.Id
                && i.State != IntroductionState.Stopped,
            cancellationToken);
}
