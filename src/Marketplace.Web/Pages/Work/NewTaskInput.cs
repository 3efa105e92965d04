using System.ComponentModel.DataAnnotations;
using Marketplace.Domain.Shared;
using Marketplace.Domain.Work;

namespace Marketplace.Web.Pages.Work;

/// <summary>The six questions about a new task: which example, what, how often, how long, who, may it move.</summary>
public sealed class NewTaskInput : IValidatableObject
{
    /// <summary>The answer that no example fits.</summary>
    public const string NoExample = "geen";

    [Display(Name = "Welk voorbeeld lijkt er het meest op?")]
    [Required(ErrorMessage = "Kies een voorbeeld, of kies ‘Geen voorbeeld past’.")]
    [CustomValidation(typeof(NewTaskInput), nameof(IsKnown))]
    public string? Example { get; set; }

    [Display(Name = "Wat is er te doen?")]
    [StringLength(WorkTask.MostLettersInName, ErrorMessage = "Schrijf de taak op in hoogstens {1} tekens.")]
    [CustomValidation(typeof(NewTaskInput), nameof(HasName))]
    public string? Name { get; set; }

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

    /// <summary>The chosen example; null when none fits.</summary>
    public TaskExample? Chosen => TaskExamples.Find(Example);

    public static ValidationResult? IsKnown(string? example) =>
        example is null or NoExample || TaskExamples.Find(example) is not null ? ValidationResult.Success : new ValidationResult("Kies een voorbeeld uit de lijst.");

    /// <summary>The name of the example stands in for a name that was left empty.</summary>
    public static ValidationResult? HasName(string? name, ValidationContext context) =>
        !string.IsNullOrWhiteSpace(name) || ((NewTaskInput)context.ObjectInstance).Chosen is not null ? ValidationResult.Success : new ValidationResult("Schrijf op wat er te doen is.");

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Times is not null && Per is not null && Minutes is not null && Rhythm.MinutesPerWeek > TaskRhythm.MostMinutesPerWeek)
            yield return new ValidationResult("Dit is samen langer dan een week. Kijk de getallen na.", [nameof(Minutes)]);
    }

    public WorkTask ToTask(Guid organisationId, Act act)
    {
        var name = string.IsNullOrWhiteSpace(Name) ? Chosen!.Name : Name.Trim();
        var task = new WorkTask(organisationId, name, Rhythm, act) { DoneBy = DoneBy!.Trim(), MayMove = MayMove!.Value };
        if (Chosen is { } example)
            task.Follow(example);
        return task;
    }

    /// <summary>Days a week are not asked here: those of the example, otherwise five.</summary>
    private TaskRhythm Rhythm => new(Times!.Value, Per!.Value, Chosen?.Rhythm.DaysPerWeek ?? 5, Minutes!.Value);
}
