using Hangfire;
using Hangfire.AspNetCore;
using Hangfire.InMemory;
using Hangfire.SqlServer;
using Marketplace.Data;
using Marketplace.Jobs.Imports;
using Marketplace.Jobs.Mail;
using Marketplace.Jobs.Narrowing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Marketplace.Jobs;

/// <summary>Hangfire says when to look; what is due stands in our tables. Losing every row of Hangfire loses nothing.</summary>
public static class JobsSetup
{
    /// <summary>Registers the jobs; with <paramref name="run"/> they also tick here. Without it a job still runs when it is called by name.</summary>
    public static IServiceCollection AddMarketplaceJobs(this IServiceCollection services, IConfiguration configuration, bool run)
    {
        foreach (var entry in JobList.All)
            services.TryAddScoped(entry.Type);
        services.AddSingleton<Telemetry>();
        services.AddScoped<JobRunner>();
        services.AddScoped<JobBacklog>();
        services.AddScoped<JobHint>();
        services.AddScoped<ImportWork>();
        services.AddMail(configuration);
        services.AddNarrowing(configuration);

        // A storage and an activator of its own for every host: Hangfire's own defaults are one for the whole process, so that a sweep of
        // one host could run with the services of another.
        services.AddSingleton<JobStorage>(_ => DatabaseSetup.IsSqlServer(configuration)
            ? new SqlServerStorage(configuration.GetConnectionString("Marketplace"))
            : new InMemoryStorage());
        services.AddSingleton<JobActivator>(provider => new AspNetCoreJobActivator(provider.GetRequiredService<IServiceScopeFactory>()));
        services.AddHangfire(hangfire => hangfire.UseSimpleAssemblyNameTypeSerializer().UseRecommendedSerializerSettings());
        if (run)
        {
            services.AddHangfireServer(options => options.WorkerCount = Math.Min(Environment.ProcessorCount, 4));
            services.AddHostedService<Schedules>();
            services.AddIndexFollower(configuration);
        }

        return services;
    }
}
