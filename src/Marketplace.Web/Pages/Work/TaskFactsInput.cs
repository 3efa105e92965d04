using System.ComponentModel.DataAnnotations;
using Marketplace.Domain.Work;

namespace Marketplace.Web.Pages.Work;

/// <summary>What everybody is asked about a task: how often, how long, who does it now, and may it move.</summary>
public abstract class TaskFactsInput : IValidatableObject
{
    [Display(Name = "Hoe vaak?")]
    [Required(ErrorMessage = "Vul in hoe vaak dit gebeurt.")]
    [Range(0.25, 100, ErrorMessage = "Vul een getal in van 0,25 tot en met 100.")]
    public decimal? Times { get; set; }

    [Display(Name = "Per dag, per week of per maand?")]
    [Required(ErrorMessage = "Kies per dag, per week of per maand.")]
    public Frequency? Per { get; set; }

    [Display(Name = "Hoe lang duurt het per keer?")]
    [Required(ErrorMessage = "Vul in hoe lang het per keer duurt.")]
    [Range(1, 3600, ErrorMessage = "Vul een getal in van 1 tot en met 3600.")]
    public int? Minutes { get; set; }

    [Display(Name = "Wie doet het nu?")]
    [Required(ErrorMessage = "Schrijf op wie het nu doet. Doet niemand het? Schrijf: niemand.")]
    [StringLength(WorkTask.MostLettersInDoneBy, ErrorMessage = "Schrijf de functie op in hoogstens {1} tekens.")]
    public string? DoneBy { get; set; }

    [Display(Name = "Mag iemand anders deze taak doen?")]
    [Required(ErrorMessage = "Kies of iemand anders deze taak mag doen.")]
    public bool? MayMove { get; set; }

    public virtual IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Times is not null && Per is not null && Minutes is not null && ToRhythm().MinutesPerWeek > TaskRhythm.MostMinutesPerWeek)
            yield return new ValidationResult("Dit is samen langer dan een week. Kijk de getallen na.", [nameof(Minutes)]);
    }

    public TaskRhythm ToRhythm() => new(Times!.Value, Per!.Value, Days, Minutes!.Value);

    /// <summary>Days in the week: asked, known otherwise, or five.</summary>
    protected abstract int Days { get; }
}
