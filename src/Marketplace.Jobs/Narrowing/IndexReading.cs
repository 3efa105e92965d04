using Marketplace.Data;
using Marketplace.Data.Narrowing;
using Marketplace.Domain.People;
using Marketplace.Domain.Work;
using Marketplace.Matching;
using Marketplace.Matching.Narrowing;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Jobs.Narrowing;

/// <summary>
/// Reads people and jobs as an index knows them. A person is read before the consents: a consent that is newer than the person's revision comes
/// again with the change that it is, one that is older would stay.
/// </summary>
internal static class IndexReading
{
    /// <summary>Changed roots that are read in one statement.</summary>
    public const int AtOnce = 500;

    private const int PeopleAtOnce = 5000;

    /// <summary>What became of these people; who is not in the database any more was removed.</summary>
    public static async Task<List<CandidateChange>> PeopleAsync(
        MarketplaceDbContext db, IReadOnlyCollection<IGrouping<Guid, IndexChange>> changes, CancellationToken cancellationToken)
    {
        var ids = changes.Select(c => c.Key).ToList();
        var people = await db.People.AsNoTracking().Where(p => ids.Contains(p.Id)).TagWith("Index.People").ToListAsync(cancellationToken);
        var found = await Found(db.People.Where(p => ids.Contains(p.Id))).TagWith("Index.Found").ToListAsync(cancellationToken);
        var there = people.Select(p => p.Id).ToHashSet();
        return
        [
            .. Changes(people, found),
            .. changes.Where(c => !there.Contains(c.Key)).Select(c => c.MaxBy(r => r.Revision)!).Select(r => new CandidateChange(r.Code, r.Revision, null)),
        ];
    }

    /// <summary>The people with these codes as they are now.</summary>
    public static async Task<List<CandidateChange>> PeopleAsync(MarketplaceDbContext db, IReadOnlyCollection<string> codes, CancellationToken cancellationToken)
    {
        var people = await db.People.AsNoTracking().Where(p => codes.Contains(p.Code)).TagWith("Index.PeopleByCode").ToListAsync(cancellationToken);
        var found = await Found(db.People.Where(p => codes.Contains(p.Code))).TagWith("Index.FoundByCode").ToListAsync(cancellationToken);
        return [.. Changes(people, found)];
    }

    /// <summary>What became of these jobs.</summary>
    public static async Task<List<JobChange>> JobsAsync(
        MarketplaceDbContext db, IReadOnlyCollection<IGrouping<Guid, IndexChange>> changes, CancellationToken cancellationToken)
    {
        var ids = changes.Select(c => c.Key).ToList();
        var jobs = await db.Jobs.AsNoTracking().Where(j => ids.Contains(j.Id)).Include(j => j.Tasks).TagWith("Index.Jobs").ToListAsync(cancellationToken);
        var there = jobs.Select(j => j.Id).ToHashSet();
        return
        [
            .. jobs.Select(j => JobChange.Of(j, j.Revision)),
            .. changes.Where(c => !there.Contains(c.Key)).Select(c => new JobChange(FromDomain.CodeOf(c.Key), c.Max(r => r.Revision), null)),
        ];
    }

    /// <summary>Everybody, read as it is taken.</summary>
    public static IEnumerable<CandidateChange> Everybody(MarketplaceDbContext db, CancellationToken cancellationToken)
    {
        for (var last = Guid.Empty; ;)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var after = last;
            var people = db.People.AsNoTracking().Where(p => p.Id > after).OrderBy(p => p.Id).Take(PeopleAtOnce).TagWith("Index.Everybody").ToList();
            if (people.Count == 0)
                yield break;
            last = people[^1].Id;
            var until = last;
            var found = Found(db.People.Where(p => p.Id > after && p.Id <= until)).TagWith("Index.EverybodyFound").ToList();
            foreach (var change in Changes(people, found))
                yield return change;
        }
    }

    /// <summary>Every job that can be in an index.</summary>
    public static IEnumerable<JobChange> EveryJob(MarketplaceDbContext db) =>
        db.Jobs.AsNoTracking().Where(j => j.State == JobState.Open).Include(j => j.Tasks).TagWith("Index.EveryJob").AsEnumerable().Select(j => JobChange.Of(j, j.Revision));

    private static IQueryable<FoundRow> Found(IQueryable<Person> people) =>
        from p in people
        from c in p.Consents
        where c.Purpose == ConsentPurpose.Found
        select new FoundRow(p.Id, c.State, c.GivenOn, c.Until);

    private static IEnumerable<CandidateChange> Changes(List<Person> people, List<FoundRow> found)
    {
        var byPerson = found.ToLookup(f => f.PersonId, f => (f.State, f.GivenOn, f.Until));
        return people.Select(p => CandidateChange.Of(p, p.Revision, FoundConsent.Of(byPerson[p.Id])));
    }

    private sealed record FoundRow(Guid PersonId, ConsentState State, DateOnly GivenOn, DateOnly? Until);
}
