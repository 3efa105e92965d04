using System.ComponentModel.DataAnnotations;
using Marketplace.Domain.Shared;
using Marketplace.Domain.Work;

namespace Marketplace.Web.Pages.Work;

/// <summary>The questions of the short form: what, how much, who, where.</summary>
public sealed class ShortFormInput
{
    private const int MinutesInHour = 60;

    [Display(Name = "Welk werk blijft liggen?"), Required(ErrorMessage = "Schrijf op welk werk blijft liggen."), StringLength(WorkTask.MostLettersInName, ErrorMessage = "Schrijf het op in hoogstens {1} tekens.")]
    public string? Work { get; set; }

    [Display(Name = "Hoeveel is het ongeveer?"), Required(ErrorMessage = "Vul een aantal uren in. Een schatting is genoeg."), Range(typeof(decimal), "0.25", "60", ParseLimitsInInvariantCulture = true, ConvertValueInInvariantCulture = true, ErrorMessage = "Vul een getal in van 0,25 tot en met 60.")]
    public decimal? Hours { get; set; }

    [Display(Name = "Hoe heet uw bedrijf of vereniging?"), Required(ErrorMessage = "Vul de naam van uw bedrijf of vereniging in."), StringLength(100, ErrorMessage = "Maak de naam korter: hoogstens {1} tekens.")]
    public string? Organisation { get; set; }

    [Display(Name = "Wat past bij u?"), Required(ErrorMessage = "Kies wat bij u past.")]
    public bool? NonProfit { get; set; }

    [Display(Name = "In welke branche?"), Required(ErrorMessage = "Kies een branche.")]
    public string? Sector { get; set; }

    [Display(Name = "Postcode van het werk"), Required(ErrorMessage = "Vul de postcode in."), CustomValidation(typeof(TermsInput), nameof(TermsInput.IsPlace))]
    public string? Pc4 { get; set; }

    [Display(Name = "Uw naam"), Required(ErrorMessage = "Vul uw naam in."), StringLength(80, ErrorMessage = "Gebruik hoogstens {1} tekens.")]
    public string? Name { get; set; }

    [Display(Name = "Telefoonnummer"), Required(ErrorMessage = "Vul een telefoonnummer in."), RegularExpression(TermsInput.Phone, ErrorMessage = TermsInput.PhoneError)]
    public string? Phone { get; set; }

    [Display(Name = "E-mailadres"), StringLength(254, ErrorMessage = "Dit adres is te lang. Kijk het na."), EmailAddress(ErrorMessage = "Vul een e-mailadres in, zoals naam@voorbeeld.nl.")]
    public string? Email { get; set; }

    public WorkTask ToTask(Guid organisationId, Act act) =>
        new(organisationId, Work!.Trim(), new TaskRhythm(1, Frequency.Week, 1, (int)Math.Round(Hours!.Value * MinutesInHour)), act);
}
