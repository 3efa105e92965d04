namespace Marketplace.Domain.Privacy;

/// <summary>What <see cref="TextGuard"/> found. All but <see cref="PossibleName"/> refuse the text.</summary>
public enum TextFindingKind
{
    /// <summary>An e-mail address, also one written around the at sign ("piet apenstaartje demo punt nl").</summary>
    EmailAddress,

    /// <summary>A telephone number, Dutch or international.</summary>
    PhoneNumber,

    /// <summary>A burgerservicenummer: eight or nine digits that pass the eleven-test (elfproef).</summary>
    Bsn,

    /// <summary>A name of the person whom the text is about, as the vault knows it.</summary>
    OwnName,

    /// <summary>A word that may be somebody's name. It asks: replace it, or say that it is no name.</summary>
    PossibleName,
}
