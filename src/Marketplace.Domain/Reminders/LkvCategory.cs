namespace Marketplace.Domain.Reminders;

/// <summary>The category of loonkostenvoordeel of a placement (WTL 2.1).</summary>
public enum LkvCategory
{
    /// <summary>Doelgroep banenafspraak (WTL 2.10).</summary>
    Banenafspraak,

    /// <summary>Arbeidsgehandicapte werknemer (WTL 2.6).</summary>
    Arbeidsgehandicapt,

    /// <summary>Herplaatsen arbeidsgehandicapte werknemer (WTL 2.14).</summary>
    Herplaatsing,
}
