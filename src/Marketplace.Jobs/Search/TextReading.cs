using System.Runtime.CompilerServices;
using Marketplace.Data;
using Marketplace.Data.Narrowing;
using Marketplace.Matching.Text;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Jobs.Search;

/// <summary>Reads jobs as a text index knows them.</summary>
internal static class TextReading
{
    /// <summary>Changed jobs that are read in one statement.</summary>
    public const int AtOnce = 500;

    /// <summary>What became of these jobs; one that is not in the database any more was removed.</summary>
    public static async Task<List<JobDocumentChange>> JobsAsync(
        MarketplaceDbContext db, IReadOnlyCollection<IGrouping<Guid, IndexChange>> changes, CancellationToken cancellationToken)
    {
        var there = await JobsAsync(db, [.. changes.Select(c => c.Key)], cancellationToken);
        var keys = there.Select(change => change.Key).ToHashSet();
        return [.. there, .. changes.Select(c => JobDocumentChange.Removed(c.Key, c.Max(r => r.Revision))).Where(gone => !keys.Contains(gone.Key))];
    }

    /// <summary>Every job, in every state: an adviser searches them all.</summary>
    public static async IAsyncEnumerable<JobDocumentChange> EveryJobAsync(MarketplaceDbContext db, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var ids in (await db.Jobs.Select(j => j.Id).TagWith("TextIndex.Ids").ToListAsync(cancellationToken)).Chunk(AtOnce))
        {
            foreach (var change in await JobsAsync(db, ids, cancellationToken))
                yield return change;
        }
    }

    private static async Task<List<JobDocumentChange>> JobsAsync(MarketplaceDbContext db, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        var jobs = await db.Jobs.AsNoTracking().Where(j => ids.Contains(j.Id)).Include(j => j.Tasks).TagWith("TextIndex.Jobs").ToListAsync(cancellationToken);
        var employers = jobs.Select(j => j.OrganisationId).Distinct().ToList();
        var names = await db.Organisations.Where(o => employers.Contains(o.Id)).Select(o => new { o.Id, o.Name })
            .TagWith("TextIndex.Employers").ToDictionaryAsync(o => o.Id, o => o.Name, cancellationToken);
        return jobs.ConvertAll(j => JobDocumentChange.Of(j, names.GetValueOrDefault(j.OrganisationId, ""), j.Revision));
    }
}
