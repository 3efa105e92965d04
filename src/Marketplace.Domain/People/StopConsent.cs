using Marketplace.Domain.Proposals;
using Marketplace.Domain.Shared;

namespace Marketplace.Domain.People;

/// <summary>A person stops. What rested on the consent stops in the same transaction.</summary>
public static class StopConsent
{
    /// <summary>
    /// Ends consent to be found and to be proposed, and every consent to meet: open proposals are withdrawn (the employer reads
    /// "Deze kandidaat is niet meer vrij") and introductions stop. A job that started goes on: it rests on a contract.
    /// </summary>
    public static void Everything(Person person, IEnumerable<Proposal> proposals, IEnumerable<Introduction> introductions, Act act)
    {
        var meetings = introductions.ToList();
        ToMeet(person, meetings, act, organisationId: null);
        ToBeProposed(person, proposals, meetings, act);
        person.End(ConsentPurpose.Found, act);
    }

    /// <summary>Ends consent to be proposed and withdraws the open proposals, but not one of which both already go on.</summary>
    public static void ToBeProposed(Person person, IEnumerable<Proposal> proposals, IEnumerable<Introduction> introductions, Act act)
    {
        person.End(ConsentPurpose.Proposed, act);
        var goesOn = introductions.Where(i => i.State == IntroductionState.GoesOn).Select(i => i.ProposalId).ToHashSet();
        foreach (var proposal in proposals.Where(p => p.PersonId == person.Id && p.IsOpen && !goesOn.Contains(p.Id)))
            proposal.Withdraw(act);
    }

    /// <summary>Ends consent to meet one employer, or all; introductions that have not led to going on stop.</summary>
    public static void ToMeet(Person person, IEnumerable<Introduction> introductions, Act act, Guid? organisationId)
    {
        person.End(ConsentPurpose.Meet, act, organisationId);
        foreach (var introduction in introductions.Where(i =>
            i.PersonId == person.Id
            && (organisationId is null || i.OrganisationId == organisationId)
            && i.State is not (IntroductionState.GoesOn or IntroductionState.Stopped)))
        {
            introduction.Stop(act);
        }
    }
}
