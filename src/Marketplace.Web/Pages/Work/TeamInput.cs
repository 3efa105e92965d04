using System.ComponentModel.DataAnnotations;
using Marketplace.Domain.Work;

namespace Marketplace.Web.Pages.Work;

/// <summary>The yes of the team to a carved job, and the day to look back.</summary>
public sealed class TeamInput
{
    [Display(Name = "Wie zei ja namens het team?")]
    [Required(ErrorMessage = "Schrijf op wie ja zei namens het team."), StringLength(60, ErrorMessage = "Gebruik hoogstens {1} tekens.")]
    public string? By { get; set; }

    [Display(Name = "Wanneer?"), Required(ErrorMessage = "Vul in wanneer het team ja zei.")]
    public DateOnly? On { get; set; }

    [Display(Name = "Wanneer kijkt u samen terug?"), Required(ErrorMessage = "Kies een dag om samen terug te kijken.")]
    public DateOnly? ReviewOn { get; set; }

    public static TeamInput Of(Job job) => new() { By = job.TeamYesBy, On = job.TeamYesOn, ReviewOn = job.ReviewOn };
}
