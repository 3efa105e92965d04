using Marketplace.Domain.Regulations;
using Marketplace.Domain.Reminders;
using Marketplace.Domain.Shared;

namespace Marketplace.Domain.FollowUp;

/// <summary>What hangs on one person beside placements: the lines of a candidate (REVIEW_6M, LADDER, SCORE_OLD) and missing dates.</summary>
/// <param name="personId">The person.</param>
/// <param name="consultantId">Whose items they are.</param>
/// <param name="enteredOn">The day on which the person was entered.</param>
/// <param name="facts">The dates that the function needs.</param>
/// <param name="reminders">All stored reminders of the person as a candidate.</param>
/// <param name="steps">Open steps about missing dates.</param>
public sealed class PersonFollowUp(
    Guid personId, Guid consultantId, DateOnly enteredOn, CandidateFacts facts, IEnumerable<Reminder> reminders, IEnumerable<OpenStep> steps)
{
    private readonly List<Reminder> _reminders = [.. reminders];
    private readonly List<OpenStep> _steps = [.. steps];
    private readonly List<Reminder> _newReminders = [];
    private readonly List<OpenStep> _newSteps = [];

    /// <summary>To be added to the database.</summary>
    public IReadOnlyList<Reminder> NewReminders => _newReminders;

    /// <summary>To be added to the database.</summary>
    public IReadOnlyList<OpenStep> NewSteps => _newSteps;

    /// <summary>
    /// Computes again. A line that was sent and whose date moved on was answered by that: the talk was held, the answers were looked at.
    /// </summary>
    public void Renew(RegulationBook book, Act act)
    {
        var list = ReminderRules.Of(facts, book, act.Today);
        foreach (var answered in _reminders.Where(r => r.State == ReminderState.Due && list.Lines.Any(l => l.Code == r.Code && l.LegalDate > r.LegalDate)))
            answered.Finish(act);
        var added = ReminderPlan.Lay(
            list.Lines, enteredOn, _reminders, line => new Reminder(null, personId, line.Code, line.Step, line.LegalDate, line.SendOn, Recipient.Consultant));
        _reminders.AddRange(added);
        _newReminders.AddRange(added);
        AskMissingDates(list.Missing.Select(m => m.Field).ToHashSet(), act);
    }

    private void AskMissingDates(HashSet<string> missing, Act act)
    {
        foreach (var step in _steps.Where(s => s.IsOpen && s.Kind == StepKind.MissingFact && !missing.Contains(s.About)))
            step.Finish(act);
        foreach (var field in missing.Where(f => !_steps.Any(s => s.IsOpen && s.Kind == StepKind.MissingFact && s.About == f)))
        {
            var step = new OpenStep(
                StepKind.MissingFact, Recipient.Consultant, consultantId, null, act.Today, WorkingDays.After(act.Today, PlacementFollowUp.FindOutWorkingDays))
            {
                PersonId = personId,
                About = field,
            };
            _steps.Add(step);
            _newSteps.Add(step);
        }
    }
}
