namespace Marketplace.Domain.Regulations;

/// <summary>The codes of what a person legally is, as the contract and the database write them.</summary>
public static class LegalStatuses
{
    /// <summary>Every status by its code, in the order of the contract.</summary>
    public static IReadOnlyDictionary<string, Status> All { get; } = new Dictionary<string, Status>(StringComparer.Ordinal)
    {
        ["LKS_DOELGROEP"] = Status.LksDoelgroep,
        ["DGR_PW"] = Status.DgrPw,
        ["PW_BIJSTAND"] = Status.PwBijstand,
        ["PW_NUG"] = Status.PwNug,
        ["BESCHUT"] = Status.Beschut,
        ["WAJONG_ARB"] = Status.WajongArb,
        ["WSW_BW"] = Status.WswBw,
        ["WIA_WAO"] = Status.WiaWao,
        ["AO_LT35"] = Status.AoLt35,
        ["WW"] = Status.Ww,
    };
}
