using Elastic.Clients.Elasticsearch;
using Elastic.Transport;

namespace Marketplace.Matching.Elasticsearch;

/// <summary>Makes the one client of the program. The seam for scripted faults is the client's own <see cref="IRequestInvoker"/>.</summary>
internal static class SearchClient
{
    /// <summary>The end of a request that no token stopped; set once, because every other value would open a pool of connections of its own.</summary>
    private static readonly TimeSpan LongestRequest = TimeSpan.FromSeconds(30);

    /// <summary>What carries the requests.</summary>
    /// <param name="settings">The settings.</param>
    /// <param name="below">Wraps the handler that opens connections; handlers are renewed every few minutes, so it makes a new one each time.</param>
    internal static IRequestInvoker Invoker(SearchSettings settings, Func<HttpMessageHandler, HttpMessageHandler>? below = null) =>
        settings.SpeaksOpenSearch
            ? new HttpRequestInvoker((inner, _) => new OpenSearchCompatibilityHandler(below?.Invoke(inner) ?? inner))
            : below is null ? new HttpRequestInvoker() : new HttpRequestInvoker((inner, _) => below(inner));

    internal static ElasticsearchClient Create(SearchSettings settings, IRequestInvoker invoker)
    {
        settings.Check();
        var url = settings.Url ?? throw new InvalidOperationException("Search:Url is not set.");

        // Compression costs more than it saves between two machines of one centre.
        var client = new ElasticsearchClientSettings(new SingleNodePool(url), invoker)
            .ThrowExceptions()
            .EnableHttpCompression(false)
            .RequestTimeout(LongestRequest)
            .DisableAutomaticProxyDetection();
        return new ElasticsearchClient(string.IsNullOrEmpty(settings.ApiKey) ? client : client.Authentication(new ApiKey(settings.ApiKey)));
    }
}
