namespace Marketplace.Domain.Regulations;

/// <summary>How far the doelgroepverklaring of UWV is (WTL 2.7); not known means not asked.</summary>
public enum LkvDeclaration
{
    /// <summary>Asked; UWV has not decided.</summary>
    Asked,

    /// <summary>Granted.</summary>
    Granted,
}
