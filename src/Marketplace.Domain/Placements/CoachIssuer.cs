namespace Marketplace.Domain.Placements;

/// <summary>Who pays the job coach.</summary>
public enum CoachIssuer
{
    /// <summary>Not asked yet: an item in Te doen.</summary>
    Unknown,

    /// <summary>No job coach.</summary>
    None,
    Municipality,
    Uwv,
}
