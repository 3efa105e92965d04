using Marketplace.Data;
using Marketplace.Matching.Elasticsearch;
using Marketplace.Matching.Text;

namespace Marketplace.Jobs.Search;

/// <summary>
/// The text index as one request asks it: before its first question about jobs it brings what was committed until then into the index of this node.
/// Elasticsearch follows a moment later; the page reads its rows from the database, so that nothing stands on it that the viewer may not see.
/// </summary>
/// <param name="node">The index of this node.</param>
/// <param name="db">The database.</param>
/// <param name="fallback">Elasticsearch with the index of this node behind it; null: there is none.</param>
internal sealed class CaughtUpTextIndex(NodeTextIndex node, MarketplaceDbContext db, FallbackTextIndex? fallback = null) : ITextIndex
{
    private bool _isCaughtUp;

    private ITextIndex Index => fallback is null ? node.Index : fallback;

    public async ValueTask<JobSearchHits> SearchAsync(JobSearchQuestion question, CancellationToken cancellationToken)
    {
        if (!_isCaughtUp)
            await node.CatchUpAsync(db, cancellationToken);
        _isCaughtUp = true;
        return await Index.SearchAsync(question, cancellationToken);
    }

    public ValueTask<TaskSearchHits> SearchAsync(TaskSearchQuestion question, CancellationToken cancellationToken) => Index.SearchAsync(question, cancellationToken);
}
