namespace Marketplace.Domain.Placements;

/// <summary>States of a placement (lists.md §7). Trial is a form, not a state.</summary>
public enum PlacementState
{
    /// <summary>Afgesproken.</summary>
    Agreed,

    /// <summary>Loopt.</summary>
    Running,

    /// <summary>Gestopt.</summary>
    Stopped,

    /// <summary>Volgende stap: a next placement of the same person started.</summary>
    NextStep,
}
