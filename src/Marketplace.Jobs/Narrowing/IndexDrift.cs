using Marketplace.Data;
using Marketplace.Data.Narrowing;

namespace Marketplace.Jobs.Narrowing;

/// <summary>
/// Compares the index of this node with the database, repairs it, and asks every other node for the same; one that repairs something writes a
/// run of its own. Then rows of changes that nobody needs any more go.
/// </summary>
public sealed class IndexDrift(NodeIndex node, MarketplaceDbContext db, TimeProvider clock) : IJob
{
    /// <summary>How long a row of a change stays; a node that slept longer makes its index anew.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(8);

    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var repaired = await node.RepairAsync(db, cancellationToken);
        var now = clock.GetUtcNow().UtcDateTime;
        db.IndexChanges.Add(new IndexChange { Root = IndexedRoot.Everything, EntityId = Guid.Empty, Code = "", Revision = 0, At = now });
        await db.SaveChangesAsync(cancellationToken);
        await db.ForgetIndexChangesAsync(now - Kept, cancellationToken);
        return repaired;
    }
}
