using Marketplace.Data;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Jobs;

/// <summary>A sweep saves one thing at a time, so that one that is in the way does not stop the others.</summary>
internal static class Saving
{
    /// <summary>False when somebody else changed the same rows a moment ago: the next run sees what they did.</summary>
    public static async Task<bool> TrySaveAsync(this MarketplaceDbContext db, CancellationToken cancellationToken)
    {
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return true;
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();
            return false;
        }
    }
}
