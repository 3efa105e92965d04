using Marketplace.Domain.Organisations;
using Marketplace.Domain.Placements;

namespace Marketplace.Data.Placements;

/// <summary>Placements as somebody may see them (lists.md §11).</summary>
public static class PlacementQueries
{
    /// <summary>
    /// An employer: at the own organisation. A consultant: of people of the own organisation. A job coach: the own ones, and those of
    /// coaches of the same organisation, who answer for each other. Anybody else: none.
    /// </summary>
    public static IQueryable<Placement> PlacementsVisibleTo(this MarketplaceDbContext db, Actor actor) => actor.Role switch
    {
        Role.Employer => db.Placements.Where(p => p.EmployerId == actor.OrganisationId),
        Role.Consultant => db.Placements.Where(p => db.People.Any(x => x.Id == p.PersonId && x.OrganisationId == actor.OrganisationId)),
        Role.JobCoach => db.Placements.Where(p => p.CoachId == actor.UserId
            || db.Memberships.Any(m => m.UserId == p.CoachId && m.OrganisationId == actor.OrganisationId && m.Role == Role.JobCoach)),
        _ => db.Placements.Where(p => false),
    };
}
