using System.Text.Json;
using Marketplace.Domain.Vocabulary;

namespace Marketplace.Domain.Work;

/// <summary>The catalogue of examples ("Kies een voorbeeld"), embedded as <c>task-examples.json</c>.</summary>
public static class TaskExamples
{
    /// <summary>All examples, in the order of the file.</summary>
    public static IReadOnlyList<TaskExample> All { get; } = Load();

    private static readonly Dictionary<string, TaskExample> ByCode = All.ToDictionary(e => e.Code, StringComparer.Ordinal);

    /// <summary>The example with this code, or null.</summary>
    public static TaskExample? Find(string? code) => code is null ? null : ByCode.GetValueOrDefault(code);

    private static List<TaskExample> Load()
    {
        using var stream = EmbeddedFile.Open("Work/task-examples.json");
        using var json = JsonDocument.Parse(stream);
        return [.. json.RootElement.GetProperty("examples").EnumerateArray().Select(Read)];
    }

    private static TaskExample Read(JsonElement e)
    {
        var season = e.GetProperty("season");
        var hasSeason = season.ValueKind == JsonValueKind.Array;
        return new TaskExample(
            e.GetProperty("code").GetString()!,
            e.GetProperty("sector").GetString()!,
            e.GetProperty("name").GetString()!,
            e.GetProperty("short").GetString()!,
            e.GetProperty("doneBy").GetString()!,
            new TaskRhythm(
                e.GetProperty("times").GetDecimal(),
                Enum.Parse<Frequency>(e.GetProperty("per").GetString()!, ignoreCase: true),
                e.TryGetProperty("daysPerWeek", out var days) && days.ValueKind == JsonValueKind.Number ? days.GetInt32() : 5,
                e.GetProperty("minutes").GetInt32()),
            hasSeason ? season[0].GetInt32() : null,
            hasSeason ? season[1].GetInt32() : null,
            Texts(e, "tags"),
            Texts(e, "circumstances"),
            Texts(e, "certificates"),
            new Levels(e.GetProperty("demands").EnumerateObject().Select(d => KeyValuePair.Create(d.Name, d.Value.GetInt32()))));
    }

    private static List<string> Texts(JsonElement e, string name) => [.. e.GetProperty(name).EnumerateArray().Select(t => t.GetString()!)];
}
