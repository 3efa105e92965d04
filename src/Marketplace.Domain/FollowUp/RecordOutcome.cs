namespace Marketplace.Domain.FollowUp;

/// <summary>The first of three clicks of a record.</summary>
public enum RecordOutcome
{
    /// <summary>Gaat goed.</summary>
    GoesWell,

    /// <summary>Er is iets nodig: opens an item for the coach.</summary>
    SomethingNeeded,

    /// <summary>Is gestopt: asks the last day.</summary>
    Stopped,
}
