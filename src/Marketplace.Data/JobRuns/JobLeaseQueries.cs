using Microsoft.EntityFrameworkCore;

namespace Marketplace.Data.JobRuns;

/// <summary>Taking a lease.</summary>
public static class JobLeaseQueries
{
    /// <summary>Takes a lease that nobody holds any more, or keeps the own one longer.</summary>
    /// <returns>False when another holds it.</returns>
    public static async Task<bool> TakeLeaseAsync(this MarketplaceDbContext db, string name, string holder, DateTime now, TimeSpan time, CancellationToken cancellationToken)
    {
        var until = now + time;
        if (await db.JobLeases.TagWith("Jobs.TakeLease").Where(l => l.Name == name && (l.Until < now || l.Holder == holder))
            .ExecuteUpdateAsync(set => set.SetProperty(l => l.Holder, holder).SetProperty(l => l.Until, until), cancellationToken) > 0)
        {
            return true;
        }

        if (await db.JobLeases.TagWith("Jobs.HasLease").AnyAsync(l => l.Name == name, cancellationToken))
            return false;
        var lease = new JobLease { Name = name, Holder = holder, Until = until };
        db.JobLeases.Add(lease);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return true;
        }
        catch (DbUpdateException)
        {
            // Another instance was first with the very first lease.
            db.Entry(lease).State = EntityState.Detached;
            return false;
        }
    }
}
