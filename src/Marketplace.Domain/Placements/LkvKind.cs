namespace Marketplace.Domain.Placements;

/// <summary>Loonkostenvoordeel of a placement (WTL 2.6–2.17).</summary>
public enum LkvKind
{
    /// <summary>Not asked yet: an item in Te doen.</summary>
    Unknown,
    None,
    Banenafspraak,
    Arbeidsgehandicapt,
    Herplaatsing,
}
