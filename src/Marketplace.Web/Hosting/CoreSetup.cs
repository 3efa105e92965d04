using System.Security.Cryptography.X509Certificates;
using Marketplace.Data;
using Marketplace.Data.Organisations;
using Marketplace.Data.Seeding;
using Marketplace.Domain.People;
using Marketplace.Domain.Proposals;
using Marketplace.Domain.Regulations;
using Marketplace.Domain.Work;
using Marketplace.Matching;
using Marketplace.Jobs;
using Marketplace.Web.Access;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;

namespace Marketplace.Web.Hosting;

/// <summary>What every way to start needs: database, keys, clock, rules, jobs.</summary>
internal static class CoreSetup
{
    /// <summary>What the keys belong to: others cannot open with them.</summary>
    public const string ApplicationName = "Marketplace";

    /// <summary>Where the keys of the vault are, relative to the folder of who starts the program.</summary>
    public static string KeyFolder(IConfiguration configuration) => Path.GetFullPath(configuration["Keys:Folder"] ?? Path.Combine("data", "keys"));

    public static void AddMarketplaceCore(this WebApplicationBuilder builder, bool runJobs)
    {
        var services = builder.Services;
        var configuration = builder.Configuration;
        services.AddSingleton(Clock(builder));
        services.AddDataProtection()
            .SetApplicationName(ApplicationName)
            .PersistKeysToFileSystem(new DirectoryInfo(KeyFolder(configuration)))
            .SealKeys(configuration);
        services.AddMarketplaceDatabase(configuration);
        services.AddSingleton<ILookupNormalizer, AddressNormalizer>();
        services.AddIdentityCore<User>(options => options.User.RequireUniqueEmail = true).AddEntityFrameworkStores<MarketplaceDbContext>();
        services.Configure<PasswordHasherOptions>(options => options.IterationCount = PasswordRounds);
        services.AddSingleton(_ => RegulationBook.Current);
        services.AddSingleton<DemoMark>();
        services.AddSingleton<DemoMatch>(MatchForDemo);
        services.AddScoped<DemoRegion>();
        services.AddMarketplaceJobs(configuration, runJobs);
        builder.AddTelemetryExport();
    }

    /// <summary>
    /// With <c>Keys:Certificate</c>, a PKCS #12 file with an RSA key (and <c>Keys:CertificatePassword</c>), new keys are stored sealed: a copy of their folder
    /// opens nothing without it.
    /// </summary>
    public static void SealKeys(this IDataProtectionBuilder keys, IConfiguration configuration)
    {
        if (configuration["Keys:Certificate"] is { Length: > 0 } file)
            keys.ProtectKeysWithCertificate(X509CertificateLoader.LoadPkcs12FromFile(Path.GetFullPath(file), configuration["Keys:CertificatePassword"]));
    }

    private static MatchSnapshot? MatchForDemo(Job job, Person person)
    {
        if (!job.IsComparable() || !person.IsComparable())
            return null;
        var (engine, candidate, asOffered) = (MatchEngine.Standard, person.ToCandidate(), job.ToMatchJob());
        var result = engine.Match(candidate, asOffered);
        return result.Verdict != Verdict.NoFit && result.ComparesSomething(job) ? result.ToSnapshot(engine.Explain(candidate, asOffered), job) : null;
    }

    /// <summary>Rounds of PBKDF2 with SHA-512, as OWASP advises.</summary>
    private const int PasswordRounds = 210_000;

    /// <summary>In Development <c>Clock:Today</c> sets the day for people who test by hand.</summary>
    private static TimeProvider Clock(WebApplicationBuilder builder) =>
        builder.Environment.IsDevelopment() && builder.Configuration.GetValue<DateOnly?>("Clock:Today") is { } today
            ? new ShiftedClock(today)
            : TimeProvider.System;
}
