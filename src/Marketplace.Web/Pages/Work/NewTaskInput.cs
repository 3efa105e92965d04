using System.ComponentModel.DataAnnotations;
using Marketplace.Domain.Shared;
using Marketplace.Domain.Work;

namespace Marketplace.Web.Pages.Work;

/// <summary>The six questions about a new task: which example, what, how often, how long, who, may it move.</summary>
public sealed class NewTaskInput : TaskFactsInput
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

    /// <summary>The chosen example; null when none fits.</summary>
    public TaskExample? Chosen => TaskExamples.Find(Example);

    public static ValidationResult? IsKnown(string? example) =>
        example is null or NoExample || TaskExamples.Find(example) is not null ? ValidationResult.Success : new ValidationResult("Kies een voorbeeld uit de lijst.");

    /// <summary>The name of the example stands in for a name that was left empty.</summary>
    public static ValidationResult? HasName(string? name, ValidationContext context) =>
        !string.IsNullOrWhiteSpace(name) || ((NewTaskInput)context.ObjectInstance).Chosen is not null ? ValidationResult.Success : new ValidationResult("Schrijf op wat er te doen is.");

    public WorkTask ToTask(Guid organisationId, Act act)
    {
        var name = string.IsNullOrWhiteSpace(Name) ? Chosen!.Name : Name.Trim();
        var task = new WorkTask(organisationId, name, ToRhythm(), act) { DoneBy = DoneBy!.Trim(), MayMove = MayMove!.Value };
        if (Chosen is { } example)
            task.Follow(example);
        return task;
    }

    protected override int Days => Chosen?.Rhythm.DaysPerWeek ?? 5;
}
