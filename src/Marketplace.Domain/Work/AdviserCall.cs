using Marketplace.Domain.FollowUp;
using Marketplace.Domain.Organisations;
using Marketplace.Domain.Proposals;
using Marketplace.Domain.Regulations;
using Marketplace.Domain.Reminders;
using Marketplace.Domain.Shared;

namespace Marketplace.Domain.Work;

/// <summary>What an employer does with work that asks a call of the adviser, with the item that makes sure of it.</summary>
public static class AdviserCall
{
    /// <summary>The adviser calls within so many working days.</summary>
    public const int WithinWorkingDays = 2;

    /// <summary>The last day on which the adviser keeps the promise that was made on this day.</summary>
    public static DateOnly DueOn(DateOnly asked) => WorkingDays.After(asked, WithinWorkingDays);

    /// <summary>Publishes a job. The item belongs in the same transaction.</summary>
    /// <returns>"Nieuwe functie: bel binnen 2 werkdagen."</returns>
    /// <exception cref="RefusalException">The job cannot be published (<see cref="Job.Publish"/>).</exception>
    public static OpenStep Publish(Job job, Organisation organisation, Adviser? adviser, RegulationBook book, Act act)
    {
        job.Publish(organisation, book, act);
        return Step(StepKind.NewJob, adviser, act, jobId: job.Id);
    }

    /// <summary>Somebody without an account told what work stays undone: the adviser calls and invites.</summary>
    public static OpenStep AboutShortForm(Job job, Adviser? adviser, Act act) => Step(StepKind.CallAndInvite, adviser, act, jobId: job.Id);

    /// <summary>On the day that the team chose, the adviser looks back with it; null when no day was chosen (the job is not carved).</summary>
    public static OpenStep? LookBack(Job job, Adviser? adviser) => job.ReviewOn is { } on
        ? new OpenStep(StepKind.LookBack, Recipient.Adviser, adviser?.UserId, adviser?.OrganisationId, on, on) { JobId = job.Id }
        : null;

    /// <summary>No example fits a task: the adviser asks what it demands.</summary>
    public static OpenStep AboutTaskNotAsked(WorkTask task, Adviser? adviser, Act act) =>
        Step(StepKind.TaskNotAsked, adviser, act, taskId: task.Id);

    /// <summary>A job coach suggests other tasks: the adviser talks about them with the employer.</summary>
    public static OpenStep AboutSuggestedTasks(Job job, Adviser? adviser, Act act) =>
        Step(StepKind.TasksSuggested, adviser, act, jobId: job.Id);

    /// <summary>A scan is finished or has a new remark: the other one reads it.</summary>
    /// <param name="scan">The scan.</param>
    /// <param name="adviser">Who helps the employer.</param>
    /// <param name="byAdviser">The adviser wrote it, so the employer reads; otherwise the adviser does.</param>
    /// <param name="act">Who wrote it, and when.</param>
    public static OpenStep AboutScan(Scan scan, Adviser? adviser, bool byAdviser, Act act) => byAdviser
        ? new OpenStep(StepKind.ReadScan, Recipient.Employer, null, scan.OrganisationId, act.Today, DueOn(act.Today)) { JobId = scan.JobId, About = scan.Id.ToString() }
        : Step(StepKind.ReadScan, adviser, act, jobId: scan.JobId, about: scan.Id.ToString());

    /// <summary>A proposal waits too long for an answer (<see cref="Proposal.CallAfterWorkingDays"/>): the adviser calls the employer.</summary>
    public static OpenStep AboutProposal(Proposal proposal, Adviser? adviser, Act act) =>
        Step(StepKind.CallAboutProposal, adviser, act, jobId: proposal.JobId, proposalId: proposal.Id);

    private static OpenStep Step(StepKind kind, Adviser? adviser, Act act, Guid? jobId = null, Guid? taskId = null, Guid? proposalId = null, string about = "") =>
        new(kind, Recipient.Adviser, adviser?.UserId, adviser?.OrganisationId, act.Today, DueOn(act.Today))
        {
            JobId = jobId,
            TaskId = taskId,
            ProposalId = proposalId,
            About = about,
        };
}
