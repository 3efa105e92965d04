using Marketplace.Data.Auditing;
using Marketplace.Data.Narrowing;
using Marketplace.Data.Organisations;
using Marketplace.Data.Privacy;
using Marketplace.Data.Sqlite;
using Marketplace.Data.SqlServer;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Marketplace.Data;

/// <summary>The one place where the provider is chosen: <c>Database:Provider</c> is <c>sqlite</c> (default) or <c>sqlserver</c>.</summary>
public static class DatabaseSetup
{
    public static IServiceCollection AddMarketplaceDatabase(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddScoped<CurrentActor>();
        services.AddScoped<AuditInterceptor>();
        services.AddSingleton<IndexSignal>();
        services.AddScoped<RevisionInterceptor>();
        services.AddScoped<IdentityVault>();
        services.AddScoped<HandOver>();
        var batch = configuration.GetValue("Database:MaxBatchSize", 40);
        if (IsSqlServer(configuration))
        {
            services.AddDbContext<MarketplaceDbContext, SqlServerMarketplaceDbContext>((provider, options) => options
                .UseSqlServer(configuration.GetConnectionString("Marketplace"), o => o.MaxBatchSize(batch))
                .Common(provider));
        }
        else
        {
            var seconds = configuration.GetValue("Database:WaitSeconds", 10);
            var waits = new ShortWaits(TimeSpan.FromSeconds(seconds));
            services.AddDbContext<MarketplaceDbContext, SqliteMarketplaceDbContext>((provider, options) => options
                .UseSqlite($"Data Source={SqliteFile(configuration)};Default Timeout={seconds}", o => o.MaxBatchSize(batch))
                .AddInterceptors(waits)
                .Common(provider));
        }

        return services;
    }

    public static bool IsSqlServer(IConfiguration configuration) =>
        string.Equals(configuration["Database:Provider"], "sqlserver", StringComparison.OrdinalIgnoreCase);

    /// <summary>Path of the SQLite file, relative to the folder of who starts the program.</summary>
    public static string SqliteFile(IConfiguration configuration) =>
        Path.GetFullPath(configuration["Database:File"] ?? Path.Combine("data", "marketplace.db"));

    private static DbContextOptionsBuilder Common(this DbContextOptionsBuilder options, IServiceProvider provider) => options
        .AddInterceptors(provider.GetRequiredService<AuditInterceptor>(), provider.GetRequiredService<RevisionInterceptor>())

        // A page that loads two lists asks them as two statements; a join of both would multiply rows.
        .ConfigureWarnings(w => w.Throw(RelationalEventId.MultipleCollectionIncludeWarning));
}
