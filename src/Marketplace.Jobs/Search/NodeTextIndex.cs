using System.Collections.Frozen;
using Marketplace.Data;
using Marketplace.Data.Narrowing;
using Marketplace.Matching.Text;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Jobs.Search;

/// <summary>
/// The text index of this node. The first question fills it; every later one brings in the jobs that changed since, so that a page shows what was
/// saved before it was asked for, by whatever process. The name of an employer is looked at again when a job of it changes, and every night.
/// </summary>
public sealed class NodeTextIndex : IDisposable
{
    /// <summary>Changed jobs that are read in one statement.</summary>
    private const int AtOnce = 500;

    private readonly SemaphoreSlim _catchingUp = new(1, 1);
    private FrozenSet<long> _seen = [];
    private long? _cursor;

    /// <summary>What answers.</summary>
    public InProcessTextIndex Index { get; } = new();

    /// <summary>Brings in what was committed until now.</summary>
    public async Task CatchUpAsync(MarketplaceDbContext db, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        if (_cursor is { } at && await db.HasNoIndexChangesAfterAsync(at, _seen.Count, cancellationToken))
            return;
        await _catchingUp.WaitAsync(cancellationToken);
        try
        {
            var cursor = _cursor ?? await db.LastIndexChangeAsync(cancellationToken);
            var rows = await db.IndexChangesAsync(cursor, cancellationToken);
            var changes = rows.Where(r => !_seen.Contains(r.Id)).ToList();

            // Rows that were not read are gone already, or this is another database: nobody knows what changed.
            var isGap = cursor > 0 && (rows.Count == 0 || rows[0].Id > cursor || rows[^1].Id < cursor);
            if (_cursor is null || isGap || changes.Exists(c => c.Root == IndexedRoot.Everything))
                Index.Rebuild(await EverythingAsync(db, cancellationToken));
            else
                await ChangeAsync(db, [.. changes.Where(c => c.Root == IndexedRoot.Job)], cancellationToken);
            _seen = rows.Select(r => r.Id).ToFrozenSet();
            _cursor = rows.Count == 0 ? 0 : rows[^1].Id;
        }
        finally
        {
            _catchingUp.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Index.Dispose();
        _catchingUp.Dispose();
    }

    private async Task ChangeAsync(MarketplaceDbContext db, List<IndexChange> changes, CancellationToken cancellationToken)
    {
        foreach (var some in changes.GroupBy(c => c.EntityId).Chunk(AtOnce))
        {
            var ids = some.Select(c => c.Key).ToList();
            var there = await JobsAsync(db, ids, cancellationToken);
            var gone = some.Where(c => !there.Exists(change => change.Key == JobDocumentChange.Removed(c.Key, 0).Key))
                .Select(c => JobDocumentChange.Removed(c.Key, c.Max(r => r.Revision)));
            Index.Apply([.. there, .. gone]);
        }
    }

    private static async Task<List<JobDocumentChange>> EverythingAsync(MarketplaceDbContext db, CancellationToken cancellationToken)
    {
        var all = new List<JobDocumentChange>();
        foreach (var ids in (await db.Jobs.Select(j => j.Id).TagWith("TextIndex.Ids").ToListAsync(cancellationToken)).Chunk(AtOnce))
            all.AddRange(await JobsAsync(db, ids, cancellationToken));
        return all;
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
