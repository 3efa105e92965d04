using Microsoft.EntityFrameworkCore;

namespace Marketplace.Data.Sqlite;

/// <summary>The default: one file, nothing to install.</summary>
public sealed class SqliteMarketplaceDbContext(DbContextOptions<SqliteMarketplaceDbContext> options) : MarketplaceDbContext(options)
{
    /// <inheritdoc/>
    public override MarketplaceDbContext Beside() => new SqliteMarketplaceDbContext(options);
}
