using Marketplace.Domain.Placements;
using Marketplace.Domain.Regulations;
using Marketplace.Domain.Shared;

namespace Marketplace.Domain.FollowUp;

/// <summary>The facts change: the reminders are computed again. Planned ones that no longer follow become void; sent ones stay.</summary>
public static class ChangeTerms
{
    /// <summary>Changes what was agreed of a placement that is agreed or runs.</summary>
    /// <param name="followUp">The placement.</param>
    /// <param name="terms">All facts, also those that stay.</param>
    /// <param name="book">The figures.</param>
    /// <param name="act">Who changes them, now.</param>
    /// <exception cref="RefusalException">The placement ended, or the facts contradict one another.</exception>
    public static void To(PlacementFollowUp followUp, PlacementTerms terms, RegulationBook book, Act act)
    {
        if (!followUp.Placement.IsActive)
            throw new RefusalException(Refusal.NotInThisState);
        followUp.Placement.ChangeTerms(terms);
        followUp.Renew(book, act);
    }
}
