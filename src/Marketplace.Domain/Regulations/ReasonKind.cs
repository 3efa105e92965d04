namespace Marketplace.Domain.Regulations;

/// <summary>What a reason rests on. Only a municipal reason can be set aside by the municipality.</summary>
public enum ReasonKind
{
    /// <summary>The law or its decrees.</summary>
    Statutory,

    /// <summary>UWV's own standard.</summary>
    Uwv,

    /// <summary>A by-law, or a default of this program that a municipality may set.</summary>
    Municipal,
}
