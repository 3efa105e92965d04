namespace Marketplace.Domain.Organisations;

/// <summary>Kinds of tenant. Every kind can post work.</summary>
public enum OrganisationKind
{
    Company,
    Association,
    Municipality,

    /// <summary>Werkgeversservicepunt or Werkcentrum.</summary>
    Wsp,
    School,
    JobCoachAgency,
    WelfarePartner,

    /// <summary>Werkcoöperatie.</summary>
    Cooperative,

    /// <summary>Sociaal ontwikkelbedrijf (SOB).</summary>
    SocialEnterprise,
}
