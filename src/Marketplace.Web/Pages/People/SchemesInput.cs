using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Marketplace.Domain.Placements;
using Marketplace.Domain.Regulations;

namespace Marketplace.Web.Pages.People;

/// <summary>The work for which somebody asks what arrangements there are.</summary>
public sealed class SchemesInput
{
    private static readonly CultureInfo Dutch = CultureInfo.GetCultureInfo("nl-NL");

    [Display(Name = "Vorm van werk")]
    public string? Form { get; set; }

    [Display(Name = "Uren"), Range(0.25, JobCostAssumptions.MostHours, ErrorMessage = "Vul een getal in van 0,25 tot en met 60.")]
    public decimal? Hours { get; set; }

    [Display(Name = "Bruto loon"), Range(0.01, JobCostAssumptions.MostPerHour, ErrorMessage = "Vul een loon in van 0,01 tot en met 1000 euro per uur.")]
    public decimal? HourlyWage { get; set; }

    /// <summary>The work of a placement.</summary>
    public static SchemesInput Of(Placement placement) => new() { Form = placement.Terms.Form, Hours = placement.Terms.HoursPerWeek, HourlyWage = placement.Wage?.HourlyWage };

    /// <summary>The same question in the query of an address.</summary>
    public string Query => string.Create(Dutch, $"?In.Form={Form}&In.Hours={Hours}&In.HourlyWage={HourlyWage}");
}
