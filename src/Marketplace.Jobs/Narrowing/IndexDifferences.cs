using Marketplace.Data;
using Marketplace.Domain.Work;
using Marketplace.Matching;
using Marketplace.Matching.Narrowing;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Jobs.Narrowing;

/// <summary>Where an index and the database differ by code and revision.</summary>
internal static class IndexDifferences
{
    /// <summary>Counts the people and jobs that are not in the index as they are in the database.</summary>
    /// <param name="index">An index that was brought up to date just now.</param>
    /// <param name="db">The database.</param>
    /// <param name="catchUp">Brings in what changes meanwhile, so that it does not count.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async Task<int> CountAsync(InProcessIndex index, MarketplaceDbContext db, Func<Task<InProcessIndex>> catchUp, CancellationToken cancellationToken)
    {
        var (people, jobs) = (await PeopleAsync(index, db, cancellationToken), await JobsAsync(index, db, cancellationToken));
        if (people.Count + jobs.Count == 0)
            return 0;
        index = await catchUp();
        var held = index.Candidates.Revisions();
        var wrong = (await JobsAsync(index, db, cancellationToken)).Count(jobs.Contains);
        foreach (var codes in people.Chunk(IndexReading.AtOnce))
        {
            var stored = (await IndexReading.PeopleAsync(db, codes, cancellationToken)).ToDictionary(c => c.Code);
            wrong += codes.Count(code => RevisionOf(stored.GetValueOrDefault(code)) != Held(held, code));
        }

        return wrong;
    }

    /// <summary>Codes of people who may be wrong: who cannot be compared is not in an index and may be here all the same.</summary>
    private static async Task<HashSet<string>> PeopleAsync(InProcessIndex index, MarketplaceDbContext db, CancellationToken cancellationToken)
    {
        var held = index.Candidates.Revisions();
        var stored = await db.People.Where(p => p.HoursMin != null && p.MaxTravelMinutes != null).Select(p => new { p.Code, p.Revision })
            .TagWith("IndexDrift.People").ToDictionaryAsync(p => p.Code, p => p.Revision, cancellationToken);
        return [.. stored.Where(p => Held(held, p.Key) != p.Value).Select(p => p.Key), .. held.Keys.Where(code => !stored.ContainsKey(code))];
    }

    private static async Task<HashSet<string>> JobsAsync(InProcessIndex index, MarketplaceDbContext db, CancellationToken cancellationToken)
    {
        var held = index.Jobs.Revisions();
        var stored = await db.Jobs.AsNoTracking().Where(j => j.State == JobState.Open).Include(j => j.Tasks).TagWith("IndexDrift.Jobs").ToListAsync(cancellationToken);
        var comparable = stored.Where(j => j.IsComparable()).ToDictionary(j => FromDomain.CodeOf(j.Id), j => j.Revision);
        return [.. comparable.Where(j => Held(held, j.Key) != j.Value).Select(j => j.Key), .. held.Keys.Where(code => !comparable.ContainsKey(code))];
    }

    private static long? RevisionOf(CandidateChange? change) => change?.Candidate is null ? null : change.Revision;

    private static long? Held(IReadOnlyDictionary<string, long> held, string code) => held.TryGetValue(code, out var revision) ? revision : null;
}
