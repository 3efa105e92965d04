using Marketplace.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Data.Narrowing;

/// <summary>Migrates, and fills what a migration cannot compute.</summary>
public static class DatabaseMigration
{
    private const string FirstWithLevels = "_SearchIndex";
    private const int PeopleAtOnce = 500;

    /// <summary>Brings the database to this program.</summary>
    public static async Task MigrateAsync(this MarketplaceDbContext db, CancellationToken cancellationToken)
    {
        var isNew = !(await db.Database.GetAppliedMigrationsAsync(cancellationToken)).Any();
        var pending = await db.Database.GetPendingMigrationsAsync(cancellationToken);
        var needsLevels = !isNew && pending.Any(m => m.EndsWith(FirstWithLevels, StringComparison.Ordinal));
        await db.Database.MigrateAsync(cancellationToken);
        if (needsLevels)
            await PackCapacitiesAsync(db, cancellationToken);
    }

    /// <summary>People who were stored before <see cref="Person.CapacityLevels"/> was.</summary>
    private static async Task PackCapacitiesAsync(MarketplaceDbContext db, CancellationToken cancellationToken)
    {
        for (var last = Guid.Empty; ;)
        {
            var people = await db.People.Where(p => p.Id > last).OrderBy(p => p.Id).Take(PeopleAtOnce)
                .Include(p => p.Capacities).TagWith("Narrowing.PackCapacities").ToListAsync(cancellationToken);
            if (people.Count == 0)
                return;
            people.ForEach(p => p.PackCapacities());
            await db.SaveChangesAsync(cancellationToken);
            db.ChangeTracker.Clear();
            last = people[^1].Id;
        }
    }
}
