using Elastic.Clients.Elasticsearch;
using Elastic.Transport;
using Marketplace.Matching.Narrowing;

namespace Marketplace.Matching.Elasticsearch;

/// <summary>
/// Narrowing on Elasticsearch. It answers or throws; <see cref="FallbackIndex"/> is what pages ask. Verdicts come from the same engine as ever.
/// People who do not fit in a row, and the jobs that the codes stand for, are those of the index in the process, which every node has anyway.
/// </summary>
public sealed class ElasticIndex : IElasticIndex
{
    private readonly SearchSettings _settings;
    private readonly MatchEngine _engine;
    private readonly InProcessIndex _inProcess;
    private readonly IndexKeeper _keeper;
    private readonly PeopleIndex _people;
    private readonly JobsIndex _jobs;

    /// <param name="client">The one client of the program.</param>
    /// <param name="settings">The settings.</param>
    /// <param name="engine">Judges, and gives the estimate of travel; the same as that of <paramref name="inProcess"/>.</param>
    /// <param name="inProcess">The index in the process.</param>
    /// <param name="time">The time.</param>
    public ElasticIndex(ElasticsearchClient client, SearchSettings settings, MatchEngine engine, InProcessIndex inProcess, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(settings);
        _settings = settings;
        _engine = engine;
        _inProcess = inProcess;
        _keeper = new IndexKeeper(client, settings, time);
        _people = new PeopleIndex(engine);
        _jobs = new JobsIndex(engine);
    }

    internal IReadOnlyList<SearchIndex> Definitions => [_people.Definition, _jobs.Definition];

    /// <inheritdoc/>
    public Task CheckAsync(CancellationToken cancellationToken) => _keeper.CheckAsync(Definitions, cancellationToken);

    /// <summary>Which people fit a job.</summary>
    public async Task<CandidateHits> SearchAsync(CandidateQuestion question, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(question);
        var ask = new PeopleQuestion(question, TravelRings.Around(_engine.Travel, question.Job));
        if (question.ListsNotNow)
        {
            // Who fits is near too, so that one search gives both.
            using var everybodyNear = await AskAsync(_people.Definition, ask.Near(), cancellationToken);
            var seen = _inProcess.Candidates.Beside(question);
            using var all = Rows(everybodyNear, seen);
            return Judging.Judge(_engine, question, all.Rows, seen, Near(all, question.Job), IndexSource.Elasticsearch);
        }

        var counting = AskAsync(_people.Definition, ask.NearCount(), cancellationToken);
        var searching = AskAsync(_people.Definition, ask.Fitting(), cancellationToken);
        await Task.WhenAll(counting, searching);
        using var count = await counting;
        using var found = await searching;
        var surelyNear = count.Counted ?? throw new SearchFaultException(SearchFault.Incomplete);
        var beside = _inProcess.Candidates.Beside(question);
        using var near = Rows(count, beside);
        using var rows = Rows(found, beside);
        return Judging.Judge(_engine, question, rows.Rows, beside, surelyNear + Near(near, question.Job), IndexSource.Elasticsearch);
    }

    /// <summary>Which jobs fit a person.</summary>
    public async Task<JobHits> SearchAsync(JobQuestion question, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(question);
        var person = _engine.Compile(question.Candidate);
        using var found = await AskAsync(_jobs.Definition, new JobsQuestion(question, person, _engine.Travel).Fitting(), cancellationToken);
        var jobs = _inProcess.Jobs.ByCode();

        // A job that this node does not have any more, or not yet, is not offered.
        var compiled = found.Codes.Select(code => jobs.GetValueOrDefault(code)).OfType<CompiledJob>()
            .Select(job => (job, _engine.Travel.Minutes(person.Postcode, job, person.Modes) ?? Geo.Travel.Impossible));
        return Judging.JudgeJobs(question, person, compiled, IndexSource.Elasticsearch);
    }

    /// <summary>Brings changes of people in. The latest revision of a person wins, in whatever order and however often changes come.</summary>
    public Task<WriteOutcome> ApplyAsync(IEnumerable<CandidateChange> changes, CancellationToken cancellationToken) =>
        ApplyAsync(_people.Definition, changes, change => change.Code, _people.Write, cancellationToken);

    /// <summary>Brings changes of jobs in.</summary>
    /// <inheritdoc cref="ApplyAsync(IEnumerable{CandidateChange}, CancellationToken)"/>
    public Task<WriteOutcome> ApplyAsync(IEnumerable<JobChange> changes, CancellationToken cancellationToken) =>
        ApplyAsync(_jobs.Definition, changes, change => change.Code, _jobs.Write, cancellationToken);

    /// <summary>
    /// Writes everybody into a new index, which is asked from the moment that it is whole. Afterwards the caller applies again everything that
    /// changed since it began to read, because that may have gone to the old index.
    /// </summary>
    /// <exception cref="SearchFaultException">It did not succeed; the old index stays.</exception>
    public Task<RebuildOutcome> RebuildAsync(IAsyncEnumerable<CandidateChange> people, CancellationToken cancellationToken) =>
        RebuildAsync(_people.Definition, people, change => change.Code, _people.Write, cancellationToken);

    /// <inheritdoc cref="RebuildAsync(IAsyncEnumerable{CandidateChange}, CancellationToken)"/>
    public Task<RebuildOutcome> RebuildAsync(IAsyncEnumerable<JobChange> jobs, CancellationToken cancellationToken) =>
        RebuildAsync(_jobs.Definition, jobs, change => change.Code, _jobs.Write, cancellationToken);

    /// <summary>The rows that Elasticsearch gives for a question, for tests of what it leaves out.</summary>
    internal async Task<RowBuffer> NarrowAsync(CandidateQuestion question, CancellationToken cancellationToken)
    {
        var ask = new PeopleQuestion(question, TravelRings.Around(_engine.Travel, question.Job));
        using var found = await AskAsync(_people.Definition, ask.Fitting(), cancellationToken);
        return Rows(found, []);
    }

    /// <summary>The codes that Elasticsearch gives for a question, for tests of what it leaves out.</summary>
    internal async Task<IReadOnlyList<string>> NarrowAsync(JobQuestion question, CancellationToken cancellationToken)
    {
        using var found = await AskAsync(
            _jobs.Definition, new JobsQuestion(question, _engine.Compile(question.Candidate), _engine.Travel).Fitting(), cancellationToken);
        return found.Codes;
    }

    private async Task<SearchAnswer> AskAsync(SearchIndex index, SearchRequest request, CancellationToken cancellationToken)
    {
        // Everything of the request has a type, but for the part of the answer that is wanted: hence the path by hand.
        var path = $"/{index.Alias(_settings.Prefix)}/_search?request_cache=false&allow_partial_search_results=false&filter_path={SearchAnswer.Filter}";
        var answer = await _keeper.Client.Transport.RequestAsync<SearchAnswer>(
            new EndpointPath(Elastic.Transport.HttpMethod.POST, path),
            PostData.Serializable(request),
            activity => activity.DisplayName = $"search {index.Name}",
            null,
            cancellationToken);
        if (answer.IsComplete)
            return answer;
        answer.Dispose();
        throw new SearchFaultException(SearchFault.Incomplete);
    }

    /// <summary>Unpacks rows. Somebody who just stopped fitting in a row may still be in the index: the newer facts count.</summary>
    private RowBuffer Rows(SearchAnswer answer, IReadOnlyList<BesideCandidate> beside)
    {
        var newer = beside.Select(person => PackedCode.TryPack(person.Facts.Code, out var packed) ? packed : 0).ToHashSet();
        var rows = new RowBuffer();
        for (var i = 0; i < answer.Rows.Count; i++)
        {
            if (!_people.Rows.TryRead(answer.Rows[i], out var row))
            {
                rows.Dispose();
                throw new SearchFaultException(SearchFault.Schema);
            }

            if (!newer.Contains(row.PackedCode))
                rows.Add(row);
        }

        return rows;
    }

    private int Near(RowBuffer rows, CompiledJob job)
    {
        var journeys = new Journeys(_engine.Travel, job);
        var near = 0;
        foreach (ref readonly var row in rows.Rows)
        {
            var minutes = journeys.Minutes(row.Postcode, row.Modes);
            near += Judging.IsNear(minutes == Geo.Travel.Impossible ? null : minutes, row.MaxTravelMinutes) ? 1 : 0;
        }

        return near;
    }

    private async Task<WriteOutcome> ApplyAsync<TChange, TDocument>(
        SearchIndex index, IEnumerable<TChange> changes, Func<TChange, string> codeOf, Func<TChange, IndexWrite<TDocument>> writeOf, CancellationToken cancellationToken)
        where TDocument : class
    {
        ArgumentNullException.ThrowIfNull(changes);
        var refused = new List<RefusedWrite>();
        var writes = changes.Select(change => Written(change, codeOf, writeOf, refused)).OfType<IndexWrite<TDocument>>().ToList();
        var outcome = await _keeper.ApplyAsync(index, writes, cancellationToken);
        return outcome with { Refused = [.. refused, .. outcome.Refused] };
    }

    private async Task<RebuildOutcome> RebuildAsync<TChange, TDocument>(
        SearchIndex index, IAsyncEnumerable<TChange> changes, Func<TChange, string> codeOf, Func<TChange, IndexWrite<TDocument>> writeOf, CancellationToken cancellationToken)
        where TDocument : class
    {
        ArgumentNullException.ThrowIfNull(changes);
        var refused = new List<RefusedWrite>();
        var writes = changes.Select(change => Written(change, codeOf, writeOf, refused)).Where(write => write is not null).Select(write => write!);
        var outcome = await _keeper.RebuildAsync(index, writes, cancellationToken);
        return outcome with { Refused = [.. refused, .. outcome.Refused] };
    }

    /// <summary>The write of a change; null when the engine does not take it: it must not stop the others.</summary>
    private static IndexWrite<TDocument>? Written<TChange, TDocument>(
        TChange change, Func<TChange, string> codeOf, Func<TChange, IndexWrite<TDocument>> writeOf, List<RefusedWrite> refused)
        where TDocument : class
    {
        try
        {
            return writeOf(change);
        }
        catch (ArgumentException)
        {
            refused.Add(new RefusedWrite(codeOf(change), 0, nameof(ArgumentException)));
            return null;
        }
    }
}
