namespace Marketplace.Domain.Work;

/// <summary>States of a job: concept → open ↔ even niet → bezet → gestopt.</summary>
public enum JobState
{
    Concept,
    Open,

    /// <summary>Even niet.</summary>
    Paused,

    /// <summary>Bezet.</summary>
    Filled,

    /// <summary>Gestopt.</summary>
    Stopped,
}
