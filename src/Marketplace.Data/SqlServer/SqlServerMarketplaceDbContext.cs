using Microsoft.EntityFrameworkCore;

namespace Marketplace.Data.SqlServer;

/// <summary>Where one file is too small.</summary>
public sealed class SqlServerMarketplaceDbContext(DbContextOptions<SqlServerMarketplaceDbContext> options) : MarketplaceDbContext(options)
{
    /// <inheritdoc/>
    public override MarketplaceDbContext Beside() => new SqlServerMarketplaceDbContext(options);
}
