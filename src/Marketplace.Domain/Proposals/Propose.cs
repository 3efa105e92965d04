using Marketplace.Domain.FollowUp;
using Marketplace.Domain.Organisations;
using Marketplace.Domain.People;
using Marketplace.Domain.Reminders;
using Marketplace.Domain.Shared;
using Marketplace.Domain.Work;

namespace Marketplace.Domain.Proposals;

/// <summary>
/// A proposal from its making to its answer, each verb with what follows from it in Te doen. Of the steps that are given, only those of the
/// same proposal are touched. The caller saves everything in one transaction.
/// </summary>
public static class Propose
{
    /// <summary>Working days in which the employer answers, and the consultant asks consent to meet.</summary>
    public const int AnswerWorkingDays = Proposal.CallAfterWorkingDays;

    /// <summary>Working days in which somebody who is waited for does what was asked: plan an introduction, call an employer.</summary>
    public const int ReactWorkingDays = 2;

    /// <summary>Proposes a person and asks the employer for an answer.</summary>
    /// <inheritdoc cref="Proposal.Make" path="/param"/>
    /// <exception cref="RefusalException">A rule of lists.md §7 says no.</exception>
    public static (Proposal Proposal, OpenStep Answer) Make(
        Job job, Person person, MatchSnapshot match, int sharedByCount, int openOnJob, bool alreadyOpen, Act act)
    {
        var proposal = Proposal.Make(job, person, match, sharedByCount, openOnJob, alreadyOpen, act);

        // Without the person: an employer's item knows the proposal only.
        var answer = new OpenStep(StepKind.AnswerProposal, Recipient.Employer, null, job.OrganisationId, act.Today, WorkingDays.After(act.Today, AnswerWorkingDays))
        {
            ProposalId = proposal.Id,
            JobId = job.Id,
        };
        return (proposal, answer);
    }

    /// <summary>
    /// The employer wants to meet. The consultant is asked for the person's consent for this employer; where it holds already, the coach
    /// plans.
    /// </summary>
    /// <param name="proposal">A proposal that waits for an answer.</param>
    /// <param name="person">Its person, with consents.</param>
    /// <param name="steps">The open steps of the proposal.</param>
    /// <param name="act">The employer, now.</param>
    /// <exception cref="RefusalException">The proposal was answered, withdrawn or expired.</exception>
    public static (Introduction Introduction, OpenStep Next) Accept(Proposal proposal, Person person, IEnumerable<OpenStep> steps, Act act)
    {
        var introduction = proposal.Accept(person, act);
        Answered(proposal, steps, act);
        return (introduction, introduction.State == IntroductionState.ToPlan
            ? Introduce.ToPlan(introduction, act)
            : new OpenStep(
                StepKind.AskConsentToMeet, Recipient.Consultant, person.ConsultantId, person.OrganisationId, act.Today, WorkingDays.After(act.Today, AnswerWorkingDays))
            {
                ProposalId = proposal.Id,
                JobId = proposal.JobId,
                PersonId = person.Id,
            });
    }

    /// <summary>"Niet voor deze functie". With "Bel mij, ik leg het uit" the adviser gets the task to call.</summary>
    /// <param name="proposal">A proposal that waits for an answer.</param>
    /// <param name="reason">About the job, never about the person.</param>
    /// <param name="steps">The open steps of the proposal.</param>
    /// <param name="adviser">Who helps the employer; null: the region has nobody, and the step waits for one.</param>
    /// <param name="act">The employer, now.</param>
    /// <returns>The task to call, or null.</returns>
    /// <exception cref="RefusalException">The proposal was answered, withdrawn or expired.</exception>
    public static OpenStep? Decline(Proposal proposal, DeclineReason reason, IEnumerable<OpenStep> steps, Adviser? adviser, Act act)
    {
        proposal.Decline(reason, act);
        Answered(proposal, steps, act);
        return reason != DeclineReason.CallMe
            ? null
            : new OpenStep(StepKind.EmployerAsksCall, Recipient.Adviser, adviser?.UserId, adviser?.OrganisationId, act.Today, WorkingDays.After(act.Today, ReactWorkingDays))
            {
                ProposalId = proposal.Id,
                JobId = proposal.JobId,
            };
    }

    /// <summary>Niet meer vrij, by the coach. An introduction that is on its way stops with it.</summary>
    /// <param name="proposal">An open proposal.</param>
    /// <param name="introduction">Its introduction; null before the employer's yes.</param>
    /// <param name="person">Its person, with consents.</param>
    /// <param name="steps">The open steps of the proposal.</param>
    /// <param name="meetsHereOtherwise">The person meets this employer for another job too, so consent to meet stays.</param>
    /// <param name="act">The coach, now.</param>
    /// <exception cref="RefusalException">The proposal is not open, or both already go on.</exception>
    public static void Withdraw(
        Proposal proposal, Introduction? introduction, Person person, IEnumerable<OpenStep> steps, bool meetsHereOtherwise, Act act)
    {
        if (introduction?.State == IntroductionState.GoesOn)
            throw new RefusalException(Refusal.NotInThisState);
        proposal.Withdraw(act);
        if (introduction is { State: not IntroductionState.Stopped })
            Introduce.Stop(introduction, person, steps, meetsHereOtherwise, act);
        VoidAll(proposal.Id, steps);
    }

    /// <summary>What somebody was asked around this proposal no longer applies.</summary>
    internal static void VoidAll(Guid proposalId, IEnumerable<OpenStep> steps)
    {
        foreach (var step in steps.Where(s => s.IsOpen && s.ProposalId == proposalId))
            step.Void();
    }

    private static void Answered(Proposal proposal, IEnumerable<OpenStep> steps, Act act)
    {
        foreach (var step in steps.Where(s => s.IsOpen && s.ProposalId == proposal.Id))
        {
            if (step.Kind == StepKind.AnswerProposal)
                step.Finish(act);
            else if (step.Kind == StepKind.CallAboutProposal)
                step.Void();
        }
    }
}
