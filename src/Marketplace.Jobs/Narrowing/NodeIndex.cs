using Marketplace.Data;
using Marketplace.Data.Narrowing;
using Marketplace.Matching.Narrowing;
using Microsoft.Extensions.Logging;

namespace Marketplace.Jobs.Narrowing;

/// <summary>
/// The index in this process, and how far it has followed the database. Questions read a whole snapshot and never wait for a change; whoever
/// needs the latest asks for it first (<see cref="CatchUpAsync"/>). Safe for use by several threads.
/// </summary>
/// <param name="index">The index; always the same one, so that who asks it may keep it.</param>
/// <param name="log">Is told of who is in the database and cannot be in the index.</param>
/// <param name="telemetry">Is told how old the changes are.</param>
public sealed partial class NodeIndex(InProcessIndex index, ILogger<NodeIndex> log, Telemetry? telemetry = null) : IDisposable
{
    /// <summary>One at a time brings changes in.</summary>
    private readonly SemaphoreSlim _writing = new(1, 1);

    private volatile FollowedChanges? _followed;
    private int _isCheckAsked;

    /// <summary>Number of the last change that it holds; 0 when it was not built yet.</summary>
    public long Cursor => _followed?.Cursor ?? 0;

    /// <summary>Takes the request of another node to compare everything with the database, if there is one.</summary>
    public bool TakeCheckAsked() => Interlocked.Exchange(ref _isCheckAsked, 0) == 1;

    /// <summary>Brings in what was committed before this call; the first one builds the index. It waits only when there is something to bring in.</summary>
    /// <returns>The index with all of it.</returns>
    public async Task<InProcessIndex> CatchUpAsync(MarketplaceDbContext db, CancellationToken cancellationToken)
    {
        if (_followed is { } now && await now.IsUpToDateAsync(db, cancellationToken))
            return index;
        await _writing.WaitAsync(cancellationToken);
        try
        {
            _followed = await NextAsync(_followed, db, cancellationToken);
            return index;
        }
        finally
        {
            _writing.Release();
        }
    }

    /// <summary>Makes the index anew from the database. Until it is whole, questions are answered from what is there.</summary>
    public async Task RebuildAsync(MarketplaceDbContext db, CancellationToken cancellationToken)
    {
        await _writing.WaitAsync(cancellationToken);
        try
        {
            var made = await ReadAllAsync(db, cancellationToken);

            // What was changed while it was read comes after it.
            _followed = await NextAsync(made, db, cancellationToken);
        }
        finally
        {
            _writing.Release();
        }
    }

    /// <summary>Compares the codes and revisions of the index with those of the database, and makes the index anew when one is not right.</summary>
    /// <returns>How many people and jobs were not right.</returns>
    public async Task<int> RepairAsync(MarketplaceDbContext db, CancellationToken cancellationToken)
    {
        var wrong = await IndexDifferences.CountAsync(await CatchUpAsync(db, cancellationToken), db, () => CatchUpAsync(db, cancellationToken), cancellationToken);
        if (wrong > 0)
            await RebuildAsync(db, cancellationToken);
        return wrong;
    }

    public void Dispose() => _writing.Dispose();

    private async Task<FollowedChanges> NextAsync(FollowedChanges? now, MarketplaceDbContext db, CancellationToken cancellationToken)
    {
        now ??= await ReadAllAsync(db, cancellationToken);
        if (await now.NextAsync(db, cancellationToken) is not var (changes, until))
            return await ReadAllAsync(db, cancellationToken);
        if (changes.Exists(c => c.Root == IndexedRoot.Everything))
            Volatile.Write(ref _isCheckAsked, 1);
        foreach (var some in changes.Where(c => c.Root == IndexedRoot.Person).GroupBy(c => c.EntityId, c => c).Chunk(IndexReading.AtOnce))
            Refused(index.Candidates.Apply(await IndexReading.PeopleAsync(db, some, cancellationToken)));

        // A task in a job has changed its job, which has a row of its own.
        foreach (var some in changes.Where(c => c.Root == IndexedRoot.Job).GroupBy(c => c.EntityId, c => c).Chunk(IndexReading.AtOnce))
            Refused(index.Jobs.Apply(await IndexReading.JobsAsync(db, some, cancellationToken)));
        if (changes.Count > 0)
            telemetry?.IndexFollowed(changes.Min(c => c.At));
        return until;
    }

    /// <summary>Reads the whole database; changes that come in meanwhile may be in it or not.</summary>
    private async Task<FollowedChanges> ReadAllAsync(MarketplaceDbContext db, CancellationToken cancellationToken)
    {
        var until = await FollowedChanges.NowAsync(db, cancellationToken);

        // The rows are packed one by one as they come from the database; all of them at once would take much more room than the index.
        await Task.Run(
            () =>
            {
                Refused(index.Candidates.Rebuild(IndexReading.EverybodyInTwo(db, cancellationToken)));
                Refused(index.Jobs.Rebuild(IndexReading.EveryJob(db)));
            },
            cancellationToken);
        return until;
    }

    private void Refused(IReadOnlyList<RefusedChange> changes)
    {
        foreach (var change in changes)
            NotTaken(log, change.Code, change.Why);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Code} cannot be compared and is not in the index: {Why}")]
    private static partial void NotTaken(ILogger logger, string code, string why);
}
