using Microsoft.EntityFrameworkCore;

namespace Marketplace.Data.Auditing;

/// <summary>
/// An interceptor asks many times what is tracked. EF Core would compare every tracked row for each; the audit interceptor, which is first,
/// has done that once.
/// </summary>
internal static class Detecting
{
    public static void WithoutDetecting(this DbContext db, Action work) => db.WithoutDetecting(() =>
    {
        work();
        return true;
    });

    /// <inheritdoc cref="WithoutDetecting(DbContext, Action)"/>
    public static T WithoutDetecting<T>(this DbContext db, Func<T> work)
    {
        var detects = db.ChangeTracker.AutoDetectChangesEnabled;
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        try
        {
            return work();
        }
        finally
        {
            db.ChangeTracker.AutoDetectChangesEnabled = detects;
        }
    }
}
