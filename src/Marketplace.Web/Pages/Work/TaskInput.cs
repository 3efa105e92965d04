using System.ComponentModel.DataAnnotations;
using Marketplace.Domain.Vocabulary;
using Marketplace.Domain.Work;

namespace Marketplace.Web.Pages.Work;

/// <summary>Everything about one task; what it demands stands in <see cref="Demands"/>, by dimension.</summary>
public sealed class TaskInput : TaskFactsInput
{
    /// <summary>The answer of a dimension that was not asked yet, which is not the same as level 0.</summary>
    public const string NotAsked = "niet-gevraagd";

    public Guid Version { get; set; }

    [Display(Name = "Wat is er te doen?")]
    [Required(ErrorMessage = "Schrijf op wat er te doen is.")]
    [StringLength(WorkTask.MostLettersInName, ErrorMessage = "Schrijf de taak op in hoogstens {1} tekens.")]
    public string? Name { get; set; }

    [Display(Name = "Op hoeveel dagen in de week?")]
    [Required(ErrorMessage = "Vul in op hoeveel dagen in de week.")]
    [Range(1, 7, ErrorMessage = "Vul een getal in van 1 tot en met 7.")]
    public int? DaysPerWeek { get; set; }

    [Display(Name = "Eerste maand")]
    [Range(1, 12, ErrorMessage = "Kies een maand uit de lijst.")]
    public int? SeasonFrom { get; set; }

    [Display(Name = "Laatste maand")]
    [Range(1, 12, ErrorMessage = "Kies een maand uit de lijst.")]
    public int? SeasonTo { get; set; }

    /// <summary>A last month before the first one is meant, not a slip of the pen.</summary>
    [Display(Name = "Het seizoen loopt over de jaarwisseling")]
    public bool OverNewYear { get; set; }

    [Display(Name = "Alleen een deel van deze taak mag iemand anders doen")]
    public bool MovesPartly { get; set; }

    [Display(Name = "Hoeveel extra uitleg of begeleiding kost deze taak een collega?")]
    [Range(0, TaskRhythm.MostMinutesPerWeek, ErrorMessage = "Vul een getal in van 0 tot en met {2}.")]
    public int? SupervisionMinutes { get; set; }

    [Display(Name = "Waar gaat deze taak over?")]
    public List<string> Tags { get; set; } = [];

    [Display(Name = "Is er een diploma voor nodig?")]
    public List<string> Certificates { get; set; } = [];

    [Display(Name = "Wat hoort er bij deze taak?")]
    public List<string> Circumstances { get; set; } = [];

    [Display(Name = "Kies een voorbeeld")]
    public string? Example { get; set; }

    /// <summary>Per code of a dimension 0–3, or <see cref="NotAsked"/>.</summary>
    public Dictionary<string, string> Demands { get; set; } = [];

    private Levels Levels => new(Demands.Where(d => d.Value != NotAsked).Select(d => KeyValuePair.Create(d.Key, d.Value[0] - '0')));

    protected override int Days => DaysPerWeek!.Value;

    public static TaskInput Of(WorkTask task)
    {
        var input = new TaskInput
        {
            Version = task.Version,
            Name = task.Name,
            Times = task.Rhythm.Times,
            Per = task.Rhythm.Per,
            DaysPerWeek = task.Rhythm.DaysPerWeek,
            Minutes = task.Rhythm.Minutes,
            SeasonFrom = task.SeasonFrom,
            SeasonTo = task.SeasonTo,
            OverNewYear = task.SeasonFrom > task.SeasonTo,
            DoneBy = task.DoneBy,
            MayMove = task.MayMove,
            MovesPartly = task.MovesPartly,
            SupervisionMinutes = task.SupervisionMinutes == 0 ? null : task.SupervisionMinutes,
            Tags = task.Tags,
            Certificates = task.Certificates,
            Circumstances = task.Circumstances,
            Example = task.ExampleCode,
        };
        input.Show(task.Demands);
        return input;
    }

    /// <summary>Shows what an example says in place of what was filled in; nothing is saved.</summary>
    public void Follow(TaskExample example)
    {
        Example = example.Code;
        (Tags, Certificates, Circumstances) = ([.. example.Tags], [.. example.Certificates], [.. example.Circumstances]);
        Show(example.Demands);
    }

    /// <summary>Gives every dimension an answer on the form, also one that was not sent.</summary>
    public void Complete()
    {
        foreach (var dimension in Dimensions.All)
            Demands[dimension.Code] = Demands.GetValueOrDefault(dimension.Code) ?? NotAsked;
    }

    public void ApplyTo(WorkTask task)
    {
        (task.Name, task.DoneBy, task.MayMove, task.Rhythm) = (Name!.Trim(), DoneBy!.Trim(), MayMove!.Value, ToRhythm());
        (task.MovesPartly, task.SupervisionMinutes) = (MovesPartly && MayMove.Value, SupervisionMinutes ?? 0);
        (task.SeasonFrom, task.SeasonTo) = (SeasonFrom, SeasonTo);
        (task.Tags, task.Certificates, task.Circumstances) = (Tags, Certificates, Circumstances);
        (task.Demands, task.ExampleCode) = (Levels, TaskExamples.Find(Example)?.Code);
        task.GuardAnswers();
    }

    public override IEnumerable<ValidationResult> Validate(ValidationContext validationContext) =>
    [
        .. base.Validate(validationContext),
        .. SeasonFrom > SeasonTo && !OverNewYear
            ? [new ValidationResult("Dit seizoen eindigt voor het begint. Kies een andere maand, of vink aan dat het over de jaarwisseling loopt.", [nameof(SeasonTo)])]
            : Array.Empty<ValidationResult>(),
        .. Demands.Where(d => !Dimensions.TryGet(d.Key, out _) || d.Value is not (NotAsked or "0" or "1" or "2" or "3"))
            .Select(d => new ValidationResult("Kies een van de antwoorden.", [$"{nameof(Demands)}[{d.Key}]"])),
    ];

    private void Show(Levels levels)
    {
        Demands = Dimensions.All.ToDictionary(d => d.Code, d => levels[d.Index]?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? NotAsked);
    }
}
