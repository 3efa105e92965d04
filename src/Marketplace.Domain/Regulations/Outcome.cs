namespace Marketplace.Domain.Regulations;

/// <summary>What a scheme answers; indicative, because the municipality, UWV or the Belastingdienst decides.</summary>
public enum Outcome
{
    /// <summary>The scheme applies.</summary>
    Yes,

    /// <summary>It may apply: someone still has to decide, or a fact or figure is missing.</summary>
    Conditional,

    /// <summary>It does not apply now.</summary>
    No,
}
