using Marketplace.Data.People;
using Marketplace.Domain.Organisations;
using Marketplace.Domain.People;
using Marketplace.Domain.Placements;

namespace Marketplace.Data.Proposals;

/// <summary>Whom a job coach may compare with a job (lists.md §11).</summary>
public static class WorkbenchQueries
{
    /// <summary>
    /// People of a region that a job coach may read without identity: everybody with consent to be found that holds today, and people of the
    /// coach's own organisation who were not asked yet. Who said stop, or whose consent ran out, is not there, nor whose help has ended.
    /// </summary>
    public static IQueryable<Person> FindableFor(this IQueryable<Person> people, Actor actor, string regionCode, DateOnly today) =>
        people.VisibleTo(actor, today).Where(p => p.RegionCode == regionCode && p.HelpedUntil == null && (
            p.Consents.Any(c => c.Purpose == ConsentPurpose.Found && c.State == ConsentState.Given && c.GivenOn <= today && (c.Until == null || c.Until >= today))
            || !p.Consents.Any(c => c.Purpose == ConsentPurpose.Found)));

    /// <summary>People whose hours and travel are known; the rest of what a comparison needs is looked at in memory.</summary>
    public static IQueryable<Person> WithHoursAndTravel(this IQueryable<Person> people) =>
        people.Where(p => p.HoursMin != null && p.MaxTravelMinutes != null);

    /// <summary>People whose consent to be proposed holds on this day.</summary>
    public static IQueryable<Person> WithConsentToBeProposed(this IQueryable<Person> people, DateOnly today) => people.Where(p =>
        p.Consents.Any(c => c.Purpose == ConsentPurpose.Proposed && c.State == ConsentState.Given && c.GivenOn <= today && (c.Until == null || c.Until >= today)));

    /// <summary>Codes of the people whom this coach already stands beside: of the own organisation, proposed by the coach, or coached at work.</summary>
    /// <remarks>Three ways by an index each; with <i>or</i> every person was read.</remarks>
    public static IQueryable<string> CodesBeside(this MarketplaceDbContext db, Actor actor) =>
        db.People.Where(p => p.OrganisationId == actor.OrganisationId).Select(p => p.Code)
            .Union(CodesOf(db, db.Proposals.Where(x => x.CoachId == actor.UserId).Select(x => x.PersonId)))
            .Union(CodesOf(db, db.Placements
                .Where(x => x.CoachId == actor.UserId && (x.State == PlacementState.Agreed || x.State == PlacementState.Running)).Select(x => x.PersonId)));

    private static IQueryable<string> CodesOf(MarketplaceDbContext db, IQueryable<Guid> people) =>
        db.People.Where(p => people.Contains(p.Id)).Select(p => p.Code);
}
