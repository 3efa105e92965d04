using Marketplace.Domain.Imports;
using Marketplace.Domain.Privacy;
using Marketplace.Domain.Shared;
using Marketplace.Domain.Work;

namespace Marketplace.Jobs.Imports;

/// <summary>Tasks: the six questions of a new task; the example sets what it demands.</summary>
public sealed class TaskSheet : ImportSheet
{
    private const string NoExample = "geen";

    private const int DaysOtherwise = 5;

    private static readonly WordList Examples = new([(NoExample, NoExample), .. TaskExamples.All.SelectMany(e => new[] { (e.Code, e.Code), (e.Name, e.Code) })]);

    private static readonly WordList Frequencies = new([("dag", nameof(Frequency.Day)), ("week", nameof(Frequency.Week)), ("maand", nameof(Frequency.Month))]);

    private TaskSheet()
    {
    }

    public static TaskSheet Instance { get; } = new();

    public override IReadOnlyList<ImportColumn> Columns { get; } =
    [
        new(Reference, ImportRows.ExampleReference, IsNeeded: true),
        new("taak", "Dozen vouwen", IsNeeded: true),
        new("voorbeeld", "dozen-vouwen", IsNeeded: true),
        new("keer", "5", IsNeeded: true),
        new("per", "week", IsNeeded: true, Words: ["dag", "week", "maand"]),
        new("dagen", "5"),
        new("minuten", "60", IsNeeded: true),
        new("wie doet het nu", "orderpicker", IsNeeded: true),
        new("mag iemand anders", "ja", IsNeeded: true, Words: ["ja", "nee"]),
    ];

    private protected override IImportedThing? Read(RowReader row, ImportSetting setting)
    {
        var name = Guarded(row, "taak", WorkTask.MostLettersInName);
        var example = row.Code("voorbeeld", Examples);
        var times = row.Number("keer", 0.25m, 100, 0.01m, ImportFaultKind.NotTimes);
        var per = row.Code("per", Frequencies);
        var days = row.Number("dagen", 1, 7, 1, ImportFaultKind.NotDays);
        var minutes = row.Number("minuten", 1, 3600, 1, ImportFaultKind.NotMinutes);
        var doneBy = Guarded(row, "wie doet het nu", WorkTask.MostLettersInDoneBy);
        var mayMove = row.YesNo("mag iemand anders");
        if (row.Faults.Count > 0)
            return null;
        var follows = TaskExamples.Find(example);
        var rhythm = new TaskRhythm(times!.Value, Enum.Parse<Frequency>(per!), (int?)days ?? follows?.Rhythm.DaysPerWeek ?? DaysOtherwise, (int)minutes!.Value);
        if (rhythm.MinutesPerWeek <= TaskRhythm.MostMinutesPerWeek)
            return new NewTask(name!, rhythm, doneBy!, mayMove!.Value, follows);
        row.Fault("minuten", ImportFaultKind.LongerThanAWeek);
        return null;
    }

    private static string? Guarded(RowReader row, string column, int most)
    {
        var text = row.Line(column, most);
        if (text is not null && TextGuard.Check(text, [], []).Count > 0)
            row.Fault(column, ImportFaultKind.NamesSomebody);
        return text;
    }
}

/// <summary>A task as a row tells of one.</summary>
public sealed record NewTask(string Name, TaskRhythm Rhythm, string DoneBy, bool MayMove, TaskExample? Example) : IImportedThing
{
    public WorkTask ToTask(Guid organisationId, Act act)
    {
        var task = new WorkTask(organisationId, Name, Rhythm, act) { DoneBy = DoneBy, MayMove = MayMove };
        if (Example is not null)
            task.Follow(Example);
        return task;
    }
}
