using System.ComponentModel.DataAnnotations;
using Marketplace.Domain.Organisations;
using Marketplace.Web.Access;

namespace Marketplace.Web.Pages.Organisations;

/// <summary>Whom to invite, where, and in which role.</summary>
public sealed class InviteInput
{
    [Display(Name = "Bij welke organisatie?"), Required(ErrorMessage = "Kies een organisatie.")]
    public Guid? Organisation { get; set; }

    [Display(Name = "In welke rol?")]
    public Role? Role { get; set; }

    [Display(Name = "Is leidinggevende")]
    public bool IsManager { get; set; }

    [Display(Name = "Naam"), Required(ErrorMessage = "Vul een naam in."), StringLength(Invitation.LongestName, ErrorMessage = "Maak de naam korter: hoogstens {1} tekens.")]
    public string? Name { get; set; }

    [Display(Name = "E-mailadres"), Required(ErrorMessage = "Vul een e-mailadres in."), StringLength(254, ErrorMessage = "Dit adres is te lang. Kijk het na."), RegularExpression(AccountMail.Address, ErrorMessage = AccountMail.AddressError)]
    public string? Email { get; set; }
}
