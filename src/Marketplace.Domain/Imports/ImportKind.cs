namespace Marketplace.Domain.Imports;

/// <summary>What a file brings.</summary>
public enum ImportKind
{
    /// <summary>Kandidaten, of the consultant's own organisation.</summary>
    People,

    /// <summary>Taken, of one employer.</summary>
    Tasks,
}
