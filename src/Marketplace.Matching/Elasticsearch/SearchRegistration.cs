using Elastic.Transport;
using Marketplace.Matching.Narrowing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Marketplace.Matching.Elasticsearch;

/// <summary>Puts narrowing in the container.</summary>
public static class SearchRegistration
{
    /// <summary>
    /// Registers the index in the process, and when there is an address also the client, <see cref="ElasticIndex"/>, <see cref="ElasticTextIndex"/>,
    /// their <see cref="ElasticGate"/> and <see cref="FallbackIndex"/>.
    /// <see cref="IMatchIndex"/> is the one that pages ask. A test may register an <see cref="IRequestInvoker"/> of its own before.
    /// </summary>
    /// <exception cref="InvalidOperationException">A setting is wrong.</exception>
    public static IServiceCollection AddNarrowing(this IServiceCollection services, SearchSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        settings.Check();
        services.AddSingleton(settings);
        services.TryAddSingleton(MatchEngine.Standard);
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<InProcessIndex>();
        if (settings.Url is null)
            return services.AddSingleton<IMatchIndex>(all => all.GetRequiredService<InProcessIndex>());

        services.TryAddSingleton(_ => SearchClient.Invoker(settings));
        services.AddSingleton(all => SearchClient.Create(settings, all.GetRequiredService<IRequestInvoker>()));
        services.AddSingleton<ElasticIndex>();
        services.AddSingleton<ElasticTextIndex>();
        services.AddSingleton<IElasticIndex>(all => all.GetRequiredService<ElasticIndex>());
        services.AddSingleton<IElasticIndex>(all => all.GetRequiredService<ElasticTextIndex>());
        services.AddSingleton<ElasticGate>();
        services.AddSingleton<FallbackIndex>();
        return services.AddSingleton<IMatchIndex>(all => all.GetRequiredService<FallbackIndex>());
    }
}
