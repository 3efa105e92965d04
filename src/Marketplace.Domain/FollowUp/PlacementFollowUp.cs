using Marketplace.Domain.Placements;
using Marketplace.Domain.Regulations;
using Marketplace.Domain.Reminders;
using Marketplace.Domain.Shared;

namespace Marketplace.Domain.FollowUp;

/// <summary>
/// What hangs on one placement: its stored reminders and open steps, and what a verb adds to them. The verbs are <see cref="StartPlacement"/>,
/// <see cref="ChangeTerms"/>, <see cref="RecordTalk"/> and <see cref="NextStep"/>; the caller saves everything in one transaction.
/// </summary>
/// <param name="placement">The placement.</param>
/// <param name="reminders">All its stored reminders, in any state.</param>
/// <param name="steps">Its open steps.</param>
public sealed class PlacementFollowUp(Placement placement, IEnumerable<Reminder> reminders, IEnumerable<OpenStep> steps)
{
    /// <summary>Working days in which the consultant finds out a fact that is not known.</summary>
    public const int FindOutWorkingDays = 10;

    private readonly List<Reminder> _reminders = [.. reminders];
    private readonly List<OpenStep> _steps = [.. steps];
    private readonly List<Reminder> _newReminders = [];
    private readonly List<OpenStep> _newSteps = [];
    private readonly List<FollowUpRecord> _newRecords = [];

    /// <summary>A placement of which nothing was stored yet.</summary>
    public PlacementFollowUp(Placement placement)
        : this(placement, [], [])
    {
    }

    public Placement Placement { get; } = placement;

    /// <summary>Stored and new.</summary>
    public IReadOnlyList<Reminder> Reminders => _reminders;

    /// <summary>Stored and new.</summary>
    public IReadOnlyList<OpenStep> Steps => _steps;

    /// <summary>To be added to the database.</summary>
    public IReadOnlyList<Reminder> NewReminders => _newReminders;

    /// <summary>To be added to the database.</summary>
    public IReadOnlyList<OpenStep> NewSteps => _newSteps;

    /// <summary>To be added to the database.</summary>
    public IReadOnlyList<FollowUpRecord> NewRecords => _newRecords;

    /// <summary>
    /// Computes the reminders and the missing facts of a running placement again. The same facts on the same day change nothing; a placement
    /// that did not start yet has no reminders, and one that ended keeps what it has.
    /// </summary>
    public void Renew(RegulationBook book, Act act)
    {
        if (Placement.State != PlacementState.Running)
            return;
        var added = ReminderPlan.Lay(
            ReminderPlan.LinesOf(Placement, book, act.Today),
            Placement.EnteredOn,
            _reminders,
            line => new Reminder(Placement.Id, null, line.Code, line.Step, line.LegalDate, line.SendOn, ReminderPlan.Of(line.Recipient)));
        _reminders.AddRange(added);
        _newReminders.AddRange(added);
        AskMissingFacts(book, act);
    }

    internal void Add(OpenStep step)
    {
        _steps.Add(step);
        _newSteps.Add(step);
    }

    internal void Add(FollowUpRecord record) => _newRecords.Add(record);

    /// <summary>Makes every open reminder void, and the questions about facts with it.</summary>
    internal void VoidOpen(VoidReason reason, Func<Reminder, bool>? except = null)
    {
        foreach (var reminder in _reminders.Where(r => r.IsOpen && except?.Invoke(r) != true))
            reminder.Void(reason);
        foreach (var step in _steps.Where(s => s.IsOpen && s.Kind == StepKind.MissingFact))
            step.Void();
    }

    /// <summary>An open step around this placement, for whoever plays the part; without a job coach the consultant does it.</summary>
    internal OpenStep StepFor(Recipient recipient, StepKind kind, DateOnly sendOn, DateOnly dueOn, string about = "")
    {
        var who = recipient == Recipient.JobCoach && Placement.CoachId is null ? Recipient.Consultant : recipient;
        var (user, organisation) = who switch
        {
            Recipient.JobCoach => (Placement.CoachId, (Guid?)null),
            Recipient.Employer => (null, Placement.EmployerId),
            Recipient.Manager => (null, Placement.ManagedById),
            _ => (Placement.ConsultantId, null),
        };
        return new OpenStep(kind, who, user, organisation, sendOn, dueOn) { PlacementId = Placement.Id, PersonId = Placement.PersonId, About = about };
    }

    private void AskMissingFacts(RegulationBook book, Act act)
    {
        var missing = Placement.UnknownFacts
            .Concat(ReminderRules.Of(ReminderPlan.FactsOf(Placement), book, act.Today).Missing.Select(m => m.Field))
            .ToHashSet();
        foreach (var step in _steps.Where(s => s.IsOpen && s.Kind == StepKind.MissingFact && !missing.Contains(s.About)))
            step.Finish(act);
        foreach (var fact in missing.Where(f => !_steps.Any(s => s.IsOpen && s.Kind == StepKind.MissingFact && s.About == f)).ToList())
            Add(StepFor(Recipient.Consultant, StepKind.MissingFact, act.Today, WorkingDays.After(act.Today, FindOutWorkingDays), fact));
    }
}
