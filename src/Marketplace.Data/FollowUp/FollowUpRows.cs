using Marketplace.Domain.FollowUp;
using Marketplace.Domain.Placements;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Data.FollowUp;

/// <summary>What a verb of follow-up needs, loaded to be changed, and what it adds, kept.</summary>
public static class FollowUpRows
{
    /// <summary>A placement with its reminders and open steps, to be changed; null when there is none.</summary>
    public static async Task<PlacementFollowUp?> FollowUpOfAsync(this MarketplaceDbContext db, Guid? placementId, CancellationToken cancellationToken)
    {
        if (placementId is null)
            return null;
        var placement = await db.Placements.Include(p => p.Workplaces).TagWith("FollowUp.Placement").SingleOrDefaultAsync(p => p.Id == placementId, cancellationToken);
        return placement is null ? null : await db.FollowUpOfAsync(placement, cancellationToken);
    }

    /// <summary>The reminders and open steps of a placement that is already loaded.</summary>
    public static async Task<PlacementFollowUp> FollowUpOfAsync(this MarketplaceDbContext db, Placement placement, CancellationToken cancellationToken)
    {
        var reminders = await db.Reminders.TagWith("FollowUp.Reminders").Where(r => r.SubjectId == placement.Id).ToListAsync(cancellationToken);
        var steps = await db.OpenSteps.TagWith("FollowUp.Steps")
            .Where(s => s.PlacementId == placement.Id && s.DoneAt == null && !s.IsVoid).ToListAsync(cancellationToken);
        return new PlacementFollowUp(placement, reminders, steps);
    }

    /// <summary>Keeps what a verb added; saved with the next SaveChanges.</summary>
    public static void Keep(this MarketplaceDbContext db, PlacementFollowUp followUp)
    {
        db.Reminders.AddRange(followUp.NewReminders);
        db.OpenSteps.AddRange(followUp.NewSteps);
        db.FollowUpRecords.AddRange(followUp.NewRecords);
    }

    /// <inheritdoc cref="Keep(MarketplaceDbContext, PlacementFollowUp)"/>
    public static void Keep(this MarketplaceDbContext db, PersonFollowUp followUp)
    {
        db.Reminders.AddRange(followUp.NewReminders);
        db.OpenSteps.AddRange(followUp.NewSteps);
    }
}
