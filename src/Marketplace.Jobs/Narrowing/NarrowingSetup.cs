using Marketplace.Matching.Narrowing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Marketplace.Jobs.Narrowing;

/// <summary>The index in this process.</summary>
public static class NarrowingSetup
{
    internal static IServiceCollection AddNarrowing(this IServiceCollection services) => services
        .AddSingleton<NodeIndex>()
        .AddScoped<IMatchIndex, CaughtUpIndex>();

    /// <summary>
    /// Also follows the changes in the background. Without it (<c>Index:Follow</c> is false) a question still sees everything that was committed
    /// before it, because it looks itself; it only has more to do.
    /// </summary>
    public static IServiceCollection AddIndexFollower(this IServiceCollection services, IConfiguration configuration) =>
        configuration.GetValue("Index:Follow", true) ? services.AddHostedService<IndexFollower>() : services;
}
