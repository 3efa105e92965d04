using System.Collections.Frozen;

namespace Marketplace.Data.Narrowing;

/// <summary>How far somebody has followed the changes. Every index follows them in this one way.</summary>
public sealed class FollowedChanges
{
    /// <summary>The numbers that were read of the last thousand up to the cursor: one that is missing may be committed later.</summary>
    private readonly FrozenSet<long> _seen;

    private FollowedChanges(long cursor, FrozenSet<long> seen) => (Cursor, _seen) = (cursor, seen);

    /// <summary>The highest number that was read.</summary>
    public long Cursor { get; }

    /// <summary>Follows on from a number that was kept; the last thousand before it come again.</summary>
    public static FollowedChanges From(long cursor) => new(cursor, []);

    /// <summary>Everything up to now counts as read: for who reads the whole database after this.</summary>
    public static async Task<FollowedChanges> NowAsync(MarketplaceDbContext db, CancellationToken cancellationToken) =>
        Until(await db.IndexChangesAsync(await db.LastIndexChangeAsync(cancellationToken), cancellationToken));

    /// <summary>Whether there is nothing to read.</summary>
    public Task<bool> IsUpToDateAsync(MarketplaceDbContext db, CancellationToken cancellationToken) =>
        db.HasNoIndexChangesAfterAsync(Cursor, _seen.Count, cancellationToken);

    /// <summary>What changed since, and how far one is with these.</summary>
    /// <returns>Null: rows that were not read are gone already, or this is another database. Nobody knows what changed.</returns>
    public async Task<(List<IndexChange> Changes, FollowedChanges Until)?> NextAsync(MarketplaceDbContext db, CancellationToken cancellationToken)
    {
        var rows = await db.IndexChangesAsync(Cursor, cancellationToken);
        if (Cursor > 0 && (rows.Count == 0 || rows[0].Id > Cursor || rows[^1].Id < Cursor))
            return null;
        return (rows.Where(r => !_seen.Contains(r.Id)).ToList(), Until(rows));
    }

    private static FollowedChanges Until(List<IndexChange> rows)
    {
        var cursor = rows.Count == 0 ? 0 : rows[^1].Id;
        return new FollowedChanges(cursor, rows.Select(r => r.Id).Where(id => id > cursor - IndexChangeQueries.LookBack).ToFrozenSet());
    }
}
