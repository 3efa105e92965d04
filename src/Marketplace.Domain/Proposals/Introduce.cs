using Marketplace.Domain.FollowUp;
using Marketplace.Domain.People;
using Marketplace.Domain.Reminders;
using Marketplace.Domain.Shared;

namespace Marketplace.Domain.Proposals;

/// <summary>
/// An introduction from consent to its outcome, each verb with what follows from it in Te doen. Of the steps that are given, only those of
/// the same proposal are touched. The caller saves everything in one transaction.
/// </summary>
public static class Introduce
{
    /// <summary>The person said yes to meeting this employer: the coach plans.</summary>
    /// <param name="introduction">One that waits for consent.</param>
    /// <param name="person">With the consent that was just given.</param>
    /// <param name="steps">The open steps of the proposal.</param>
    /// <param name="act">The consultant, now.</param>
    /// <exception cref="RefusalException">No consent to meet this employer holds, or it does not wait for one.</exception>
    public static OpenStep Allow(Introduction introduction, Person person, IEnumerable<OpenStep> steps, Act act)
    {
        introduction.Allow(person, act);
        Finish(introduction, steps, StepKind.AskConsentToMeet, act);
        return ToPlan(introduction, act);
    }

    /// <summary>Plans, or plans again: the coach records the outcome on the next working day.</summary>
    /// <param name="introduction">One that may be planned.</param>
    /// <param name="atUtc">The moment, UTC.</param>
    /// <param name="place">Where.</param>
    /// <param name="askFor">Whom to ask for at the door: a person at the employer.</param>
    /// <param name="steps">The open steps of the proposal.</param>
    /// <param name="act">The coach, now.</param>
    /// <exception cref="RefusalException">The moment has passed, or there is no consent to meet.</exception>
    public static OpenStep Plan(Introduction introduction, DateTime atUtc, string place, string askFor, IReadOnlyCollection<OpenStep> steps, Act act)
    {
        introduction.Plan(atUtc, place, askFor, act);
        Finish(introduction, steps, StepKind.PlanIntroduction, act);
        foreach (var earlier in OpenOf(introduction, steps).Where(s => s.Kind == StepKind.RecordIntroduction))
            earlier.Void();
        var day = WorkingDays.After(DutchCalendar.DayOf(atUtc), 1);
        return ForCoach(StepKind.RecordIntroduction, introduction, day, day);
    }

    /// <summary>Both go on: the coach makes the placement.</summary>
    /// <exception cref="RefusalException">They have not met.</exception>
    public static OpenStep GoOn(Introduction introduction, IEnumerable<OpenStep> steps, Act act)
    {
        introduction.GoOn(act);
        Finish(introduction, steps, StepKind.RecordIntroduction, act);
        return ForCoach(StepKind.AgreePlacement, introduction, act.Today, WorkingDays.After(act.Today, Propose.AnswerWorkingDays));
    }

    /// <summary>
    /// Stops, without a reason: nothing is recorded against anyone. Consent to meet lasts until the introduction ends, so it ends here.
    /// </summary>
    /// <param name="introduction">One that did not stop yet and of which not both go on.</param>
    /// <param name="person">With consents.</param>
    /// <param name="steps">The open steps of the proposal.</param>
    /// <param name="meetsHereOtherwise">The person meets this employer for another job too, so consent to meet stays.</param>
    /// <param name="act">Who stops it, now.</param>
    /// <exception cref="RefusalException">It stopped already, or both go on.</exception>
    public static void Stop(Introduction introduction, Person person, IEnumerable<OpenStep> steps, bool meetsHereOtherwise, Act act)
    {
        introduction.Stop(act);
        if (!meetsHereOtherwise)
            person.End(ConsentPurpose.Meet, act, introduction.OrganisationId);
        var open = steps.ToList();
        Finish(introduction, open, StepKind.RecordIntroduction, act);
        Propose.VoidAll(introduction.ProposalId, open);
    }

    /// <summary>The task to plan, for the coach.</summary>
    internal static OpenStep ToPlan(Introduction introduction, Act act) =>
        ForCoach(StepKind.PlanIntroduction, introduction, act.Today, WorkingDays.After(act.Today, Propose.ReactWorkingDays));

    private static OpenStep ForCoach(StepKind kind, Introduction introduction, DateOnly sendOn, DateOnly dueOn) =>
        new(kind, Recipient.JobCoach, introduction.CoachId, null, sendOn, dueOn) { ProposalId = introduction.ProposalId, PersonId = introduction.PersonId };

    private static void Finish(Introduction introduction, IEnumerable<OpenStep> steps, StepKind kind, Act act)
    {
        foreach (var step in OpenOf(introduction, steps).Where(s => s.Kind == kind))
            step.Finish(act);
    }

    private static IEnumerable<OpenStep> OpenOf(Introduction introduction, IEnumerable<OpenStep> steps) =>
        steps.Where(s => s.IsOpen && s.ProposalId == introduction.ProposalId);
}
