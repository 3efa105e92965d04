using Marketplace.Data;
using Marketplace.Matching.Elasticsearch;
using Marketplace.Matching.Narrowing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Marketplace.Jobs.Narrowing;

/// <summary>The index in this process, and Elasticsearch when <c>Search:Url</c> says where it is.</summary>
public static class NarrowingSetup
{
    internal static IServiceCollection AddNarrowing(this IServiceCollection services, IConfiguration configuration)
    {
        var settings = configuration.GetSection(SearchSettings.Section).Get<SearchSettings>() ?? new SearchSettings();
        services.AddNarrowing(settings).AddSingleton<NodeIndex>();
        if (settings.Url is not null)
            services.AddSingleton<ElasticFeeder>();
        return services.AddScoped<IMatchIndex>(all => new CaughtUpIndex(
            all.GetRequiredService<NodeIndex>(), all.GetRequiredService<MarketplaceDbContext>(), all.GetRequiredService<Telemetry>(), all.GetService<FallbackIndex>()));
    }

    /// <summary>
    /// Also follows the changes in the background. Without it (<c>Index:Follow</c> is false) a question still sees everything that was committed
    /// before it, because it looks itself; it only has more to do, and Elasticsearch gets nothing from this node.
    /// </summary>
    public static IServiceCollection AddIndexFollower(this IServiceCollection services, IConfiguration configuration)
    {
        if (!configuration.GetValue("Index:Follow", true))
            return services;
        if (configuration[$"{SearchSettings.Section}:{nameof(SearchSettings.Url)}"] is { Length: > 0 })
            services.AddHostedService(all => all.GetRequiredService<ElasticFeeder>());
        return services.AddHostedService<IndexFollower>();
    }
}
