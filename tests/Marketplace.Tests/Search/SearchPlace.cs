using System.Diagnostics.Metrics;
using Marketplace.Matching;
using Marketplace.Matching.Elasticsearch;
using Marketplace.Matching.Narrowing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace Marketplace.Tests.Search;

/// <summary>People and jobs in Elasticsearch and in the process, as a node of the program has them.</summary>
internal sealed class SearchPlace : IAsyncDisposable
{
    private readonly ServiceProvider _services = new ServiceCollection().AddMetrics().BuildServiceProvider();

    private SearchPlace(SearchSettings settings, MatchEngine engine, IReadOnlyList<CandidateChange> people, IReadOnlyList<JobChange> jobs)
    {
        (People, Jobs) = (people, jobs);
        InProcess = new InProcessIndex(engine);
        InProcess.Candidates.Rebuild(people);
        InProcess.Jobs.Rebuild(jobs);
        Elastic = new ElasticIndex(SearchNode.Client(settings), settings, engine, InProcess, TimeProvider.System);
        Gate = new ElasticGate([Elastic], settings, TimeProvider.System, _services.GetRequiredService<IMeterFactory>(), NullLogger<ElasticGate>.Instance);
        Index = new FallbackIndex(Elastic, InProcess, Gate);
    }

    internal IReadOnlyList<CandidateChange> People { get; }

    internal IReadOnlyList<JobChange> Jobs { get; }

    internal InProcessIndex InProcess { get; }

    internal ElasticIndex Elastic { get; }

    internal FallbackIndex Index { get; }

    private ElasticGate Gate { get; }

    internal static async Task<SearchPlace> Of(SearchSettings settings, MatchEngine engine, IReadOnlyList<CandidateChange> people, IReadOnlyList<JobChange> jobs)
    {
        var place = new SearchPlace(settings, engine, people, jobs);
        Assert.Empty((await place.Elastic.RebuildAsync(people.ToAsyncEnumerable(), CancellationToken.None)).Refused);
        Assert.Empty((await place.Elastic.RebuildAsync(jobs.ToAsyncEnumerable(), CancellationToken.None)).Refused);
        Assert.True(await place.Gate.WarmUpAsync(CancellationToken.None));
        return place;
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
