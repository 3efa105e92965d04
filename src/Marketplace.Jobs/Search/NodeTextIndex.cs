using System.Collections.Frozen;
using Marketplace.Data;
using Marketplace.Data.Narrowing;
using Marketplace.Matching.Text;

namespace Marketplace.Jobs.Search;

/// <summary>
/// The text index of this node. The first question fills it; every later one brings in the jobs that changed since, so that a page shows what was
/// saved before it was asked for, by whatever process. The name of an employer is looked at again when a job of it changes, and every night.
/// </summary>
public sealed class NodeTextIndex : IDisposable
{
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
                Index.Rebuild(await TextReading.EveryJobAsync(db, cancellationToken).ToListAsync(cancellationToken));
            else
                await ChangeAsync(db, changes.Where(c => c.Root == IndexedRoot.Job), cancellationToken);
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

    private async Task ChangeAsync(MarketplaceDbContext db, IEnumerable<IndexChange> changes, CancellationToken cancellationToken)
    {
        foreach (var some in changes.GroupBy(c => c.EntityId).Chunk(TextReading.AtOnce))
            Index.Apply(await TextReading.JobsAsync(db, some, cancellationToken));
    }
}
