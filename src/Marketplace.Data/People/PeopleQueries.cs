using System.Globalization;
using System.Security.Cryptography;
using Marketplace.Domain.Organisations;
using Marketplace.Domain.People;
using Marketplace.Domain.Placements;
using Marketplace.Domain.Proposals;
using Marketplace.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Data.People;

/// <summary>Who sees which people, and the lists of a caseload (lists.md §11).</summary>
public static class PeopleQueries
{
    /// <summary>A consent that ends within this many days is asked again in time.</summary>
    public const int DaysBeforeConsentEnds = 30;

    /// <summary>
    /// People of the actor's own organisation: for consultants and job coaches. Only of these people may identity be read here. Other
    /// roles see nobody, also in the same organisation.
    /// </summary>
    public static IQueryable<Person> OwnPeople(this IQueryable<Person> people, Actor actor) => actor.Role is Role.Consultant or Role.JobCoach
        ? people.Where(p => p.OrganisationId == actor.OrganisationId)
        : people.Where(_ => false);

    /// <summary>
    /// People whose arrangements the actor works out: those of the own organisation, and for a job coach also whoever the coach guides in a
    /// placement that is agreed or runs.
    /// </summary>
    public static IQueryable<Person> ArrangedBy(this MarketplaceDbContext db, Actor actor) => actor.Role == Role.JobCoach
        ? db.People.Where(p => p.OrganisationId == actor.OrganisationId
            || db.Placements.Any(x => x.PersonId == p.Id && x.CoachId == actor.UserId && (x.State == PlacementState.Agreed || x.State == PlacementState.Running)))
        : db.People.OwnPeople(actor);

    /// <summary>Decisions to deviate: a consultant sees those of the own municipality.</summary>
    public static IQueryable<Deviation> VisibleTo(this IQueryable<Deviation> deviations, Actor actor) => actor.Role == Role.Consultant
        ? deviations.Where(d => d.OrganisationId == actor.OrganisationId)
        : deviations.Where(_ => false);

    /// <summary>
    /// Profiles that the actor may read: a consultant those of the own organisation; a job coach also everybody of the region with
    /// consent to be found today, without identity.
    /// </summary>
    public static IQueryable<Person> VisibleTo(this IQueryable<Person> people, Actor actor, DateOnly today) => actor.Role == Role.JobCoach
        ? people.Where(p => p.OrganisationId == actor.OrganisationId
            || (actor.Regions.Contains(p.RegionCode)
                && p.Consents.Any(c => c.Purpose == ConsentPurpose.Found && c.State == ConsentState.Given && c.GivenOn <= today && (c.Until == null || c.Until >= today))))
        : people.OwnPeople(actor);

    /// <summary>Consent to be found or proposed has run out or does so within <see cref="DaysBeforeConsentEnds"/>, and no newer one was given.</summary>
    public static IQueryable<Person> ConsentRunsOut(this IQueryable<Person> people, DateOnly today)
    {
        var limit = today.AddDays(DaysBeforeConsentEnds);
        return people.Where(p => p.Consents.Any(c =>
            (c.Purpose == ConsentPurpose.Found || c.Purpose == ConsentPurpose.Proposed)
            && c.State == ConsentState.Given && c.Until <= limit
            && !p.Consents.Any(newer => newer.Purpose == c.Purpose && newer.State == ConsentState.Given && newer.Until > limit)));
    }

    /// <summary>Neither a review of the profile nor a record of a talk on or after a day.</summary>
    public static IQueryable<Person> NotSpokenSince(this IQueryable<Person> people, MarketplaceDbContext db, DateOnly day) => people.Where(p =>
        (p.LastReviewOn == null || p.LastReviewOn < day)
        && !db.FollowUpRecords.Any(r => r.On >= day && db.Placements.Any(pl => pl.Id == r.PlacementId && pl.PersonId == p.Id)));

    /// <summary>With every answer and consent, as three statements.</summary>
    public static IQueryable<Person> WithAnswers(this IQueryable<Person> people) =>
        people.Include(p => p.Capacities).Include(p => p.Consents).AsSplitQuery();

    /// <summary>One person of the own organisation with every answer and consent, for a form.</summary>
    public static IQueryable<Person> OwnProfile(this MarketplaceDbContext db, Actor actor, Guid id) =>
        db.People.OwnPeople(actor).Where(p => p.Id == id).WithAnswers().TagWith("People.OwnProfile");

    /// <summary>
    /// Lines of history of a person with the proposals, introductions and placements. Whose they are is asked as one list, so a database finds them by
    /// their index and does not read the history of everybody.
    /// </summary>
    public static IQueryable<StateChange> HistoryOfPerson(this MarketplaceDbContext db, Guid personId)
    {
        var subjects = db.People.Where(p => p.Id == personId).Select(p => p.Id)
            .Concat(db.Proposals.Where(p => p.PersonId == personId).Select(p => p.Id))
            .Concat(db.Introductions.Where(i => i.PersonId == personId).Select(i => i.Id))
            .Concat(db.Placements.Where(p => p.PersonId == personId).Select(p => p.Id));
        return db.History.Where(h => subjects.Contains(h.EntityId));
    }

    /// <summary>A code that nobody has.</summary>
    public static async Task<string> FreeCodeAsync(this MarketplaceDbContext db, CancellationToken cancellationToken) =>
        (await db.FreeCodesAsync(1, cancellationToken))[0];

    /// <summary>So many codes of people that nobody has: <c>K-</c> and five random digits. The unique index is the guarantee.</summary>
    public static async Task<IReadOnlyList<string>> FreeCodesAsync(this MarketplaceDbContext db, int count, CancellationToken cancellationToken)
    {
        var free = new HashSet<string>(StringComparer.Ordinal);
        while (free.Count < count)
        {
            var tried = Enumerable.Range(0, count - free.Count).Select(_ => string.Create(CultureInfo.InvariantCulture, $"K-{RandomNumberGenerator.GetInt32(100_000):00000}")).Distinct().ToList();
            var taken = await db.People.Where(p => tried.Contains(p.Code)).Select(p => p.Code).TagWith("People.FreeCodes").ToListAsync(cancellationToken);
            free.UnionWith(tried.Except(taken));
        }

        return [.. free];
    }

    /// <summary>Loads what rests on the consents of a person, to be changed together with them.</summary>
    public static async Task<RestingOnConsent> RestingOnConsentAsync(this MarketplaceDbContext db, Guid personId, CancellationToken cancellationToken) => new(
        await db.Proposals.TagWith("People.OpenProposals")
            .Where(p => p.PersonId == personId && (p.State == ProposalState.Proposed || p.State == ProposalState.WantsToMeet)).ToListAsync(cancellationToken),
        await db.Introductions.TagWith("People.Introductions")
            .Where(i => i.PersonId == personId && i.State != IntroductionState.Stopped).ToListAsync(cancellationToken),
        await db.OpenSteps.TagWith("People.OpenSteps")
            .Where(s => s.DoneAt == null && !s.IsVoid
                && (s.PersonId == personId || db.Proposals.Any(p => p.Id == s.ProposalId && p.PersonId == personId))).ToListAsync(cancellationToken));
}
