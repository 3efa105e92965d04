using System.ComponentModel.DataAnnotations;
using Marketplace.Domain.Placements;
using Marketplace.Domain.Regulations;

namespace Marketplace.Web.Pages.Placements;

/// <summary>What the contract says about the wage, as a form.</summary>
public sealed class WageInput
{
    [Display(Name = "Bruto loon"), Required(ErrorMessage = "Vul het loon per uur in."), Range(0.01, JobCostAssumptions.MostPerHour, ErrorMessage = "Vul een loon in van 0,01 tot en met 1000 euro per uur.")]
    public decimal? HourlyWage { get; set; }

    [Display(Name = "Volle werkweek"), Required(ErrorMessage = "Vul in hoeveel uur een volle week is."), Range(0.25, JobCostAssumptions.MostHours, ErrorMessage = "Vul een getal in van 0,25 tot en met 60.")]
    public decimal? FullTimeHours { get; set; }

    [Display(Name = "Werkgeverslasten"), Required(ErrorMessage = "Vul de werkgeverslasten in."), Range(0, 100, ErrorMessage = "Vul een percentage in van 0 tot en met 100.")]
    public decimal? Charges { get; set; }

    [Display(Name = "Is er geen jobcoach? Wat ontbreekt?")]
    public NoCoachBecause? NoCoach { get; set; }

    public Guid Version { get; set; }

    /// <summary>What stands in the contract, or what is usual while nothing does.</summary>
    public static WageInput Of(Placement placement, RegulationBook book) => new()
    {
        HourlyWage = placement.Wage?.HourlyWage,
        FullTimeHours = placement.Wage?.FullTimeHours ?? Math.Max(placement.Terms.HoursPerWeek, book.Number(Terms.ReferenceHours, placement.Terms.Start)),
        Charges = (placement.Wage?.EmployerCharges * 100) ?? book.Shown("lks.charges", placement.Terms.Start).Version!.Number(),
        NoCoach = placement.NoCoachBecause,
        Version = placement.Version,
    };

    public PlacementWage ToWage() => new(HourlyWage!.Value, FullTimeHours!.Value, Charges!.Value / 100);
}
