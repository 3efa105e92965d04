using Microsoft.EntityFrameworkCore;

namespace Marketplace.Data.Narrowing;

/// <summary>What changed, for who follows it.</summary>
public static class IndexChangeQueries
{
    /// <summary>
    /// A number is given before its transaction is committed, so rows come in nearly but not quite in order. Whoever follows looks so many numbers
    /// back each time.
    /// </summary>
    public const int LookBack = 1000;

    /// <summary>The rows after this number and those of the last thousand before it, in order.</summary>
    public static Task<List<IndexChange>> IndexChangesAsync(this MarketplaceDbContext db, long cursor, CancellationToken cancellationToken) =>
        db.IndexChanges.AsNoTracking().Where(c => c.Id > cursor - LookBack).OrderBy(c => c.Id).TagWith("IndexChanges.After").ToListAsync(cancellationToken);

    /// <summary>Whether <see cref="IndexChangesAsync"/> would give exactly so many rows, none of them after the cursor.</summary>
    public static async Task<bool> HasNoIndexChangesAfterAsync(this MarketplaceDbContext db, long cursor, int count, CancellationToken cancellationToken)
    {
        var rows = await db.IndexChanges.Where(c => c.Id > cursor - LookBack).GroupBy(_ => 1).Select(g => new { Last = g.Max(c => c.Id), Count = g.Count() })
            .TagWith("IndexChanges.Any").SingleOrDefaultAsync(cancellationToken);
        return (rows?.Last ?? 0, rows?.Count ?? 0) == (cursor, count);
    }

    /// <summary>Codes of people who changed after this number.</summary>
    public static Task<List<string>> PeopleChangedAfterAsync(this MarketplaceDbContext db, long cursor, CancellationToken cancellationToken) =>
        db.IndexChanges.Where(c => c.Id > cursor && c.Root == IndexedRoot.Person).Select(c => c.Code).Distinct().TagWith("IndexChanges.People").ToListAsync(cancellationToken);

    /// <summary>How far an index outside the process was fed; null: never.</summary>
    public static Task<long?> FedUntilAsync(this MarketplaceDbContext db, string name, CancellationToken cancellationToken) =>
        db.IndexFeeds.Where(f => f.Name == name).Select(f => (long?)f.Cursor).TagWith("IndexFeeds.Cursor").SingleOrDefaultAsync(cancellationToken);

    /// <summary>The highest number; 0 when there is none.</summary>
    public static async Task<long> LastIndexChangeAsync(this MarketplaceDbContext db, CancellationToken cancellationToken) =>
        await db.IndexChanges.TagWith("IndexChanges.Last").MaxAsync(c => (long?)c.Id, cancellationToken) ?? 0;

    /// <summary>Removes rows from before a moment, but never those that somebody who is up to date looks back at.</summary>
    public static async Task<int> ForgetIndexChangesAsync(this MarketplaceDbContext db, DateTime before, CancellationToken cancellationToken)
    {
        var last = await db.LastIndexChangeAsync(cancellationToken);
        return await db.IndexChanges.Where(c => c.Id <= last - LookBack && c.At < before).TagWith("IndexChanges.Forget").ExecuteDeleteAsync(cancellationToken);
    }
}
