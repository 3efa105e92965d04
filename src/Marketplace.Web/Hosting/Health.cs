using System.Text.Json;
using Marketplace.Data;
using Marketplace.Jobs;
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

    public static void AddHealth(this IServiceCollection services) => services.AddHealthChecks()
        .AddCheck<DatabaseCheck>("database").AddCheck<KeysCheck>("keys").AddCheck<JobsCheck>("jobs");

    public static void MapHealth(this WebApplication app)
    {
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false }).AllowAnonymous();
        app.MapHealthChecks("/health/ready", new HealthCheckOptions { ResponseWriter = WriteAsync }).AllowAnonymous();
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
