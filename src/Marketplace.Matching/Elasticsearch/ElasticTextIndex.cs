using System.Globalization;
using System.Text.Json.Nodes;
using Elastic.Clients.Elasticsearch;
using Marketplace.Matching.Narrowing;
using Marketplace.Matching.Text;
using HttpMethod = Elastic.Transport.HttpMethod;

namespace Marketplace.Matching.Elasticsearch;

/// <summary>Jobs and tasks by words on Elasticsearch. It answers or throws; <see cref="FallbackTextIndex"/> is what pages ask.</summary>
/// <param name="client">The one client of the program.</param>
/// <param name="settings">The settings.</param>
/// <param name="time">The time.</param>
public sealed class ElasticTextIndex(ElasticsearchClient client, SearchSettings settings, TimeProvider time) : ITextIndex, IElasticIndex
{
    private static readonly SearchIndex Jobs = new()
    {
        Name = "jobtexts",
        Schema = JobsTextIndexDefinition.Schema.ToString(CultureInfo.InvariantCulture),
        Json = JobsTextIndexDefinition.Index(),
    };

    private static readonly SearchIndex Tasks = new()
    {
        Name = "tasktexts",
        Schema = TasksTextIndexDefinition.Schema.ToString(CultureInfo.InvariantCulture),
        Json = TasksTextIndexDefinition.Index(),
    };

    private readonly IndexKeeper _keeper = new(client, settings, time);

    /// <inheritdoc/>
    public Task CheckAsync(CancellationToken cancellationToken) => _keeper.CheckAsync([Jobs, Tasks], cancellationToken);

    /// <inheritdoc/>
    public ValueTask<JobSearchHits> SearchAsync(JobSearchQuestion question, CancellationToken cancellationToken) =>
        StagedSearch.JobsAsync(question, IndexSource.Elasticsearch, async step => JobsTextIndexDefinition.Answer(
            question, await AskAsync(Jobs, JobsTextIndexDefinition.Question(question, step), cancellationToken)));

    /// <inheritdoc/>
    public ValueTask<TaskSearchHits> SearchAsync(TaskSearchQuestion question, CancellationToken cancellationToken) =>
        StagedSearch.TasksAsync(question, IndexSource.Elasticsearch, async step => TasksTextIndexDefinition.Answer(
            question, await AskAsync(Tasks, TasksTextIndexDefinition.Question(question, step), cancellationToken)));

    /// <summary>Brings changes of jobs in. The latest revision of a job wins, in whatever order and however often changes come.</summary>
    public Task<WriteOutcome> ApplyAsync(IEnumerable<JobDocumentChange> changes, CancellationToken cancellationToken) =>
        _keeper.ApplyAsync(Jobs, [.. changes.Select(Write)], cancellationToken);

    /// <summary>
    /// Writes the catalogue of tasks and every job into new indices, which are asked from the moment that they are whole. Afterwards the caller
    /// applies again everything that changed since it began to read.
    /// </summary>
    /// <exception cref="SearchFaultException">It did not succeed; the old index stays.</exception>
    public async Task<RebuildOutcome> RebuildAsync(IAsyncEnumerable<JobDocumentChange> jobs, CancellationToken cancellationToken)
    {
        var tasks = TaskDocument.Catalogue.Select(task => new IndexWrite<JsonNode>(task.Key, 1, JsonNode.Parse(TasksTextIndexDefinition.Document(task))));
        var written = await _keeper.RebuildAsync(Tasks, tasks.ToAsyncEnumerable(), cancellationToken);
        var outcome = await _keeper.RebuildAsync(Jobs, jobs.Select(Write), cancellationToken);
        return outcome with { Refused = [.. written.Refused, .. outcome.Refused] };
    }

    private static IndexWrite<JsonNode> Write(JobDocumentChange change) =>
        new(change.Key, change.Revision, change.Document is { } job ? JsonNode.Parse(JobsTextIndexDefinition.Document(job)) : null);

    private Task<ReadOnlyMemory<byte>> AskAsync(SearchIndex index, string json, CancellationToken cancellationToken) => _keeper.SendAsync(
        HttpMethod.POST, $"/{index.Alias(settings.Prefix)}/_search?allow_partial_search_results=false", json, $"search {index.Name}", cancellationToken);
}
