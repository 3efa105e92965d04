using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Marketplace.Jobs;

/// <summary>Hangfire says when to look; what is due stands in our tables.</summary>
public static class JobsSetup
{
    public static IServiceCollection AddMarketplaceJobs(this IServiceCollection services, IConfiguration configuration, bool run) => services;
}
