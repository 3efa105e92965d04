namespace Marketplace.Domain.FollowUp;

/// <summary>Why a reminder became void.</summary>
public enum VoidReason
{
    /// <summary>De feiten zijn veranderd.</summary>
    FactsChanged,

    /// <summary>Volgende stap.</summary>
    NextStep,

    /// <summary>De plaatsing is gestopt.</summary>
    Stopped,

    /// <summary>Al voorbij bij invoer.</summary>
    PastAtEntry,
}
