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
    /// <summary>Roots that are read in one statement; so few that they are gone before the collector of memory moves them.</summary>
    public const int AtOnce = 500;

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

    /// <summary>Everybody, read as it is taken. The context is the reader's until the end.</summary>
    public static IEnumerable<CandidateChange> Everybody(MarketplaceDbContext db, CancellationToken cancellationToken) =>
        Between(db, Guid.Empty, null, cancellationToken);

    /// <summary>Everybody in two parts that can be read at the same time, the second from a context of its own.</summary>
    public static IReadOnlyList<IEnumerable<CandidateChange>> EverybodyInTwo(MarketplaceDbContext db, CancellationToken cancellationToken)
    {
        var half = db.PeopleColumns.TagWith("Index.EverybodyCount").Count() / 2;
        var middle = db.PeopleColumns.OrderBy(p => p.Id).Skip(half).Select(p => (Guid?)p.Id).TagWith("Index.EverybodyMiddle").FirstOrDefault();
        return middle is { } id ? [Between(db, Guid.Empty, id, cancellationToken), Beside(db, id, cancellationToken)] : [];

        static IEnumerable<CandidateChange> Beside(MarketplaceDbContext db, Guid after, CancellationToken cancellationToken)
        {
            using var beside = db.Beside();
            foreach (var change in Between(beside, after, null, cancellationToken))
                yield return change;
        }
    }

    /// <summary>Every job that can be in an index.</summary>
    public static IEnumerable<JobChange> EveryJob(MarketplaceDbContext db) =>
        db.Jobs.AsNoTracking().Where(j => j.State == JobState.Open).Include(j => j.Tasks).TagWith("Index.EveryJob").AsEnumerable().Select(j => JobChange.Of(j, j.Revision));

    private static IEnumerable<CandidateChange> Between(MarketplaceDbContext db, Guid after, Guid? until, CancellationToken cancellationToken)
    {
        var within = until is { } end ? db.People.Where(p => p.Id <= end) : db.People;
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var (first, rows) = (after, within.Where(p => p.Id > after).OrderBy(p => p.Id).Take(AtOnce)
                .Select(p => new { p.Id, p.Revision, p.Code, p.OrganisationId, p.RegionCode, p.Packed }).TagWith("Index.Everybody").ToList());
            if (rows.Count == 0)
                yield break;
            after = rows[^1].Id;
            var packed = rows.Select(r => PackedPerson.Read(r.Id, r.Revision, r.Code, r.OrganisationId, r.RegionCode, r.Packed)).OfType<IComparedPerson>().ToList();
            if (packed.Count < rows.Count)
            {
                var rest = rows.Select(r => r.Id).Except(packed.Select(p => p.Id)).ToList();
                packed.AddRange(db.PeopleColumns.Where(p => rest.Contains(p.Id)).TagWith("Index.EverybodyNotPacked"));
            }

            foreach (var change in Changes(packed, [.. Found(db, c => c.PersonId > first && c.PersonId <= after).TagWith("Index.EverybodyFound")]))
                yield return change;
        }
    }

    private static IQueryable<FoundRow> Found(MarketplaceDbContext db, Expression<Func<Consent, bool>> of) => db.Set<Consent>().Where(of)
        .Where(c => c.Purpose == ConsentPurpose.Found)
        .Select(c => new FoundRow(c.PersonId, c.State == ConsentState.Given, c.GivenOn, c.Until));

    private static IEnumerable<CandidateChange> Changes(IEnumerable<IComparedPerson> people, List<FoundRow> rows)
    {
        var found = new Dictionary<Guid, FoundConsent>(rows.Count);
        foreach (var row in rows)
            found[row.PersonId] = found.GetValueOrDefault(row.PersonId).With(row.IsGiven, row.GivenOn, row.Until);
        return people.Select(p => CandidateChange.Of(p, p.Revision, found.GetValueOrDefault(p.Id)));
    }

    private readonly record struct FoundRow(Guid PersonId, bool IsGiven, DateOnly GivenOn, DateOnly? Until);
}
