using System.ComponentModel.DataAnnotations;
using System.Text.RegularExpressions;
using Marketplace.Domain.Organisations;
using Marketplace.Domain.Regulations;
using Marketplace.Domain.Work;
using Marketplace.Matching.Geo;
using Marketplace.Web.Ui;

namespace Marketplace.Web.Pages.Work;

/// <summary>The terms of a job: hours, parts of day and start have no answer beforehand, the rest is set and can be changed.</summary>
public sealed partial class TermsInput
{
    /// <summary>The place is none of the sites: the postcode says where.</summary>
    public const string OtherPlace = "anders";

    /// <summary>A telephone number, with or without spaces.</summary>
    public const string Phone = @"\s*\+?[0-9][0-9 \-]{7,18}\s*";

    public const string PhoneError = "Vul een telefoonnummer in, zoals 078 000 00 10.";

    public Guid Version { get; set; }

    [Display(Name = "Ten minste hoeveel uur per week?")]
    [Required(ErrorMessage = "Vul in hoeveel uur per week ten minste.")]
    [Range(0.25, 60, ErrorMessage = "Vul een getal in van 0,25 tot en met 60.")]
    [CustomValidation(typeof(TermsInput), nameof(InQuarters))]
    public decimal? HoursMin { get; set; }

    [Display(Name = "Ten hoogste hoeveel uur per week?")]
    [Required(ErrorMessage = "Vul in hoeveel uur per week ten hoogste.")]
    [Range(0.25, 60, ErrorMessage = "Vul een getal in van 0,25 tot en met 60.")]
    [CustomValidation(typeof(TermsInput), nameof(InQuarters))]
    public decimal? HoursMax { get; set; }

    [Display(Name = "Welke dagdelen horen er altijd bij?")]
    public List<string> Fixed { get; set; } = [];

    [Display(Name = "Welke dagdelen mogen ook?")]
    [CustomValidation(typeof(TermsInput), nameof(HasParts))]
    public List<string> Flexible { get; set; } = [];

    /// <summary>Null is as soon as possible.</summary>
    [Display(Name = "Wanneer kan iemand beginnen?")]
    public DateOnly? StartsOn { get; set; }

    [Display(Name = "Hoe heet de functie?")]
    [Required(ErrorMessage = "Vul in hoe de functie heet."), StringLength(Job.MostLettersInTitle, ErrorMessage = "Gebruik hoogstens {1} tekens.")]
    public string? Title { get; set; }

    [Display(Name = "Waar is het werk?")]
    [Required(ErrorMessage = "Kies waar het werk is.")]
    public string? Site { get; set; }

    [Display(Name = "Postcode van een andere plek")]
    [CustomValidation(typeof(TermsInput), nameof(HasPlace))]
    public string? Pc4 { get; set; }

    [Display(Name = "Wie kunnen wij bellen?")]
    [Required(ErrorMessage = "Vul in wie wij kunnen bellen."), StringLength(80, ErrorMessage = "Gebruik hoogstens {1} tekens.")]
    public string? ContactName { get; set; }

    [Display(Name = "Telefoonnummer")]
    [Required(ErrorMessage = "Vul een telefoonnummer in.")]
    [RegularExpression(Phone, ErrorMessage = PhoneError)]
    public string? ContactPhone { get; set; }

    [Display(Name = "Welke vorm van werk is het?"), Required(ErrorMessage = "Kies een vorm van werk.")]
    public string? Form { get; set; }

    /// <summary>Null is the minimum wage.</summary>
    [Display(Name = "Welk loon betaalt u?")]
    [Range(0.01, JobCostAssumptions.MostPerHour, ErrorMessage = "Vul een loon in van 0,01 tot en met 1000 euro per uur. Of laat het leeg: dan is het minimumloon.")]
    [CustomValidation(typeof(TermsInput), nameof(InCents))]
    public decimal? HourlyWage { get; set; }

    [Display(Name = "Branche"), Required(ErrorMessage = "Kies een branche.")]
    public string? Sector { get; set; }

    [Display(Name = "Welk diploma is nodig?")]
    public List<string> Certificates { get; set; } = [];

    [Display(Name = "Wat hoort bij de plek?")]
    public List<string> Circumstances { get; set; } = [];

    [Display(Name = "Wat kunt u bieden?")]
    public List<string> Offers { get; set; } = [];

    [Display(Name = "Postcode van een opstapplek")]
    [CustomValidation(typeof(TermsInput), nameof(IsPlace))]
    public string? PickUpPc4 { get; set; }

    public static TermsInput Of(Job job) => new()
    {
        Version = job.Version,
        HoursMin = job.HoursMin,
        HoursMax = job.HoursMax,
        Fixed = job.FixedDayparts,
        Flexible = job.FlexibleDayparts,
        StartsOn = job.StartsOn,
        Title = job.Title,
        Site = job.SiteId?.ToString() ?? OtherPlace,
        Pc4 = job.SiteId is null ? job.Pc4 : null,
        ContactName = job.ContactName,
        ContactPhone = job.ContactPhone,
        Form = job.Form,
        HourlyWage = job.HourlyWage,
        Sector = job.Sector,
        Certificates = job.Certificates,
        Circumstances = job.Circumstances,
        Offers = job.Offers,
        PickUpPc4 = job.PickUpPc4,
    };

    /// <param name="job">The job.</param>
    /// <param name="site">The chosen site of the organisation; null for another place.</param>
    public void ApplyTo(Job job, Site? site)
    {
        (job.HoursMin, job.HoursMax) = (HoursMin, HoursMax);
        (job.FixedDayparts, job.FlexibleDayparts) = (Dayparts.Expand(Fixed), Dayparts.Expand(Flexible));
        (job.Title, job.ContactName, job.ContactPhone) = (Title!.Trim(), ContactName!.Trim(), ContactPhone!.Trim());
        (job.Form, job.HourlyWage, job.Sector, job.StartsOn) = (Form!, HourlyWage, Sector!, StartsOn);
        (job.Certificates, job.Circumstances, job.Offers) = (Certificates, Circumstances, Offers);
        var place = site is null ? PlaceOf(Pc4)! : null;
        (job.SiteId, job.Pc4, job.Place) = (site?.Id, site?.Pc4 ?? place!.Code, site?.Place ?? place!.Place);
        job.PickUpPc4 = PlaceOf(PickUpPc4)?.Code;
    }

    public static ValidationResult? InQuarters(decimal? hours) => hours is null || hours * 4 == decimal.Truncate(hours.Value * 4)
        ? ValidationResult.Success
        : new ValidationResult("Vul een getal in, in kwartieren, zoals 12,5.");

    public static ValidationResult? InCents(decimal? wage) => wage is null || decimal.Round(wage.Value, 2) == wage
        ? ValidationResult.Success
        : new ValidationResult("Vul een loon in euro en hele centen in, zoals 15,50.");

    public static ValidationResult? HasParts(List<string> flexible, ValidationContext context) =>
        Dayparts.Expand(flexible).Count + Dayparts.Expand(((TermsInput)context.ObjectInstance).Fixed).Count > 0
            ? ValidationResult.Success
            : new ValidationResult("Kies ten minste één dagdeel.");

    public static ValidationResult? HasPlace(string? pc4, ValidationContext context) =>
        ((TermsInput)context.ObjectInstance).Site != OtherPlace || PlaceOf(pc4) is not null
            ? ValidationResult.Success
            : new ValidationResult("Vul een bestaande postcode in, zoals 3311.");

    public static ValidationResult? IsPlace(string? pc4) =>
        string.IsNullOrWhiteSpace(pc4) || PlaceOf(pc4) is not null ? ValidationResult.Success : new ValidationResult("Vul een bestaande postcode in, zoals 3311.");

    /// <summary>The place of four digits, with or without letters behind them; null when there is none.</summary>
    public static Postcode? PlaceOf(string? postcode) =>
        FourDigits().Match(postcode ?? "") is { Success: true } match && Geography.Netherlands.TryGet(match.Groups[1].Value, out var place) ? place : null;

    [GeneratedRegex(@"^\s*([0-9]{4})\s*([A-Za-z]{2})?\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex FourDigits();
}
