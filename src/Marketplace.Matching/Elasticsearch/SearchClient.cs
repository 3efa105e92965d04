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
        new HttpRequestInvoker((inner, _) =>
        {
            var staying = Staying(inner);
            var handler = below?.Invoke(staying) ?? staying;
            return settings.SpeaksOpenSearch ? new OpenSearchCompatibilityHandler(handler) : handler;
        });

    /// <summary>A redirect is no answer of a search server: what is asked goes only where the settings say.</summary>
    private static HttpMessageHandler Staying(HttpMessageHandler inner)
    {
        switch (inner)
        {
            case SocketsHttpHandler sockets:
                sockets.AllowAutoRedirect = false;
                break;
            case HttpClientHandler client:
                client.AllowAutoRedirect = false;
                break;
            default:
                throw new InvalidOperationException($"It is not known how a {inner.GetType().Name} is kept from following redirects.");
        }

        return inner;
    }

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
