using System.ComponentModel.DataAnnotations;
using Marketplace.Domain.Organisations;

namespace Marketplace.Web.Pages.Administration;

/// <summary>What is asked once, when an organisation is made: what it is and where it works.</summary>
public sealed class NewOrganisationInput : OrganisationInput
{
    [Display(Name = "Wat voor organisatie is het?"), Required(ErrorMessage = "Kies wat voor organisatie het is.")]
    public OrganisationKind? Kind { get; set; }

    [Display(Name = "Werkt zonder winst")]
    public bool IsNonProfit { get; set; }

    /// <summary>Not asked of who administers one region.</summary>
    [Display(Name = "In welke regio’s werkt zij?")]
    public List<string> Regions { get; set; } = [];
}
