using Marketplace.Data;
using Marketplace.Data.Sqlite;
using Marketplace.Data.SqlServer;
using Marketplace.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Xunit;

namespace Marketplace.Tests.Consistency;

/// <summary>One model, two providers, each with its own migrations.</summary>
public sealed class ModelTests
{
    public static TheoryData<string> Providers => ["sqlite", "sqlserver"];

    [Theory]
    [MemberData(nameof(Providers))]
    public void The_migrations_hold_the_whole_model(string provider)
    {
        using var db = Context(provider);

        Assert.False(db.Database.HasPendingModelChanges());
    }

    [Fact]
    public void The_script_for_sql_server_is_idempotent_and_parses()
    {
        using var db = Context("sqlserver");
        var script = db.GetService<IMigrator>().GenerateScript(options: MigrationsSqlGenerationOptions.Idempotent);

        Assert.Empty(SqlServerQueries.Faults(script));
        Assert.Contains("IF NOT EXISTS", script, StringComparison.Ordinal);
    }

    [Fact]
    public void The_parser_refuses_what_is_no_sql()
    {
        Assert.NotEmpty(SqlServerQueries.Faults("SELECT FROM WHERE"));
    }

    [Fact]
    public void Every_decimal_has_a_precision_and_every_text_a_length()
    {
        using var db = Context("sqlserver");
        var loose = db.GetService<IDesignTimeModel>().Model.GetEntityTypes().SelectMany(e => e.GetProperties())
            .Where(p => (p.ClrType == typeof(decimal) || p.ClrType == typeof(decimal?)) && p.GetPrecision() is null);

        Assert.Empty(loose);
    }

    internal static MarketplaceDbContext Context(string provider) => provider == "sqlite"
        ? new SqliteMarketplaceDbContext(new DbContextOptionsBuilder<SqliteMarketplaceDbContext>().UseSqlite("Data Source=none.db").Options)
        : new SqlServerMarketplaceDbContext(new DbContextOptionsBuilder<SqlServerMarketplaceDbContext>().UseSqlServer("Server=none;Database=none").Options);
}
