using Marketplace.Data;
using Marketplace.Matching.Elasticsearch;
using Marketplace.Matching.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Marketplace.Jobs.Search;

/// <summary>Search by words.</summary>
public static class TextSearchSetup
{
    /// <summary>One index for the process, and Elasticsearch when there is one; a request asks them through an <see cref="ITextIndex"/> of its own.</summary>
    public static IServiceCollection AddTextSearch(this IServiceCollection services) => services
        .AddSingleton<NodeTextIndex>()
        .AddScoped<ITextIndex>(all => new CaughtUpTextIndex(all.GetRequiredService<NodeTextIndex>(), all.GetRequiredService<MarketplaceDbContext>(), Fallback(all)))
        .AddHostedService<WordLists>();

    private static FallbackTextIndex? Fallback(IServiceProvider all) => all.GetService<ElasticTextIndex>() is { } elastic
        ? new FallbackTextIndex(elastic, all.GetRequiredService<NodeTextIndex>().Index, all.GetRequiredService<ElasticGate>())
        : null;

    /// <summary>Reads the word lists and the catalogue beside the start, so that the first visitor does not wait for them.</summary>
    private sealed class WordLists(NodeTextIndex node) : BackgroundService
    {
        protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
            Task.Run(async () => await node.Index.SearchAsync(new TaskSearchQuestion { Words = "werk" }, stoppingToken), stoppingToken);
    }
}
