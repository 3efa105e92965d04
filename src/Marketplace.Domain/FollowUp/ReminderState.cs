namespace Marketplace.Domain.FollowUp;

/// <summary>States of a reminder.</summary>
public enum ReminderState
{
    /// <summary>Its sending day has not come.</summary>
    Planned,

    /// <summary>Made due by the sweep: it stands in Te doen and counts in the digest.</summary>
    Due,
    Done,

    /// <summary>It no longer follows from the facts; the reason says why.</summary>
    Void,
}
