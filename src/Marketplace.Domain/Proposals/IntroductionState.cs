namespace Marketplace.Domain.Proposals;

/// <summary>States of an introduction (lists.md §7). No first name to the employer before <see cref="Planned"/>.</summary>
public enum IntroductionState
{
    /// <summary>Wacht op toestemming.</summary>
    AwaitingConsent,

    /// <summary>Te plannen.</summary>
    ToPlan,

    /// <summary>Gepland.</summary>
    Planned,

    /// <summary>Geweest.</summary>
    Held,

    /// <summary>Gaat door.</summary>
    GoesOn,

    /// <summary>Stopt.</summary>
    Stopped,
}
