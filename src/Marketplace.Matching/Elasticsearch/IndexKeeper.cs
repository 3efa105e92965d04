using System.Globalization;
using Elastic.Clients.Elasticsearch;
using Elastic.Clients.Elasticsearch.Core.Bulk;
using Elastic.Clients.Elasticsearch.IndexManagement;
using Elastic.Transport;
using HttpMethod = Elastic.Transport.HttpMethod;

namespace Marketplace.Matching.Elasticsearch;

/// <summary>
/// Makes, fills and replaces indices, whatever they hold. Questions and writes go to an alias; a rebuild fills a new index and moves the alias
/// in one step, so a question always sees a whole index.
/// </summary>
internal sealed class IndexKeeper(ElasticsearchClient client, SearchSettings settings, TimeProvider time)
{
    private volatile ElasticsearchClient _client = client;

    private const int OldestServer = 9;
    private const int BatchSize = 1_000;
    private const int Attempts = 6;
    private const string StampFormat = "yyyyMMddHHmmss";
    private static readonly TimeSpan BetweenAttempts = TimeSpan.FromSeconds(1);

    /// <summary>An index without the alias is left alone for so long, because another rebuild may be filling it or a question may still read it.</summary>
    private static readonly TimeSpan LeftAlone = TimeSpan.FromHours(6);

    /// <summary>The client; not the same one for ever.</summary>
    internal ElasticsearchClient Client => _client;

    /// <summary>Sends JSON as it is, and gives the answer as it is.</summary>
    /// <param name="method">Method.</param>
    /// <param name="path">Path.</param>
    /// <param name="json">Body.</param>
    /// <param name="name">What it is called in traces.</param>
    /// <param name="cancellationToken">Ends it.</param>
    internal async Task<ReadOnlyMemory<byte>> SendAsync(HttpMethod method, string path, string json, string name, CancellationToken cancellationToken)
    {
        var answer = await _client.Transport.RequestAsync<BytesResponse>(
            new EndpointPath(method, path), PostData.String(json), activity => activity.DisplayName = name, null, cancellationToken);

        // The client throws for every status but this one.
        return answer.ApiCallDetails.HttpStatusCode == 404 ? throw new SearchFaultException(SearchFault.Missing) : answer.Body;
    }

    /// <summary>Whether the server is one that we speak with and these indices are of this version.</summary>
    /// <exception cref="SearchFaultException">It is not.</exception>
    internal async Task CheckAsync(IEnumerable<SearchIndex> indices, CancellationToken cancellationToken)
    {
        // Only this request looks at the product; searches go past that check.
        var info = await Budgeted(token => _client.InfoAsync(new InfoRequest(), token), cancellationToken);
        var major = info.Version.Number.Split('.')[0];
        if (!settings.SpeaksOpenSearch && !(int.TryParse(major, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= OldestServer))
            throw new SearchFaultException(SearchFault.Version);
        foreach (var index in indices)
        {
            var state = await StateAsync(index, cancellationToken);
            if (state != IndexState.Ready)
                throw new SearchFaultException(FaultOf(state));
        }
    }

    /// <summary>Whether the alias leads to an index of this version.</summary>
    private async Task<IndexState> StateAsync(SearchIndex index, CancellationToken cancellationToken)
    {
        var request = new GetMappingRequest(index.Alias(settings.Prefix)) { IgnoreUnavailable = true };
        var answer = await Budgeted(token => _client.Indices.GetMappingAsync(request, token), cancellationToken);
        return answer.Mappings.Count == 0 ? IndexState.Missing
            : answer.Mappings.Count == 1 && index.IsSchemaOf(answer.Mappings.Values.Single().Mappings) ? IndexState.Ready
            : IndexState.OtherSchema;
    }

    private static SearchFault FaultOf(IndexState state) => state == IndexState.Missing ? SearchFault.Missing : SearchFault.Schema;

    /// <summary>Writes to the index behind the alias. It never makes one: a missing index would get wrong fields.</summary>
    internal async Task<WriteOutcome> ApplyAsync<TDocument>(SearchIndex index, IReadOnlyList<IndexWrite<TDocument>> writes, CancellationToken cancellationToken)
        where TDocument : class
    {
        IndexState state;
        try
        {
            state = await StateAsync(index, cancellationToken);
        }
        catch (Exception thrown) when (!cancellationToken.IsCancellationRequested)
        {
            return Waiting(writes, SearchFaults.Of(thrown, isOverBudget: false));
        }

        if (state != IndexState.Ready)
            return Waiting(writes, FaultOf(state)) with { NeedsRebuild = true };
        var outcome = WriteOutcome.Nothing;
        foreach (var batch in writes.Chunk(BatchSize))
            outcome = outcome.And(await WriteBatchAsync(index.Alias(settings.Prefix), batch, cancellationToken));
        return outcome;
    }

    /// <summary>
    /// Fills a new index and moves the alias to it. Of two at once each fills its own and the last one stays; whoever called then writes again
    /// what changed since it began to read, so either is right.
    /// </summary>
    internal async Task<RebuildOutcome> RebuildAsync<TDocument>(
        SearchIndex index, IAsyncEnumerable<IndexWrite<TDocument>> writes, CancellationToken cancellationToken)
        where TDocument : class
    {
        var alias = index.Alias(settings.Prefix);
        await DeleteOldAsync(alias, cancellationToken);
        var concrete = $"{alias}-{time.GetUtcNow().ToString(StampFormat, CultureInfo.InvariantCulture)}-{Guid.NewGuid().ToString("N")[..8]}";
        var loading = $"{concrete}-loading";
        await CreateAsync(index, concrete, loading, cancellationToken);
        try
        {
            var outcome = WriteOutcome.Nothing;
            await foreach (var batch in writes.Chunk(BatchSize).WithCancellation(cancellationToken))
                outcome = outcome.And(await WriteUntilDoneAsync(loading, batch, cancellationToken));
            var live = new PutIndicesSettingsRequest(concrete, new IndexSettings { RefreshInterval = "1s" });
            await Budgeted(token => _client.Indices.PutSettingsAsync(live, token), cancellationToken);
            await Budgeted(token => _client.Indices.RefreshAsync(new RefreshRequest(concrete), token), cancellationToken);
            await Budgeted(token => _client.Indices.UpdateAliasesAsync(Move(alias, concrete, loading), token), cancellationToken);
            return new RebuildOutcome(concrete, outcome.Done, outcome.Refused);
        }
        catch
        {
            await ForgetAsync(concrete);
            throw;
        }
    }

    private async Task CreateAsync(SearchIndex index, string concrete, string loading, CancellationToken cancellationToken)
    {
        if (index.Json is null)
            await Budgeted(token => _client.Indices.CreateAsync(index.Create(concrete, loading), token), cancellationToken);
        else
            await Budgeted(token => SendAsync(HttpMethod.PUT, $"/{concrete}", index.CreateJson(loading), $"create {index.Name}", token), cancellationToken);
    }

    /// <summary>The alias leaves every index that has it and comes to the new one, in one step of the server.</summary>
    private static UpdateAliasesRequest Move(string alias, string concrete, string loading) => new()
    {
        Actions =
        [
            new() { Remove = new RemoveAction { Index = $"{alias}-*", Alias = alias, MustExist = false } },
            new() { Remove = new RemoveAction { Index = concrete, Alias = loading } },
            new() { Add = new AddAction { Index = concrete, Alias = alias } },
        ],
    };

    private async Task<WriteOutcome> WriteUntilDoneAsync<TDocument>(string target, IndexWrite<TDocument>[] batch, CancellationToken cancellationToken)
        where TDocument : class
    {
        var outcome = await WriteBatchAsync(target, batch, cancellationToken);
        for (var attempt = 1; outcome.Waiting.Count > 0; attempt++)
        {
            if (attempt == Attempts)
                throw new SearchFaultException(outcome.Fault ?? SearchFault.Other);
            await Task.Delay(BetweenAttempts * attempt, time, cancellationToken);
            var waiting = outcome.Waiting.ToHashSet(StringComparer.Ordinal);
            var again = await WriteBatchAsync(target, [.. batch.Where(w => waiting.Contains(w.Id))], cancellationToken);
            outcome = again with { Done = outcome.Done + again.Done, Refused = [.. outcome.Refused, .. again.Refused] };
        }

        return outcome;
    }

    private async Task<WriteOutcome> WriteBatchAsync<TDocument>(string target, IndexWrite<TDocument>[] batch, CancellationToken cancellationToken)
        where TDocument : class
    {
        if (batch.Length == 0)
            return WriteOutcome.Nothing;
        using var budget = new Budget(settings.WriteBudget, time, cancellationToken);
        try
        {
            var request = new BulkRequest(target) { RequireAlias = true, Operations = [.. batch.Select(Operation)] };
            var answer = await _client.BulkAsync(request, budget.Token);

            // A short answer says nothing about the others.
            return answer.Items.Count == batch.Length ? Outcome(answer, batch) : Waiting(batch, SearchFault.Malformed);
        }
        catch (Exception thrown) when (!cancellationToken.IsCancellationRequested)
        {
            Renew(thrown);
            return Waiting(batch, SearchFaults.Of(thrown, budget.IsUsedUp));
        }
    }

    private static IBulkOperation Operation<TDocument>(IndexWrite<TDocument> write)
        where TDocument : class => write.Document is { } document
        ? new BulkIndexOperation<TDocument>(document) { Id = write.Id, Version = write.Revision, VersionType = VersionType.External }
        : new BulkDeleteOperation(write.Id) { Version = write.Revision, VersionType = VersionType.External };

    private static WriteOutcome Outcome<TDocument>(BulkResponse answer, IndexWrite<TDocument>[] batch)
        where TDocument : class
    {
        var (done, waiting, refused) = (0, new List<string>(), new List<RefusedWrite>());
        SearchFault? fault = null;
        var needsRebuild = false;
        foreach (var (write, item) in batch.Zip(answer.Items))
        {
            switch (item.Status)
            {
                // 409: what stands is as new. 404 of a delete: it was not there.
                case >= 200 and < 300 or 409:
                case 404 when write.Document is null && item.Error is null:
                    done++;
                    break;
                case 404:
                    Wait(SearchFault.Missing);
                    needsRebuild = true;
                    break;
                case 429:
                    Wait(SearchFault.Busy);
                    break;
                case 401 or 403:
                    Wait(SearchFault.Refused);
                    break;
                case >= 500:
                    Wait(SearchFault.Server);
                    break;
                default:
                    refused.Add(new RefusedWrite(write.Id, item.Status, item.Error?.Type ?? ""));
                    break;
            }

            void Wait(SearchFault why)
            {
                waiting.Add(write.Id);
                fault ??= why;
            }
        }

        return new WriteOutcome(done, waiting, refused) { Fault = fault, NeedsRebuild = needsRebuild };
    }

    private static WriteOutcome Waiting<TDocument>(IEnumerable<IndexWrite<TDocument>> writes, SearchFault fault)
        where TDocument : class => new(0, [.. writes.Select(w => w.Id)], []) { Fault = fault };

    /// <summary>Deletes indices that no alias leads to any more. Not in the step that moves the alias: questions that just began still read them.</summary>
    private async Task DeleteOldAsync(string alias, CancellationToken cancellationToken)
    {
        var before = (time.GetUtcNow() - LeftAlone).ToString(StampFormat, CultureInfo.InvariantCulture);
        var answer = await Budgeted(token => _client.Indices.GetAliasAsync(new GetAliasRequest((Indices)$"{alias}-*"), token), cancellationToken);
        foreach (var (concrete, aliases) in answer.Aliases ?? new Dictionary<string, IndexAliases>())
        {
            var stamp = concrete[(alias.Length + 1)..].Split('-')[0];
            if (stamp.Length == StampFormat.Length && !aliases.Aliases.ContainsKey(alias) && string.CompareOrdinal(stamp, before) < 0)
                await Budgeted(token => _client.Indices.DeleteAsync(new DeleteIndexRequest(concrete) { IgnoreUnavailable = true }, token), cancellationToken);
        }
    }

    /// <summary>Takes away what a rebuild that failed has made. If that does not succeed either, a later one does it.</summary>
    private async Task ForgetAsync(string concrete)
    {
        try
        {
            await Budgeted(token => _client.Indices.DeleteAsync(new DeleteIndexRequest(concrete) { IgnoreUnavailable = true }, token), CancellationToken.None);
        }
        catch (Exception)
        {
            // What went wrong first is what counts.
        }
    }

    private async Task<T> Budgeted<T>(Func<CancellationToken, Task<T>> request, CancellationToken cancellationToken)
    {
        using var budget = new Budget(settings.WriteBudget, time, cancellationToken);
        try
        {
            return await request(budget.Token);
        }
        catch (UnsupportedProductException thrown)
        {
            Renew(thrown);
            throw;
        }
    }

    /// <summary>
    /// A client that met another product once, such as the error page of a proxy, refuses for ever; the next one looks again. Connections belong
    /// to the settings, so it is cheap.
    /// </summary>
    private void Renew(Exception thrown)
    {
        if (thrown is UnsupportedProductException)
            _client = new ElasticsearchClient(_client.ElasticsearchClientSettings);
    }
}

/// <summary>Whether there is an index to ask and to write to.</summary>
internal enum IndexState
{
    /// <summary>There is.</summary>
    Ready,

    /// <summary>There is none.</summary>
    Missing,

    /// <summary>It is of another version of the program.</summary>
    OtherSchema,
}
