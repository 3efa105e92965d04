using Marketplace.Domain.Shared;
using Marketplace.Domain.Vocabulary;

namespace Marketplace.Domain.Organisations;

/// <summary>A tenant. Every kind of organisation can post work.</summary>
public sealed class Organisation : Root
{
    /// <summary>The longest name.</summary>
    public const int MostLettersInName = 100;

    private readonly List<OrganisationRegion> _regions = [];
    private readonly List<Site> _sites = [];

    private Organisation()
    {
    }

    public Organisation(string name, OrganisationKind kind, bool saysNonProfit)
    {
        Name = name;
        Kind = kind;
        IsNonProfit = saysNonProfit || IsAlwaysNonProfit(kind);
    }

    public string Name { get; private set; } = "";
    public OrganisationKind Kind { get; private set; }

    /// <summary>Asked of companies; always true for a municipality, school, welfare partner and association.</summary>
    public bool IsNonProfit { get; private set; }

    /// <summary>Branch, a code of <see cref="CodeLists.Sectors"/>; null when it posts no work yet.</summary>
    public string? Sector { get; set; }

    public string ContactName { get; set; } = "";
    public string Phone { get; set; } = "";
    public string Email { get; set; } = "";

    /// <summary>The one named adviser of this employer (EmployerAdviser of the region).</summary>
    public Guid? AdviserId { get; set; }

    public IReadOnlyList<OrganisationRegion> Regions => _regions;
    public IReadOnlyList<Site> Sites => _sites;

    public void WorksIn(string regionCode) => _regions.Add(new OrganisationRegion { OrganisationId = Id, RegionCode = regionCode });

    public Site AddSite(string place, string pc4)
    {
        var site = new Site { OrganisationId = Id, Place = place, Pc4 = pc4 };
        _sites.Add(site);
        return site;
    }

    /// <summary>Corrects the name.</summary>
    public void Rename(string name) => Name = name;

    /// <summary>Corrects the place of the first site, or gives the first one. Jobs keep the place that was chosen for them.</summary>
    public void Settle(string place, string pc4)
    {
        if (_sites.Count == 0)
            AddSite(place, pc4);
        else
            (_sites[0].Place, _sites[0].Pc4) = (place, pc4);
    }

    /// <summary>
    /// Which rule forbids this organisation to post this form, or null when none does: volunteer work only at a non-profit poster;
    /// sheltered, secondment, participation place, day activity and basic job only by an SOB, a cooperative or a municipality.
    /// </summary>
    public Refusal? WhyNot(string form) => form switch
    {
        Forms.Volunteer when !IsNonProfit => Refusal.VolunteerOnlyAtNonProfit,
        Forms.Sheltered or Forms.Secondment or Forms.ParticipationPlace or Forms.DayActivity or Forms.BasicJob
            when Kind is not (OrganisationKind.SocialEnterprise or OrganisationKind.Cooperative or OrganisationKind.Municipality)
            => Refusal.FormNotForThisOrganisation,
        _ => null,
    };

    /// <summary>Refuses a form that this organisation cannot post.</summary>
    /// <exception cref="RefusalException">The form is not for this organisation.</exception>
    public void GuardForm(string form)
    {
        if (WhyNot(form) is { } reason)
            throw new RefusalException(reason, CodeLists.Forms.Word(form));
    }

    private static bool IsAlwaysNonProfit(OrganisationKind kind) =>
        kind is OrganisationKind.Municipality or OrganisationKind.School or OrganisationKind.WelfarePartner or OrganisationKind.Association;
}
