namespace Marketplace.Domain.People;

/// <summary>How consent was asked.</summary>
public enum ConsentWay
{
    /// <summary>Samen.</summary>
    Together,

    /// <summary>Brief.</summary>
    Letter,

    /// <summary>Telefoon.</summary>
    Telephone,
}
