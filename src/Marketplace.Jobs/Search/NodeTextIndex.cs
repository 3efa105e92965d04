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
    private volatile FollowedChanges? _followed;

    /// <summary>What answers.</summary>
    public InProcessTextIndex Index { get; } = new();

    /// <summary>Brings in what was committed until now.</summary>
    public async Task CatchUpAsync(MarketplaceDbContext db, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        if (_followed is { } now && await now.IsUpToDateAsync(db, cancellationToken))
            return;
        await _catchingUp.WaitAsync(cancellationToken);
        try
        {
            _followed = await NextAsync(_followed, db, cancellationToken);
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

    private async Task<FollowedChanges> NextAsync(FollowedChanges? now, MarketplaceDbContext db, CancellationToken cancellationToken)
    {
        if (now is null || await now.NextAsync(db, cancellationToken) is not var (changes, until) || changes.Exists(c => c.Root == IndexedRoot.Everything))
        {
            until = await FollowedChanges.NowAsync(db, cancellationToken);
            Index.Rebuild(await TextReading.EveryJobAsync(db, cancellationToken).ToListAsync(cancellationToken));
            return until;
        }

        foreach (var some in changes.Where(c => c.Root == IndexedRoot.Job).GroupBy(c => c.EntityId).Chunk(TextReading.AtOnce))
            Index.Apply(await TextReading.JobsAsync(db, some, cancellationToken));
        return until;
    }
}
