using System.Collections.Frozen;
using Marketplace.Data;
using Marketplace.Data.Narrowing;
using Marketplace.Matching.Elasticsearch;
using Marketplace.Matching.Narrowing;

namespace Marketplace.Jobs.Narrowing;

/// <summary>
/// The index as one request asks it: before its first question it brings in what was committed until then. Elasticsearch follows a moment later;
/// who changed since then and may not be seen any more is taken out of its answers. So a page never counts somebody who said stop before the page
/// was asked for.
/// </summary>
/// <param name="node">The index of this node.</param>
/// <param name="db">The database.</param>
/// <param name="telemetry">Is told how long a question took.</param>
/// <param name="fallback">Elasticsearch with the index of this node behind it; null: there is none.</param>
internal sealed class CaughtUpIndex(NodeIndex node, MarketplaceDbContext db, Telemetry telemetry, FallbackIndex? fallback = null) : IMatchIndex
{
    private IMatchIndex? _index;
    private FrozenSet<string>? _without;

    public ValueTask<CandidateHits> SearchAsync(CandidateQuestion question, CancellationToken cancellationToken) => telemetry.MatchAsync(
        "people",
        async () => await (await IndexAsync(cancellationToken)).SearchAsync(await AskedAsync(question, cancellationToken), cancellationToken),
        hits => hits.Source);

    public ValueTask<JobHits> SearchAsync(JobQuestion question, CancellationToken cancellationToken) => telemetry.MatchAsync(
        "jobs", async () => await (await IndexAsync(cancellationToken)).SearchAsync(question, cancellationToken), hits => hits.Source);

    private async ValueTask<IMatchIndex> IndexAsync(CancellationToken cancellationToken)
    {
        if (_index is not null)
            return _index;
        var own = await node.CatchUpAsync(db, cancellationToken);
        return _index = fallback is null ? own : fallback;
    }

    private async ValueTask<CandidateQuestion> AskedAsync(CandidateQuestion question, CancellationToken cancellationToken)
    {
        if (fallback is null)
            return question;
        _without ??= await NotSeenAnyMoreAsync(question.Viewer, cancellationToken);
        return _without.Count == 0 ? question : question with { Without = question.Without.Concat(_without).ToFrozenSet() };
    }

    /// <summary>Codes of people whom Elasticsearch may still hold as they were, and whom this viewer does not see now. A request has one viewer.</summary>
    private async Task<FrozenSet<string>> NotSeenAnyMoreAsync(Viewer? viewer, CancellationToken cancellationToken)
    {
        if (await db.FedUntilAsync(ElasticFeeder.Name, cancellationToken) is not { } cursor)
            return [];
        var codes = await db.PeopleChangedAfterAsync(cursor, cancellationToken);
        if (codes.Count == 0)
            return [];
        var now = await IndexReading.PeopleAsync(db, codes, cancellationToken);
        return codes.Except(now.Where(IsSeen).Select(change => change.Code)).ToFrozenSet();

        bool IsSeen(CandidateChange change) =>
            change.Candidate is { } person && (viewer is null || viewer.Sees(person.RegionCode, person.OrganisationId, person.Found));
    }
}
