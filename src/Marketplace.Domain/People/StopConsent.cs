using Marketplace.Domain.FollowUp;
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
        var open = proposals.ToList();
        ToMeet(person, open, meetings, act, organisationId: null);
        person.End(ConsentPurpose.Share, act);
        ToBeFound(person, open, meetings, act);
    }

    /// <summary>Ends consent to be found, and with it consent to be proposed: a proposal rests on both.</summary>
    public static void ToBeFound(Person person, IEnumerable<Proposal> proposals, IEnumerable<Introduction> introductions, Act act)
    {
        ToBeProposed(person, proposals, introductions, act);
        person.End(ConsentPurpose.Found, act);
    }

    /// <summary>
    /// Ends consent to be proposed and withdraws the open proposals with their introductions, but not one of which both already go on.
    /// </summary>
    public static void ToBeProposed(Person person, IEnumerable<Proposal> proposals, IEnumerable<Introduction> introductions, Act act)
    {
        person.End(ConsentPurpose.Proposed, act);
        var meetings = introductions.Where(i => i.PersonId == person.Id).ToList();
        var goesOn = meetings.Where(i => i.State == IntroductionState.GoesOn).Select(i => i.ProposalId).ToHashSet();
        foreach (var proposal in proposals.Where(p => p.PersonId == person.Id && p.IsOpen && !goesOn.Contains(p.Id)))
        {
            proposal.Withdraw(act);
            foreach (var introduction in meetings.Where(i => i.ProposalId == proposal.Id && i.State != IntroductionState.Stopped))
                introduction.Stop(act);

            // Consent to meet lasts until the introduction ends, so a next proposal to this employer asks again.
            if (!meetings.Exists(i => i.OrganisationId == proposal.OrganisationId && i.State != IntroductionState.Stopped))
                person.End(ConsentPurpose.Meet, act, proposal.OrganisationId);
        }
    }

    /// <summary>
    /// Ends consent to meet one employer, or all: introductions that have not led to going on stop, and the employer reads that the
    /// person is not free any more. Also the way to say no before consent was given.
    /// </summary>
    public static void ToMeet(Person person, IEnumerable<Proposal> proposals, IEnumerable<Introduction> introductions, Act act, Guid? organisationId)
    {
        person.End(ConsentPurpose.Meet, act, organisationId);
        var open = proposals.Where(p => p.IsOpen).ToDictionary(p => p.Id);
        foreach (var introduction in introductions.Where(i =>
            i.PersonId == person.Id
            && (organisationId is null || i.OrganisationId == organisationId)
            && i.State is not (IntroductionState.GoesOn or IntroductionState.Stopped)))
        {
            introduction.Stop(act);
            open.GetValueOrDefault(introduction.ProposalId)?.Withdraw(act);
        }
    }

    /// <summary>Ends consent to share arrangements and papers with one employer. The work goes on; the employer reads them no more.</summary>
    public static void ToShare(Person person, Guid organisationId, Act act)
    {
        ArgumentNullException.ThrowIfNull(person);
        person.End(ConsentPurpose.Share, act, organisationId);
    }

    /// <summary>
    /// Steps go away when they ask for nothing any more: those about a proposal that was withdrawn or an introduction that stopped, and
    /// those that warn that a consent ends which has ended.
    /// </summary>
    public static void VoidSteps(Person person, IEnumerable<OpenStep> steps, IEnumerable<Proposal> proposals, IEnumerable<Introduction> introductions)
    {
        var over = proposals.Where(p => p.State == ProposalState.Withdrawn).Select(p => p.Id)
            .Concat(introductions.Where(i => i.State == IntroductionState.Stopped).Select(i => i.ProposalId))
            .ToHashSet();
        var given = person.Consents.Where(c => c.State == ConsentState.Given).Select(c => c.Purpose.ToString()).ToHashSet();
        foreach (var step in steps.Where(s => s.IsOpen
            && ((s.ProposalId is { } id && over.Contains(id)) || (s.Kind == StepKind.ConsentEnds && s.PersonId == person.Id && !given.Contains(s.About)))))
        {
            step.Void();
        }
    }
}
