using System.Diagnostics;
using System.Net.Http.Headers;
using Elastic.Clients.Elasticsearch;
using Marketplace.Matching.Elasticsearch;
using Marketplace.Testing;
using Xunit;

namespace Marketplace.Tests.Search;

/// <summary>
/// One search server for every test that needs one: that of MARKETPLACE_TEST_ELASTICSEARCH (an address), or else a node that is started from
/// MARKETPLACE_SEARCH_SERVER (a folder), by default <c>shared/search-server</c> beside the repository. It ends with this process, whatever happens.
/// </summary>
public sealed class SearchNode : IAsyncLifetime
{
    internal const string Name = "search node";

    /// <summary>A busy machine takes long; what must not take long is tested with a budget of its own.</summary>
    internal static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly List<string> _prefixes = [];
    private Uri? _url;
    private string? _compatibility;
    private string? _reason;
    private string? _folder, _data;

    public async ValueTask InitializeAsync()
    {
        if (Environment.GetEnvironmentVariable("MARKETPLACE_TEST_ELASTICSEARCH") is { Length: > 0 } address)
            _url = new Uri(address);
        else if (Missing() is { } reason)
            _reason = reason;
        else
            await StartAsync();
        if (_url is not null)
        {
            using var http = new HttpClient();
            _compatibility = (await http.GetStringAsync(_url)).Contains("opensearch", StringComparison.OrdinalIgnoreCase) ? SearchSettings.OpenSearch : null;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_data is not null)
        {
            using var stop = Start("stop", _data);
            await stop.WaitForExitAsync();
            Directory.Delete(_data, recursive: true);
        }
        else if (_url is not null)
        {
            using var http = new HttpClient { BaseAddress = _url };
            foreach (var prefix in _prefixes)
            {
                var indices = await http.GetStringAsync($"_cat/indices/{prefix}-*?h=index");
                foreach (var index in indices.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
                    (await http.DeleteAsync(index)).Dispose();
            }
        }
    }

    /// <summary>Settings with names that no other test has; without a server the test is skipped and says why.</summary>
    internal SearchSettings Settings()
    {
        Assert.SkipWhen(_reason is not null, _reason ?? "");
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

    private string? Missing()
    {
        _folder = Environment.GetEnvironmentVariable("MARKETPLACE_SEARCH_SERVER") is { Length: > 0 } given
            ? given
            : Path.Combine(Path.GetDirectoryName(StoredFile.Root)!, "shared", "search-server");
        if (!File.Exists(Path.Combine(_folder, "start")))
            return "No search server: MARKETPLACE_TEST_ELASTICSEARCH names the address of one, or MARKETPLACE_SEARCH_SERVER a folder with one (default: shared/search-server beside the repository).";
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).ToList();
        if (Environment.GetEnvironmentVariable("JAVA_HOME") is { Length: > 0 } home)
            folders.Add(Path.Combine(home, "bin"));
        return folders.Any(folder => File.Exists(Path.Combine(folder, "java"))) ? null : "No search server: it needs Java 17 or later (Debian, Ubuntu: apt-get install openjdk-17-jre-headless).";
    }

    private async Task StartAsync()
    {
        _data = Directory.CreateTempSubdirectory("marketplace-search-").FullName;
        using var start = Start("start", "--port", "0", "--data", _data, "--heap", "768m", "--owner", $"{Environment.ProcessId}");
        var (address, said) = (start.StandardOutput.ReadToEndAsync(), start.StandardError.ReadToEndAsync());
        await start.WaitForExitAsync();
        Assert.True(start.ExitCode == 0, await said);
        _url = new Uri((await address).Trim());
    }

    private Process Start(string script, params string[] arguments) => Process.Start(
        new ProcessStartInfo("bash", [Path.Combine(_folder!, script), .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
}

/// <summary>The classes that share the node.</summary>
[CollectionDefinition(SearchNode.Name)]
public sealed class SearchNodeGroup : ICollectionFixture<SearchNode>;
