using Marketplace.Domain.Placements;
using Marketplace.Domain.Regulations;
using Marketplace.Domain.Reminders;
using Marketplace.Domain.Shared;

namespace Marketplace.Domain.FollowUp;

/// <summary>A record of a talk: it closes the talk, and opens what the talk asks for.</summary>
public static class RecordTalk
{
    /// <summary>Working days in which the coach does something about "Er is iets nodig".</summary>
    public const int HelpWorkingDays = 2;

    /// <summary>
    /// Records a talk of a running placement. FU_* and DOORSTROOM of the legal date are closed for everybody; the employer's line only when
    /// the employer answers or took part. An employer closes the own line only.
    /// </summary>
    /// <param name="followUp">The placement.</param>
    /// <param name="legalDate">The legal date of the talk that was due; null for a talk between two dates, which closes nothing.</param>
    /// <param name="talk">What was said.</param>
    /// <param name="by">The part of who records.</param>
    /// <param name="book">The figures.</param>
    /// <param name="act">Who records, now.</param>
    /// <exception cref="RefusalException">
    /// The placement does not run, the talk or the last day lies in the future, or the last day is not given.
    /// </exception>
    public static FollowUpRecord Record(PlacementFollowUp followUp, DateOnly? legalDate, Talk talk, Recipient by, RegulationBook book, Act act)
    {
        if (followUp.Placement.State != PlacementState.Running)
            throw new RefusalException(Refusal.NotInThisState);
        if (talk.On > act.Today)
            throw new RefusalException(Refusal.RecordDateInFuture);

        var record = RecordOf(followUp.Placement, talk, by, act);
        followUp.Add(record);
        foreach (var line in followUp.Reminders.Where(r => r.IsTalk && r.LegalDate == legalDate && Answers(record, r)))
            line.Finish(act, record.Id);

        if (talk.Outcome == RecordOutcome.SomethingNeeded)
            followUp.Add(followUp.StepFor(Recipient.JobCoach, StepKind.SomethingNeeded, act.Today, WorkingDays.After(act.Today, HelpWorkingDays)));
        if (talk.AgreedAct.Length > 0)
            AddAgreedAct(followUp, record, act);
        if (talk.Outcome == RecordOutcome.Stopped)
            Stop(followUp, talk, book, act);
        return record;
    }

    /// <summary>
    /// The work stopped. Somebody calls today. Talks about the work are over; a date of law inside the days that were worked stays, because
    /// money or a right may hang on it; what lies after the end is void.
    /// </summary>
    private static void Stop(PlacementFollowUp followUp, Talk talk, RegulationBook book, Act act)
    {
        var lastDay = talk.LastDay ?? throw new RefusalException(Refusal.LastDayNeeded);
        followUp.Placement.Stop(lastDay, talk.StopReason, act);
        var lines = ReminderPlan.LinesUntil(lastDay, followUp.Placement, book, act.Today);
        followUp.VoidOpen(VoidReason.Stopped, except: r => !r.IsTalk && r.Follows(lines));
        followUp.Add(followUp.StepFor(Recipient.Consultant, StepKind.CallToday, act.Today, act.Today));
    }

    private static bool Answers(FollowUpRecord record, Reminder line) => line.Recipient == Recipient.Employer
        ? record.EmployerTookPart
        : record.By != Recipient.Employer;

    private static FollowUpRecord RecordOf(Placement placement, Talk talk, Recipient by, Act act) => new()
    {
        PlacementId = placement.Id,
        On = talk.On,
        Outcome = talk.Outcome,
        By = by,
        ByUserId = act.By.UserId,
        ByName = act.By.Name,
        EmployerTookPart = talk.EmployerTookPart || by == Recipient.Employer,
        Hours = talk.Hours,
        AgreedAct = talk.AgreedAct,
        AgreedOwner = talk.AgreedAct.Length > 0 ? talk.AgreedOwner ?? Recipient.Consultant : null,
        AgreedBefore = talk.AgreedAct.Length > 0 ? talk.AgreedBefore ?? WorkingDays.After(act.Today, PlacementFollowUp.FindOutWorkingDays) : null,
    };

    private static void AddAgreedAct(PlacementFollowUp followUp, FollowUpRecord record, Act act)
    {
        var before = record.AgreedBefore!.Value;
        var day = WorkingDays.OnOrBefore(before.AddDays(-HelpWorkingDays));
        followUp.Add(followUp.StepFor(
            record.AgreedOwner!.Value, StepKind.AgreedAct, day < act.Today ? act.Today : day, before, record.AgreedAct));
    }
}
