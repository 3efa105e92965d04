using System.Collections.Concurrent;
using Elastic.Clients.Elasticsearch;
using Marketplace.Matching.Elasticsearch;
using Marketplace.Matching.Narrowing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Marketplace.Tests.Search;

[Collection(SearchNode.Name)]
public sealed class SearchClientTests(SearchNode node)
{
    [Fact]
    public async Task Without_the_setting_the_client_refuses_a_server_that_is_not_elasticsearch()
    {
        var settings = node.Settings();
        Assert.SkipUnless(settings.Compatibility == SearchSettings.OpenSearch, "The server of the tests is Elasticsearch itself.");
        settings.Compatibility = null;

        await Assert.ThrowsAsync<UnsupportedProductException>(() => SearchNode.Client(settings).InfoAsync());
    }

    [Fact]
    public async Task With_the_setting_the_client_speaks_with_the_server_of_the_tests()
    {
        var info = await SearchNode.Client(node.Settings()).InfoAsync();

        Assert.NotEmpty(info.Version.Number);
    }
}

public sealed class SearchSettingsTests
{
    [Fact]
    public void Nothing_is_set_by_default_and_then_the_index_in_the_process_answers()
    {
        var settings = new SearchSettings();
        using var services = new ServiceCollection().AddNarrowing(settings).BuildServiceProvider();

        Assert.Null(settings.Url);
        Assert.False(settings.SpeaksOpenSearch);
        Assert.IsType<InProcessIndex>(services.GetRequiredService<IMatchIndex>());
        Assert.Null(services.GetService<ElasticsearchClient>());
    }

    [Fact]
    public void With_an_address_there_is_one_client_and_pages_ask_the_index_that_falls_back()
    {
        using var services = new ServiceCollection().AddLogging().AddMetrics()
            .AddNarrowing(new SearchSettings { Url = new Uri("http://127.0.0.1:1") }).BuildServiceProvider();

        Assert.IsType<FallbackIndex>(services.GetRequiredService<IMatchIndex>());
        Assert.Same(services.GetRequiredService<ElasticsearchClient>(), services.GetRequiredService<ElasticsearchClient>());
    }

    /// <summary>Whoever answers in the place of the search server cannot send our questions on to another address.</summary>
    [Theory]
    [InlineData(null, 302)]
    [InlineData(null, 307)]
    [InlineData(SearchSettings.OpenSearch, 307)]
    [InlineData(SearchSettings.OpenSearch, 308)]
    public async Task A_redirect_is_not_followed(string? compatibility, int status)
    {
        var asked = new ConcurrentQueue<string>();
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        await using var server = builder.Build();
        server.Run(http =>
        {
            asked.Enqueue(http.Request.Path);
            http.Response.StatusCode = http.Request.Path.StartsWithSegments("/elsewhere") ? 200 : status;
            http.Response.Headers.Location = "/elsewhere";
            return Task.CompletedTask;
        });
        await server.StartAsync();
        var client = SearchNode.Client(new SearchSettings { Url = new Uri(server.Urls.Single()), Compatibility = compatibility });

        await Assert.ThrowsAnyAsync<Exception>(() => client.SearchAsync<object>(new SearchRequest("people")));
        Assert.Contains("/people/_search", asked);
        Assert.DoesNotContain("/elsewhere", asked);
    }

    [Theory]
    [InlineData("ftp://search", null, "it", "Search:Url")]
    [InlineData("http://search", "elasticsearch", "it", "Search:Compatibility")]
    [InlineData("http://search", null, "ieder-talent", "Search:Prefix")]
    [InlineData("http://search", null, "", "Search:Prefix")]
    [InlineData("http://search", null, "Talent", "Search:Prefix")]
    public void A_wrong_setting_stops_the_program_and_is_named(string url, string? compatibility, string prefix, string named)
    {
        var settings = new SearchSettings { Url = new Uri(url), Compatibility = compatibility, Prefix = prefix };

        var thrown = Assert.Throws<InvalidOperationException>(() => new ServiceCollection().AddNarrowing(settings));

        Assert.StartsWith(named, thrown.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, "application/vnd.elasticsearch+json")]
    [InlineData(SearchSettings.OpenSearch, "application/json")]
    public async Task Media_types_are_plain_only_with_the_setting(string? compatibility, string type)
    {
        var types = new List<(string? Accept, string? Content)>();
        var settings = new SearchSettings { Url = new Uri("http://search"), Compatibility = compatibility };
        var client = SearchNode.Client(settings, inner => new Watcher(inner, types));

        await client.SearchAsync<object>(new SearchRequest("x"));

        Assert.Equal([(type, type)], types);
    }

    private sealed class Watcher(HttpMessageHandler inner, List<(string?, string?)> types) : DelegatingHandler(inner)
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var accept = request.Headers.Accept.First();
            types.Add((accept.MediaType, request.Content?.Headers.ContentType?.MediaType));
            return Task.FromResult(new Sent("POST", "/", "", accept).Answer("""{"took":1,"timed_out":false,"_shards":{"total":1,"successful":1,"failed":0},"hits":{"hits":[]}}"""));
        }
    }
}
