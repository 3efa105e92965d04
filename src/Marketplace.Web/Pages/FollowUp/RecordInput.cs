using System.ComponentModel.DataAnnotations;
using Marketplace.Domain.FollowUp;
using Marketplace.Domain.Placements;

namespace Marketplace.Web.Pages.FollowUp;

/// <summary>How it goes, and what may be said beside it.</summary>
public sealed class RecordInput
{
    [Display(Name = "Hoe gaat het?"), Required(ErrorMessage = "Kies hoe het gaat.")]
    public RecordOutcome? Outcome { get; set; }

    [Display(Name = "Wat is de laatste werkdag?")]
    public DateOnly? LastDay { get; set; }

    [Display(Name = "Waarom stopt het werk?")]
    public StopReason? StopReason { get; set; }

    [Display(Name = "Wanneer was het gesprek?")]
    public DateOnly? On { get; set; }

    [Display(Name = "De werkgever was erbij")]
    public bool EmployerTookPart { get; set; }

    [Display(Name = "Hoeveel uur begeleiding was dit?"), Range(0, 24, ErrorMessage = "Vul 0 tot 24 uur in.")]
    public decimal? Hours { get; set; }

    [Display(Name = "Wat is afgesproken?"), StringLength(400, ErrorMessage = "De tekst is te lang. Gebruik hoogstens 400 tekens.")]
    public string? AgreedAct { get; set; }

    [Display(Name = "Wie doet dit?")]
    public Recipient? AgreedOwner { get; set; }

    [Display(Name = "Vóór welke dag?")]
    public DateOnly? AgreedBefore { get; set; }
}
