using System.Text.Json;
using Marketplace.Data;
using Marketplace.Jobs;
using Marketplace.Jobs.Mail;
using Marketplace.Matching.Elasticsearch;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Marketplace.Web.Hosting;

/// <summary>
/// For who watches over the program: <c>/health/live</c> (it runs) and <c>/health/ready</c> (it can be used), with one word per part. Nothing of
/// what went wrong is told there; that is in the log.
/// </summary>
internal static class Health
{
    /// <summary>Sweeps that look every minute have looked within this time.</summary>
    private static readonly TimeSpan JobsWithin = TimeSpan.FromMinutes(10);

    /// <summary>How long a part that is elsewhere gets to answer.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    public static void AddHealth(this IServiceCollection services, IConfiguration configuration)
    {
        // Without database or keys there are no pages. Of the others a page can do without, so they are a warning.
        var checks = services.AddHealthChecks().AddCheck<DatabaseCheck>("database").AddCheck<KeysCheck>("keys").AddCheck<JobsCheck>("jobs")
            .AddCheck<DiskCheck>("disk", HealthStatus.Degraded)
            .AddCheck<MailCheck>("mail", HealthStatus.Degraded, tags: [], timeout: Patience);
        if (configuration[$"{SearchSettings.Section}:{nameof(SearchSettings.Url)}"] is { Length: > 0 })
            checks.AddCheck<SearchCheck>("search", HealthStatus.Degraded, tags: [], timeout: Patience);
    }

    public static void MapHealth(this WebApplication app)
    {
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false }).AllowAnonymous().DisableRateLimiting();
        app.MapHealthChecks("/health/ready", new HealthCheckOptions { ResponseWriter = WriteAsync }).AllowAnonymous().DisableRateLimiting();
    }

    private static Task WriteAsync(HttpContext context, HealthReport report)
    {
        context.Response.ContentType = "application/json";
        var parts = report.Entries.ToDictionary(e => e.Key, e => e.Value.Status.ToString().ToLowerInvariant());
        return context.Response.WriteAsync(JsonSerializer.Serialize(new { status = report.Status.ToString().ToLowerInvariant(), parts }, JsonSerializerOptions.Web));
    }

    /// <summary>It answers, and its tables are those of this program.</summary>
    private sealed class DatabaseCheck(MarketplaceDbContext db) : IHealthCheck
    {
        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
            (await db.Database.GetPendingMigrationsAsync(cancellationToken)).Any() ? HealthCheckResult.Unhealthy() : HealthCheckResult.Healthy();
    }

    /// <summary>There is a key that opens what it closed.</summary>
    private sealed class KeysCheck(IDataProtectionProvider keys) : IHealthCheck
    {
        public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        {
            var protector = keys.CreateProtector("health");
            return Task.FromResult(protector.Unprotect(protector.Protect("sleutel")) == "sleutel" ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy());
        }
    }

    /// <summary>There is room where database and keys are, and a file can be made there.</summary>
    private sealed class DiskCheck(IConfiguration configuration) : IHealthCheck
    {
        private const long Megabyte = 1024 * 1024;

        public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        {
            var least = configuration.GetValue("Health:LeastFreeMegabytes", 256L) * Megabyte;
            string[] folders = DatabaseSetup.IsSqlServer(configuration)
                ? [CoreSetup.KeyFolder(configuration)]
                : [CoreSetup.KeyFolder(configuration), Path.GetDirectoryName(DatabaseSetup.SqliteFile(configuration))!];
            foreach (var folder in folders)
            {
                using var file = new FileStream(Path.Combine(folder, $"{Guid.NewGuid():N}.tmp"), FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose);
            }

            return Task.FromResult(folders.All(f => new DriveInfo(f).AvailableFreeSpace >= least) ? HealthCheckResult.Healthy() : HealthCheckResult.Degraded());
        }
    }

    /// <summary>Mail can leave. Until it can, it waits.</summary>
    private sealed class MailCheck(IMailTransport mail) : IHealthCheck
    {
        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        {
            await mail.CheckAsync(cancellationToken);
            return HealthCheckResult.Healthy();
        }
    }

    /// <summary>The search server answers and has our indices. Without it the index in the process answers.</summary>
    private sealed class SearchCheck(IEnumerable<IElasticIndex> indices) : IHealthCheck
    {
        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        {
            foreach (var index in indices)
                await index.CheckAsync(cancellationToken);
            return HealthCheckResult.Healthy();
        }
    }

    /// <summary>Reminders and mail are looked at. Pages can be used without, so this is a warning.</summary>
    private sealed class JobsCheck(MarketplaceDbContext db, TimeProvider clock) : IHealthCheck
    {
        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        {
            var since = clock.GetUtcNow().UtcDateTime - JobsWithin;
            return await db.JobRuns.TagWith("Health.Jobs").AnyAsync(r => r.Name == nameof(DeliverMail) && r.StartedAt >= since, cancellationToken)
                ? HealthCheckResult.Healthy() : HealthCheckResult.Degraded();
        }
    }
}
