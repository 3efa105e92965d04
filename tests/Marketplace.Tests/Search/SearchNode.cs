using System.Net.Http.Headers;
using Elastic.Clients.Elasticsearch;
using Marketplace.Matching.Elasticsearch;
using Marketplace.Testing;
using Xunit;

namespace Marketplace.Tests.Search;

/// <summary>
/// The search server of this run (<see cref="SearchServer"/>) for tests with the client of the program; their indices go with the last of them.
/// </summary>
public sealed class SearchNode(SearchServer server) : IAsyncLifetime
{
    internal const string Name = "search node";

    /// <summary>A busy machine takes long; what must not take long is tested with a budget of its own.</summary>
    internal static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly List<string> _prefixes = [];
    private Uri? _url;
    private string? _compatibility;

    public async ValueTask InitializeAsync()
    {
        if (SearchServer.WhyNot is not null)
            return;
        _url = await server.AddressAsync();
        using var http = new HttpClient();
        _compatibility = (await http.GetStringAsync(_url)).Contains("opensearch", StringComparison.OrdinalIgnoreCase) ? SearchSettings.OpenSearch : null;
    }

    public async ValueTask DisposeAsync()
    {
        if (_url is null)
            return;
        using var http = new HttpClient { BaseAddress = _url };
        foreach (var prefix in _prefixes)
        {
            var indices = await http.GetStringAsync($"_cat/indices/{prefix}-*?h=index");
            foreach (var index in indices.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
                (await http.DeleteAsync(index)).Dispose();
        }
    }

    /// <summary>Settings with names that no other test has; without a server the test is skipped and says why.</summary>
    internal SearchSettings Settings()
    {
        Assert.SkipWhen(SearchServer.WhyNot is not null, SearchServer.WhyNot ?? "");
        var prefix = $"t{Guid.NewGuid():N}"[..12];
        lock (_prefixes)
            _prefixes.Add(prefix);
        return new SearchSettings { Url = _url, Compatibility = _compatibility, Prefix = prefix, QuestionBudget = Patience, WriteBudget = Patience };
    }

    /// <summary>A client as the program makes it.</summary>
    /// <param name="settings">The settings.</param>
    /// <param name="below">Sees, or answers, the requests.</param>
    internal static ElasticsearchClient Client(SearchSettings settings, Func<HttpMessageHandler, HttpMessageHandler>? below = null) =>
        SearchClient.Create(settings, SearchClient.Invoker(settings, below));

    /// <summary>The program with these settings.</summary>
    internal static TestSite Site(SearchSettings settings) => new(settings: new Dictionary<string, string?>
    {
        ["Search:Url"] = settings.Url!.ToString(),
        ["Search:Compatibility"] = settings.Compatibility,
        ["Search:Prefix"] = settings.Prefix,
        ["Search:QuestionBudget"] = settings.QuestionBudget.ToString(),
        ["Search:WriteBudget"] = settings.WriteBudget.ToString(),
    });

    /// <summary>A request without the client.</summary>
    internal static async Task<string> SendAsync(SearchSettings settings, HttpMethod method, string path, string? json = null)
    {
        using var http = new HttpClient { BaseAddress = settings.Url };
        using var request = new HttpRequestMessage(method, path);
        if (json is not null)
            request.Content = new StringContent(json, new MediaTypeHeaderValue("application/json"));
        using var response = await http.SendAsync(request);
        var body = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, body);
        return body;
    }
}

/// <summary>The classes that share the node.</summary>
[CollectionDefinition(SearchNode.Name)]
public sealed class SearchNodeGroup : ICollectionFixture<SearchNode>;
