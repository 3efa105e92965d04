using Marketplace.Domain.FollowUp;
using Marketplace.Domain.Proposals;
using Marketplace.Domain.Shared;

namespace Marketplace.Domain.People;

/// <summary>The help to a person ends: every consent ends with it, and what waited for somebody. Work that started goes on.</summary>
public static class EndHelp
{
    /// <summary>Ends the help today.</summary>
    /// <exception cref="RefusalException">It has ended already.</exception>
    public static void Of(Person person, EndOfHelp reason, IEnumerable<Proposal> proposals, IEnumerable<Introduction> introductions, IEnumerable<OpenStep> steps, Act act)
    {
        ArgumentNullException.ThrowIfNull(person);
        var (open, meetings, waiting) = (proposals.ToList(), introductions.ToList(), steps.ToList());
        person.EndHelp(reason, act);
        StopConsent.Everything(person, open, meetings, act);
        StopConsent.VoidSteps(person, waiting, open, meetings);
        foreach (var step in waiting.Where(s => s.IsOpen && s.PersonId == person.Id && s.PlacementId is null))
            step.Void();
    }
}
