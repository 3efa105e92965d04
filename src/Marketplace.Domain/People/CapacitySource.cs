namespace Marketplace.Domain.People;

/// <summary>How an answer about a capacity was found.</summary>
public enum CapacitySource
{
    /// <summary>Gesprek.</summary>
    Conversation,

    /// <summary>Meelopen.</summary>
    WorkingAlong,

    /// <summary>Proefplaatsing.</summary>
    TrialPlacement,
}
