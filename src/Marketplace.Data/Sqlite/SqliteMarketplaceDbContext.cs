using Microsoft.EntityFrameworkCore;

namespace Marketplace.Data.Sqlite;

/// <summary>The default: one file, nothing to install.</summary>
public sealed class SqliteMarketplaceDbContext(DbContextOptions<SqliteMarketplaceDbContext> options) : MarketplaceDbContext(options)
{
    /// <inheritdoc/>
    public override MarketplaceDbContext Beside() => new SqliteMarketplaceDbContext(options);

    /// <summary>
    /// Without this SQLite takes it that ten rows have the same value of a column: it then reads every open reminder because their state has an index,
    /// and not the few of one person. Tables that hardly changed since are left alone, and of a large one some rows are looked at.
    /// </summary>
    public override Task LookAtRowsAsync(CancellationToken cancellationToken) => Database.ExecuteSqlRawAsync("PRAGMA optimize = 0x10002", cancellationToken);
}
