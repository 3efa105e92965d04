namespace Marketplace.Domain.Proposals;

/// <summary>"Niet voor deze functie": reasons about the job, never about the person, and no free text.</summary>
public enum DeclineReason
{
    /// <summary>De functie is al bezet.</summary>
    Filled,

    /// <summary>De uren of dagen passen niet.</summary>
    Times,

    /// <summary>Wij hebben nu geen begeleider.</summary>
    NoSupervisor,

    /// <summary>De taken zijn veranderd.</summary>
    TasksChanged,

    /// <summary>Wij wachten nog met deze functie.</summary>
    Waiting,

    /// <summary>Bel mij, ik leg het uit: an item for the adviser.</summary>
    CallMe,
}
