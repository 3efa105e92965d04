using Marketplace.Domain.People;
using Marketplace.Domain.Placements;
using Marketplace.Domain.Shared;

namespace Marketplace.Domain.FollowUp;

/// <summary>From one placement to the next of the same person, as one chain: from a trial to a contract.</summary>
public static class NextStep
{
    /// <summary>Agrees the next placement at the same work. The running one goes on until the next one starts.</summary>
    /// <exception cref="RefusalException">The placement does not run, the next one does not start later, or the facts contradict one another.</exception>
    public static Placement Agree(Placement previous, Person person, PlacementTerms terms, string supervisor, Act act) =>
        previous.State == PlacementState.Running
            ? new Placement(person, previous, terms, supervisor, act)
            : throw new RefusalException(Refusal.NotInThisState);

    /// <summary>The next placement starts: this one ends the day before, and its open reminders are void (volgende stap).</summary>
    /// <exception cref="RefusalException">It does not run, or the next one does not follow it.</exception>
    public static void Begin(PlacementFollowUp previous, Placement next, Act act)
    {
        previous.Placement.GoOnTo(next, act);
        previous.VoidOpen(VoidReason.NextStep);
    }
}
