using System.ComponentModel.DataAnnotations;
using Marketplace.Domain.People;
using Marketplace.Matching.Geo;
using Marketplace.Web.Access;

namespace Marketplace.Web.Pages.People;

/// <summary>Sheet 0, who somebody is: the only questions whose answers go to the vault.</summary>
public sealed class IdentityInput : IValidatableObject
{
    private const string NoName = "Gebruik in een naam alleen letters.";
    private const string TooLong = "Dit is te lang. Gebruik hoogstens 100 letters.";

    [Display(Name = "Voornaam"), Required(ErrorMessage = "Vul de voornaam in."), StringLength(IdentityRules.MostLettersInName, ErrorMessage = TooLong), RegularExpression(IdentityRules.Name, ErrorMessage = NoName)]
    public string? FirstName { get; set; }

    [Display(Name = "Achternaam"), Required(ErrorMessage = "Vul de achternaam in."), StringLength(IdentityRules.MostLettersInName, ErrorMessage = TooLong), RegularExpression(IdentityRules.Name, ErrorMessage = NoName)]
    public string? LastName { get; set; }

    [Display(Name = "Geboortedatum"), Required(ErrorMessage = "Vul de geboortedatum in, zoals 5 12 1990.")]
    public DateOnly? BirthDate { get; set; }

    [Display(Name = "Telefoonnummer"), RegularExpression(IdentityRules.Phone, ErrorMessage = "Vul een telefoonnummer in, zoals 06 12345678.")]
    public string? Phone { get; set; }

    [Display(Name = "E-mailadres"), StringLength(IdentityRules.MostLettersInEmail, ErrorMessage = "Dit is te lang."), EmailAddress(ErrorMessage = "Vul een e-mailadres in, zoals naam@voorbeeld.nl.")]
    public string? Email { get; set; }

    [Display(Name = "Postcode"), Required(ErrorMessage = "Vul de postcode in, zoals 3311 AB."), RegularExpression(IdentityRules.Postcode, ErrorMessage = "Vul de postcode in, zoals 3311 AB.")]
    public string? Postcode { get; set; }

    public Guid Version { get; set; }

    /// <summary>The four digits: the only part of the address that the profile has. A method, so that it is no question of the form.</summary>
    public string Pc4() => Postcode!.Trim()[..4];

    public static IdentityInput Of(IdentityFacts facts) => new()
    {
        FirstName = facts.FirstName,
        LastName = facts.LastName,
        BirthDate = facts.BirthDate,
        Phone = facts.Phone,
        Email = facts.Email,
        Postcode = facts.Postcode,
    };

    public IdentityFacts ToFacts() => new(
        FirstName!.Trim(), LastName!.Trim(), BirthDate!.Value, Phone?.Trim() ?? "", Email?.Trim() ?? "", $"{Pc4()} {Postcode!.Trim()[^2..].ToUpperInvariant()}");

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        var today = validationContext.GetRequiredService<Acting>().Today;
        if (BirthDate is { } day && !IdentityRules.CanBeBirthday(day, today))
            yield return new ValidationResult("Kijk de geboortedatum na.", [nameof(BirthDate)]);
        if (!Geography.Netherlands.TryGet(Pc4(), out _))
            yield return new ValidationResult("Deze postcode bestaat niet. Kijk de cijfers na.", [nameof(Postcode)]);
    }
}
