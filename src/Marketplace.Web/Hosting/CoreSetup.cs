using Marketplace.Data;
using Marketplace.Data.Organisations;
using Marketplace.Data.Seeding;
using Marketplace.Domain.Regulations;
using Marketplace.Jobs;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;

namespace Marketplace.Web.Hosting;

/// <summary>What every way to start needs: database, keys, clock, rules, jobs.</summary>
internal static class CoreSetup
{
    public static void AddMarketplaceCore(this WebApplicationBuilder builder, bool runJobs)
    {
        var services = builder.Services;
        var configuration = builder.Configuration;
        services.AddSingleton(Clock(builder));
        services.AddDataProtection()
            .SetApplicationName("Marketplace")
            .PersistKeysToFileSystem(new DirectoryInfo(Path.GetFullPath(configuration["Keys:Folder"] ?? Path.Combine("data", "keys"))));
        services.AddMarketplaceDatabase(configuration);
        services.AddIdentityCore<User>(options => options.User.RequireUniqueEmail = true).AddEntityFrameworkStores<MarketplaceDbContext>();
        services.Configure<PasswordHasherOptions>(options => options.IterationCount = PasswordRounds);
        services.AddSingleton(_ => RegulationBook.Current);
        services.AddSingleton<DemoMark>();
        services.AddScoped<DemoRegion>();
        services.AddMarketplaceJobs(configuration, runJobs);
    }

    /// <summary>Rounds of PBKDF2 with SHA-512, as OWASP advises.</summary>
    private const int PasswordRounds = 210_000;

    /// <summary>In Development <c>Clock:Today</c> sets the day for people who test by hand.</summary>
    private static TimeProvider Clock(WebApplicationBuilder builder) =>
        builder.Environment.IsDevelopment() && builder.Configuration.GetValue<DateOnly?>("Clock:Today") is { } today
            ? new ShiftedClock(today)
            : TimeProvider.System;
}
