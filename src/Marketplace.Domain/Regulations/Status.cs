namespace Marketplace.Domain.Regulations;

/// <summary>What a person legally is. One person can have several.</summary>
public enum Status
{
    /// <summary>LKS_DOELGROEP: belongs to the loonkostensubsidie group by decision of the municipality (PW 6(1)e, 10c).</summary>
    LksDoelgroep,

    /// <summary>DGR_PW: is in the register of UWV through the Participatiewet (WFSV 38b(1)a).</summary>
    DgrPw,

    /// <summary>PW_BIJSTAND: receives bijstand; no limitation has been established.</summary>
    PwBijstand,

    /// <summary>PW_NUG: looks for work without a benefit (PW 6(1)a).</summary>
    PwNug,

    /// <summary>BESCHUT: is determined for sheltered work (PW 10b).</summary>
    Beschut,

    /// <summary>WAJONG_ARB: has Wajong with capacity for work.</summary>
    WajongArb,

    /// <summary>WSW_BW: works or may work under the Wsw with guidance (Wsw 7).</summary>
    WswBw,

    /// <summary>WIA_WAO: has a WIA or WAO benefit.</summary>
    WiaWao,

    /// <summary>AO_LT35: was assessed as less than 35 % unfit for work (ZW 29b(1)b).</summary>
    AoLt35,

    /// <summary>WW: has an unemployment benefit.</summary>
    Ww,
}
