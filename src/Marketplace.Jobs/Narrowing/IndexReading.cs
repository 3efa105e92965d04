using System.Linq.Expressions;
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
        var people = await db.PeopleColumns.Where(p => ids.Contains(p.Id)).TagWith("Index.People").ToListAsync(cancellationToken);
        var found = await Found(db, c => ids.Contains(c.PersonId)).TagWith("Index.Found").ToListAsync(cancellationToken);
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
        var people = await db.PeopleColumns.Where(p => codes.Contains(p.Code)).TagWith("Index.PeopleByCode").ToListAsync(cancellationToken);
        var found = await Found(db, c => codes.Contains(db.People.First(p => p.Id == c.PersonId).Code)).TagWith("Index.FoundByCode").ToListAsync(cancellationToken);
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

    /// <summary>Everybody, read as it is taken; while the caller works on some, the next are read. The context is the reader's until the end.</summary>
    public static IEnumerable<CandidateChange> Everybody(MarketplaceDbContext db, CancellationToken cancellationToken)
    {
        var next = Task.Run(() => Page(db, Guid.Empty), cancellationToken);
        try
        {
            while (next.GetAwaiter().GetResult() is { People.Count: > 0 } page)
            {
                cancellationToken.ThrowIfCancellationRequested();
                next = Task.Run(() => Page(db, page.People[^1].Id), cancellationToken);
                foreach (var change in Changes(page.People, page.Found))
                    yield return change;
            }
        }
        finally
        {
            // Who stops halfway gets the context back only when nobody reads with it any more.
            ((IAsyncResult)next).AsyncWaitHandle.WaitOne();
        }
    }

    /// <summary>Every job that can be in an index.</summary>
    public static IEnumerable<JobChange> EveryJob(MarketplaceDbContext db) =>
        db.Jobs.AsNoTracking().Where(j => j.State == JobState.Open).Include(j => j.Tasks).TagWith("Index.EveryJob").AsEnumerable().Select(j => JobChange.Of(j, j.Revision));

    private static (List<PersonColumns> People, List<FoundRow> Found) Page(MarketplaceDbContext db, Guid after)
    {
        var people = db.PeopleColumns.Where(p => p.Id > after).OrderBy(p => p.Id).Take(PeopleAtOnce).TagWith("Index.Everybody").ToList();
        if (people.Count == 0)
            return (people, []);
        var until = people[^1].Id;
        return (people, Found(db, c => c.PersonId > after && c.PersonId <= until).TagWith("Index.EverybodyFound").ToList());
    }

    private static IQueryable<FoundRow> Found(MarketplaceDbContext db, Expression<Func<Consent, bool>> of) => db.Set<Consent>().Where(of)
        .Where(c => c.Purpose == ConsentPurpose.Found)
        .Select(c => new FoundRow(c.PersonId, c.State == ConsentState.Given, c.GivenOn, c.Until));

    private static IEnumerable<CandidateChange> Changes(List<PersonColumns> people, List<FoundRow> rows)
    {
        var found = new Dictionary<Guid, FoundConsent>(rows.Count);
        foreach (var row in rows)
            found[row.PersonId] = found.GetValueOrDefault(row.PersonId).With(row.IsGiven, row.GivenOn, row.Until);
        return people.Select(p => CandidateChange.Of(p, p.Revision, found.GetValueOrDefault(p.Id)));
    }

    private readonly record struct FoundRow(Guid PersonId, bool IsGiven, DateOnly GivenOn, DateOnly? Until);
}
