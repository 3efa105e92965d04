namespace Marketplace.Domain.Proposals;

/// <summary>States of a proposal (lists.md §7).</summary>
public enum ProposalState
{
    /// <summary>Voorgesteld.</summary>
    Proposed,

    /// <summary>Wil kennismaken.</summary>
    WantsToMeet,

    /// <summary>Niet voor deze functie.</summary>
    NotForThisJob,

    /// <summary>Niet meer vrij: withdrawn by the person or the coach.</summary>
    Withdrawn,

    /// <summary>Verlopen: no answer in 15 working days.</summary>
    Expired,
}
