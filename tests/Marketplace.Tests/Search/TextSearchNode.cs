using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Marketplace.Matching.Narrowing;
using Marketplace.Matching.Text;
using Marketplace.Testing;
using Xunit;

[assembly: AssemblyFixture(typeof(SearchServer))]

namespace Marketplace.Tests.Search;

/// <summary>The definitions of the text indexes on a real node, over plain HTTP.</summary>
public sealed class TextSearchNode : ITextIndex, IAsyncDisposable
{
    private readonly HttpClient _client;
    private readonly string _jobs = $"jobs-{Guid.NewGuid():N}", _tasks = $"tasks-{Guid.NewGuid():N}";

    private TextSearchNode(Uri address) => _client = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = address };

    /// <summary>A node with these jobs and the catalogue; the test is skipped where there is no node.</summary>
    internal static async Task<TextSearchNode> WithAsync(SearchServer server, IEnumerable<JobDocument> jobs)
    {
        Assert.SkipWhen(SearchServer.WhyNot is not null, SearchServer.WhyNot ?? "");
        var node = new TextSearchNode(await server.AddressAsync());
        await node.LoadAsync(node._jobs, JobsTextIndexDefinition.Index(), jobs.Select(j => (j.Key, JobsTextIndexDefinition.Document(j))));
        await node.LoadAsync(node._tasks, TasksTextIndexDefinition.Index(), TaskDocument.Catalogue.Select(t => (t.Key, TasksTextIndexDefinition.Document(t))));
        return node;
    }

    public ValueTask<JobSearchHits> SearchAsync(JobSearchQuestion question, CancellationToken cancellationToken) =>
        StagedSearch.JobsAsync(question, IndexSource.Elasticsearch, async step =>
            JobsTextIndexDefinition.Answer(question, await SendAsync(HttpMethod.Post, $"{_jobs}/_search", JobsTextIndexDefinition.Question(question, step))));

    public ValueTask<TaskSearchHits> SearchAsync(TaskSearchQuestion question, CancellationToken cancellationToken) =>
        StagedSearch.TasksAsync(question, IndexSource.Elasticsearch, async step =>
            TasksTextIndexDefinition.Answer(question, await SendAsync(HttpMethod.Post, $"{_tasks}/_search", TasksTextIndexDefinition.Question(question, step))));

    /// <summary>Stems of a text as the node makes them.</summary>
    internal async Task<string[]> AnalyseAsync(string analyzer, string text)
    {
        var answer = await SendAsync(HttpMethod.Post, $"{_jobs}/_analyze", new JsonObject { ["analyzer"] = analyzer, ["text"] = text }.ToJsonString());
        using var json = JsonDocument.Parse(answer);
        return [.. json.RootElement.GetProperty("tokens").EnumerateArray().Select(t => t.GetProperty("token").GetString()!)];
    }

    public async ValueTask DisposeAsync()
    {
        await SendAsync(HttpMethod.Delete, $"{_jobs},{_tasks}", null);
        _client.Dispose();
    }

    private async Task LoadAsync(string index, string body, IEnumerable<(string Key, string Document)> documents)
    {
        await SendAsync(HttpMethod.Put, index, body);
        var bulk = new StringBuilder();
        foreach (var (key, document) in documents)
            bulk.Append(new JsonObject { ["index"] = new JsonObject { ["_id"] = key } }.ToJsonString()).Append('\n').Append(document).Append('\n');
        if (bulk.Length == 0)
            return;
        var answer = await SendAsync(HttpMethod.Post, $"{index}/_bulk?refresh=true", bulk.ToString());
        using var json = JsonDocument.Parse(answer);
        Assert.False(json.RootElement.GetProperty("errors").GetBoolean(), Encoding.UTF8.GetString(answer)[..Math.Min(2000, answer.Length)]);
    }

    private async Task<byte[]> SendAsync(HttpMethod method, string path, string? body)
    {
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative));
        if (body is not null)
            request.Content = new StringContent(body, Encoding.UTF8, MediaTypeHeaderValue.Parse(path.Contains("_bulk", StringComparison.Ordinal) ? "application/x-ndjson" : "application/json"));
        using var answer = await _client.SendAsync(request);
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        Assert.True(answer.IsSuccessStatusCode, $"{method} {path}: {(int)answer.StatusCode} {Encoding.UTF8.GetString(bytes)}");
        return bytes;
    }
}
