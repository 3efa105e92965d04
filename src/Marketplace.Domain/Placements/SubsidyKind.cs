namespace Marketplace.Domain.Placements;

/// <summary>Loonkostensubsidie of a placement (PW 10c, 10d).</summary>
public enum SubsidyKind
{
    /// <summary>Not asked yet: an item in Te doen.</summary>
    Unknown,
    None,

    /// <summary>Forfait: the flat subsidy of the first months.</summary>
    Flat,

    /// <summary>Measured by loonwaarde.</summary>
    Measured,
}
