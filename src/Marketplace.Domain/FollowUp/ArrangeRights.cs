using Marketplace.Domain.Placements;
using Marketplace.Domain.Reminders;
using Marketplace.Domain.Shared;

namespace Marketplace.Domain.FollowUp;

/// <summary>
/// Every act of the arrangements of a placement is an item of its owner, until it is done or no longer follows. Our own promise is thirty days
/// after the start (product.md, J6), so from then on it is late, also when the law leaves more time.
/// </summary>
public static class ArrangeRights
{
    /// <summary>Days after the start within which every right was asked.</summary>
    public const int PromisedDays = 30;

    /// <summary>Makes the steps follow the acts.</summary>
    /// <param name="followUp">The placement; agreed or running.</param>
    /// <param name="acts">What follows from the facts now.</param>
    /// <param name="stored">Every step about rights of this placement, also done and void ones.</param>
    /// <param name="act">Who changed something, now.</param>
    public static void Lay(PlacementFollowUp followUp, IReadOnlyList<ArrangedAct> acts, IReadOnlyList<OpenStep> stored, Act act)
    {
        ArgumentNullException.ThrowIfNull(followUp);
        ArgumentNullException.ThrowIfNull(acts);
        ArgumentNullException.ThrowIfNull(act);
        var codes = followUp.Placement.IsActive ? acts.Select(a => a.Code).ToHashSet() : [];
        foreach (var step in stored.Where(s => s.IsOpen && !codes.Contains(s.About)))
            step.Void();
        foreach (var right in acts.Where(a => codes.Contains(a.Code) && !stored.Any(s => s.About == a.Code && !s.IsVoid)))
            followUp.Add(followUp.StepFor(right.Owner, StepKind.AskRight, act.Today, DueOn(followUp.Placement, right, act.Today), right.Code));
    }

    /// <summary>The last day of the law or our promise, whichever comes first; what had passed when it became known gets ten working days.</summary>
    private static DateOnly DueOn(Placement placement, ArrangedAct right, DateOnly today)
    {
        var promised = placement.Terms.Start.AddDays(PromisedDays);
        var due = right.LastDay < promised ? right.LastDay : promised;
        return due >= today ? due : WorkingDays.After(today, PlacementFollowUp.FindOutWorkingDays);
    }
}
