using Marketplace.Data;
using Marketplace.Matching.Text;

namespace Marketplace.Jobs.Search;

/// <summary>The text index of this node as one request asks it: before its first question about jobs it brings in what was committed until then.</summary>
internal sealed class CaughtUpTextIndex(NodeTextIndex node, MarketplaceDbContext db) : ITextIndex
{
    private bool _isCaughtUp;

    public async ValueTask<JobSearchHits> SearchAsync(JobSearchQuestion question, CancellationToken cancellationToken)
    {
        if (!_isCaughtUp)
            await node.CatchUpAsync(db, cancellationToken);
        _isCaughtUp = true;
        return await node.Index.SearchAsync(question, cancellationToken);
    }

    public ValueTask<TaskSearchHits> SearchAsync(TaskSearchQuestion question, CancellationToken cancellationToken) => node.Index.SearchAsync(question, cancellationToken);
}
