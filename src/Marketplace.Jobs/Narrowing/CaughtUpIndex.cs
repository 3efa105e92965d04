using Marketplace.Data;
using Marketplace.Matching;
using Marketplace.Matching.Narrowing;

namespace Marketplace.Jobs.Narrowing;

/// <summary>
/// The index of this node as one request asks it: before its first question it brings in what was committed until then, and all its questions go
/// to that index. So a page never counts somebody who said stop before the page was asked for.
/// </summary>
internal sealed class CaughtUpIndex(NodeIndex node, MarketplaceDbContext db) : IMatchIndex
{
    private InProcessIndex? _index;

    public async ValueTask<CandidateHits> SearchAsync(CandidateQuestion question, CancellationToken cancellationToken) =>
        await (await IndexAsync(cancellationToken)).SearchAsync(question, cancellationToken);

    public async ValueTask<NotNow> NotNowAsync(CandidateQuestion question, CancellationToken cancellationToken) =>
        await (await IndexAsync(cancellationToken)).NotNowAsync(question, cancellationToken);

    public async ValueTask<JobHits> SearchAsync(JobQuestion question, CancellationToken cancellationToken) =>
        await (await IndexAsync(cancellationToken)).SearchAsync(question, cancellationToken);

    private async ValueTask<InProcessIndex> IndexAsync(CancellationToken cancellationToken) => _index ??= await node.CatchUpAsync(db, cancellationToken);
}
