using System.ComponentModel.DataAnnotations;
using Marketplace.Domain.Organisations;
using Marketplace.Web.Pages.Work;

namespace Marketplace.Web.Pages.Administration;

/// <summary>What is asked of every organisation, and can be corrected.</summary>
public class OrganisationInput
{
    public Guid Version { get; set; }

    [Display(Name = "Naam van de organisatie"), Required(ErrorMessage = "Vul de naam van de organisatie in."), StringLength(Organisation.MostLettersInName, ErrorMessage = "Maak de naam korter: hoogstens {1} tekens.")]
    public string? Name { get; set; }

    [Display(Name = "Postcode"), Required(ErrorMessage = "Vul de postcode in."), CustomValidation(typeof(TermsInput), nameof(TermsInput.IsPlace))]
    public string? Pc4 { get; set; }

    [Display(Name = "Telefoonnummer"), RegularExpression(TermsInput.Phone, ErrorMessage = TermsInput.PhoneError)]
    public string? Phone { get; set; }

    public static OrganisationInput Of(Organisation organisation) => new()
    {
        Version = organisation.Version,
        Name = organisation.Name,
        Pc4 = organisation.Sites.Count == 0 ? null : organisation.Sites[0].Pc4,
        Phone = organisation.Phone,
    };

    public void ApplyTo(Organisation organisation)
    {
        organisation.Rename(Name!.Trim());
        organisation.Phone = Phone?.Trim() ?? "";
        var place = TermsInput.PlaceOf(Pc4)!;
        organisation.Settle(place.Place, place.Code);
    }
}
