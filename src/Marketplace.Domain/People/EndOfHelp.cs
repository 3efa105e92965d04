namespace Marketplace.Domain.People;

/// <summary>Why the help to find work ended. Nothing in it is held against anybody.</summary>
public enum EndOfHelp
{
    /// <summary>Heeft werk en redt zich.</summary>
    Works,

    /// <summary>Wil zelf verder.</summary>
    OwnWish,

    /// <summary>Iemand anders helpt nu.</summary>
    HelpedElsewhere,

    /// <summary>Woont nu ergens anders.</summary>
    Moved,

    /// <summary>Iets anders.</summary>
    Other,
}
