using System.ComponentModel.DataAnnotations;
using Marketplace.Domain.People;

namespace Marketplace.Web.Pages.People;

/// <summary>How a yes was asked. A no has no form: it makes no row.</summary>
public sealed class YesInput
{
    [Display(Name = "Hoe vroeg u dit?"), Required(ErrorMessage = "Kies hoe u dit vroeg.")]
    public ConsentWay? Way { get; set; }

    [Display(Name = "Een ouder of vertegenwoordiger was erbij")]
    public bool RepresentativeBeside { get; set; }
}
