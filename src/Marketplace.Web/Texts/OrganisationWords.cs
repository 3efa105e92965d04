using Marketplace.Domain.Organisations;
using Marketplace.Web.Ui;

namespace Marketplace.Web.Texts;

/// <summary>The Dutch word for a kind of organisation.</summary>
public static class OrganisationWords
{
    /// <summary>All kinds, as answers on a form.</summary>
    public static IReadOnlyList<Choice> Kinds { get; } = [.. Enum.GetValues<OrganisationKind>().Select(k => new Choice(k.ToString(), Of(k)))];

    public static string Of(OrganisationKind kind) => kind switch
    {
        OrganisationKind.Company => "Bedrijf",
        OrganisationKind.Association => "Vereniging of stichting",
        OrganisationKind.Municipality => "Gemeente",
        OrganisationKind.Wsp => "Werkcentrum of werkgeversservicepunt",
        OrganisationKind.School => "School",
        OrganisationKind.JobCoachAgency => "Jobcoachbureau",
        OrganisationKind.WelfarePartner => "Wijkteam of welzijn",
        OrganisationKind.Cooperative => "Werkcoöperatie",
        OrganisationKind.SocialEnterprise => "Sociaal ontwikkelbedrijf",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Every kind has a word."),
    };
}
