using Marketplace.Domain.Shared;

namespace Marketplace.Domain.FollowUp;

/// <summary>Something that somebody has to do now, beside the dates that follow from the reminder function.</summary>
public sealed class OpenStep
{
    private OpenStep()
    {
    }

    public OpenStep(StepKind kind, Recipient recipient, Guid? userId, Guid? organisationId, DateOnly sendOn, DateOnly dueOn)
    {
        Kind = kind;
        Recipient = recipient;
        UserId = userId;
        OrganisationId = organisationId;
        SendOn = sendOn;
        DueOn = dueOn;
    }

    public Guid Id { get; private set; } = NewId.Next();
    public StepKind Kind { get; private set; }
    public Recipient Recipient { get; private set; }

    /// <summary>The one who does it; null when everybody of <see cref="OrganisationId"/> with the role may.</summary>
    public Guid? UserId { get; private set; }
    public Guid? OrganisationId { get; private set; }
    public Guid? JobId { get; init; }
    public Guid? TaskId { get; init; }
    public Guid? ProposalId { get; init; }
    public Guid? PersonId { get; init; }
    public Guid? PlacementId { get; init; }

    /// <summary>Which fact, consent purpose or agreed act it is about; for staff only.</summary>
    public string About { get; init; } = "";
    public DateOnly SendOn { get; private set; }
    public DateOnly DueOn { get; private set; }
    public DateTime? DoneAt { get; private set; }
    public string DoneBy { get; private set; } = "";

    /// <summary>It went away by itself: what it asked for no longer applies.</summary>
    public bool IsVoid { get; private set; }

    /// <summary>The digest in which it was counted.</summary>
    public DateOnly? MailedOn { get; set; }
    public bool IsOpen => DoneAt is null && !IsVoid;

    public void Finish(Act act)
    {
        if (!IsOpen)
            return;
        DoneAt = act.At;
        DoneBy = act.By.Name;
    }

    /// <summary>Undo of "klaar".</summary>
    public void Reopen()
    {
        DoneAt = null;
        DoneBy = "";
    }

    public void Void() => IsVoid = true;

    /// <summary>It goes to a colleague, who is told in the next digest.</summary>
    public void GiveTo(Guid userId)
    {
        UserId = userId;
        MailedOn = null;
    }

    /// <summary>Later: moves the sending day only, never the day on which it is due.</summary>
    /// <exception cref="RefusalException">The day is not after today.</exception>
    public void Snooze(DateOnly until, Act act)
    {
        if (until <= act.Today)
            throw new RefusalException(Refusal.SnoozeMustBeLater);
        SendOn = until;
    }
}
