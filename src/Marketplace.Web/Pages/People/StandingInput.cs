using System.ComponentModel.DataAnnotations;
using Marketplace.Domain.People;

namespace Marketplace.Web.Pages.People;

/// <summary>What is known of a person for the arrangements, as a form.</summary>
public sealed class StandingInput
{
    [Display(Name = "Wat geldt voor deze persoon?")]
    public List<string> Statuses { get; set; } = [];

    [Display(Name = "Loonwaarde"), Range(0, 100, ErrorMessage = "Vul een loonwaarde in van 0 tot en met 100 procent.")]
    public decimal? Loonwaarde { get; set; }

    [Display(Name = "Wanneer is de loonwaarde gemeten?")]
    public DateOnly? LoonwaardeOn { get; set; }

    [Display(Name = "Krijgt deze persoon bijstand?")]
    public bool? Bijstand { get; set; }

    [Display(Name = "Is de kans op werk klein?")]
    public bool? SmallChanceOfWork { get; set; }

    [Display(Name = "Datum van de beoordeling door UWV")]
    public DateOnly? AoDeterminedOn { get; set; }

    [Display(Name = "Tot wanneer geldt de verklaring?")]
    public DateOnly? StatementUntil { get; set; }

    public Guid Version { get; set; }

    public static StandingInput Of(Standing standing) => new()
    {
        Statuses = standing.Statuses,
        Loonwaarde = standing.Loonwaarde,
        LoonwaardeOn = standing.LoonwaardeOn,
        Bijstand = standing.Bijstand,
        SmallChanceOfWork = standing.SmallChanceOfWork,
        AoDeterminedOn = standing.AoDeterminedOn,
        StatementUntil = standing.StatementUntil,
        Version = standing.Version,
    };

    public StandingFacts ToFacts() => new(Statuses, Loonwaarde, LoonwaardeOn, Bijstand, SmallChanceOfWork, AoDeterminedOn, StatementUntil);
}
