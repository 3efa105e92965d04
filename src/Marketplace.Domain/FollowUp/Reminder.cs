using Marketplace.Domain.Reminders;
using Marketplace.Domain.Shared;

namespace Marketplace.Domain.FollowUp;

/// <summary>One stored line of the reminder function for one recipient.</summary>
public sealed class Reminder
{
    private Reminder()
    {
    }

    public Reminder(Guid? placementId, Guid? personId, string code, int step, DateOnly legalDate, DateOnly sendOn, Recipient recipient)
    {
        PlacementId = placementId;
        PersonId = personId;
        SubjectId = placementId ?? personId ?? throw new ArgumentNullException(nameof(personId));
        Code = code;
        Step = step;
        LegalDate = legalDate;
        SendOn = sendOn;
        Recipient = recipient;
    }

    public Guid Id { get; private set; } = NewId.Next();
    public Guid? PlacementId { get; private set; }

    /// <summary>The person, for the lines of a candidate; null for the lines of a placement.</summary>
    public Guid? PersonId { get; private set; }

    /// <summary>The placement or the person: what makes a line unique, since a database does not compare nulls.</summary>
    public Guid SubjectId { get; private set; }

    /// <summary>Code of the table in regulations.md, such as FU_W1.</summary>
    public string Code { get; private set; } = "";

    /// <summary>Which sending, for a code that is sent more than once; 0 for the first.</summary>
    public int Step { get; private set; }

    /// <summary>The date of law or of the rhythm; never moved.</summary>
    public DateOnly LegalDate { get; private set; }

    /// <summary>The working day on which it is shown; "Later" moves only this.</summary>
    public DateOnly SendOn { get; private set; }
    public Recipient Recipient { get; private set; }
    public ReminderState State { get; private set; } = ReminderState.Planned;
    public VoidReason? VoidBecause { get; private set; }
    public DateTime? ClaimedUntil { get; private set; }

    /// <summary>When the sweep made it due.</summary>
    public DateTime? SentAt { get; private set; }

    /// <summary>The digest in which it was counted.</summary>
    public DateOnly? MailedOn { get; set; }
    public DateTime? DoneAt { get; private set; }
    public string DoneBy { get; private set; } = "";
    public Guid? RecordId { get; private set; }

    /// <summary>Somebody moved the sending day, so a new computation leaves it.</summary>
    public bool IsSnoozed { get; private set; }

    public bool IsOpen => State is ReminderState.Planned or ReminderState.Due;

    /// <summary>A talk about the work itself; FU_* and DOORSTROOM of one day share one record.</summary>
    public bool IsTalk => ReminderCodes.IsTalk(Code);

    /// <summary>Its sending day has come: it stands in Te doen and counts in the digest. A second call changes nothing.</summary>
    public void MakeDue(Act act)
    {
        if (State != ReminderState.Planned)
            return;
        State = ReminderState.Due;
        SentAt = act.At;
    }

    /// <summary>The facts gave another sending day.</summary>
    internal void SendOnAgain(DateOnly day)
    {
        if (State == ReminderState.Planned && !IsSnoozed)
            SendOn = day;
    }

    /// <summary>It follows from the facts again.</summary>
    internal void Revive(DateOnly sendOn)
    {
        State = SentAt is null ? ReminderState.Planned : ReminderState.Due;
        VoidBecause = null;
        SendOn = sendOn;
    }

    internal void Void(VoidReason reason)
    {
        State = ReminderState.Void;
        VoidBecause = reason;
    }

    /// <summary>Klaar, by its own recipient or by a record.</summary>
    public void Finish(Act act, Guid? recordId = null)
    {
        if (!IsOpen)
            return;
        State = ReminderState.Done;
        DoneAt = act.At;
        DoneBy = act.By.Name;
        RecordId = recordId;
    }

    /// <summary>Undo of "klaar".</summary>
    public void Reopen()
    {
        if (State != ReminderState.Done)
            return;
        State = SentAt is null ? ReminderState.Planned : ReminderState.Due;
        DoneAt = null;
        DoneBy = "";
        RecordId = null;
    }

    /// <summary>Later: moves the sending day only, never the legal date.</summary>
    /// <exception cref="RefusalException">The day is not after today.</exception>
    public void Snooze(DateOnly until, Act act)
    {
        if (until <= act.Today)
            throw new RefusalException(Refusal.SnoozeMustBeLater);
        SendOn = until;
        IsSnoozed = true;
    }
}
