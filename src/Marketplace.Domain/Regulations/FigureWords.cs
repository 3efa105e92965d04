using System.Globalization;
using System.Text.Json;
using Marketplace.Domain.Vocabulary;

namespace Marketplace.Domain.Regulations;

/// <summary>A figure in Dutch words (B1), so that every page says an amount of law in the same way. They stand in <c>Regulations/figures-nl.json</c>.</summary>
/// <param name="Title">What it is.</param>
/// <param name="Text">How the one value is said; {0} is the value, or the list of values.</param>
/// <param name="Parts">How each part of a composed value is said; {0} is the value, {1} its name inside. The part <c>*</c> is for every other.</param>
public sealed record FigureWords(string Title, string? Text = null, IReadOnlyDictionary<string, string>? Parts = null)
{
    private const string EveryOther = "*";

    private static readonly CultureInfo Dutch = CultureInfo.GetCultureInfo("nl-NL");

    private static readonly Dictionary<string, FigureWords> ByName = Load();

    /// <summary>The words of a figure.</summary>
    /// <exception cref="KeyNotFoundException">The figure has no words.</exception>
    public static FigureWords Of(string figure) => ByName[figure];

    /// <summary>A value in words, one line for each part; a value that is not known is said so.</summary>
    public IReadOnlyList<string> Lines(FigureVersion version)
    {
        ArgumentNullException.ThrowIfNull(version);
        return version.Value.ValueKind switch
        {
            JsonValueKind.Null => ["nog niet bekend"],
            JsonValueKind.Object => [.. version.Value.EnumerateObject().SelectMany(part => Part(part.Name, part.Value))],
            _ => [Say(Text!, version.Value, "")],
        };
    }

    private IEnumerable<string> Part(string name, JsonElement value)
    {
        var words = Parts!.TryGetValue(name, out var own) ? own : Parts[EveryOther];
        return value.ValueKind switch
        {
            JsonValueKind.Null => [],
            JsonValueKind.Object => value.EnumerateObject().Select(inside => Say(words, inside.Value, inside.Name)),
            _ => [Say(words, value, name)],
        };
    }

    private static string Say(string words, JsonElement value, string name) => string.Format(Dutch, words, Plain(value), name);

    private static object Plain(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number => value.GetDecimal(),
        JsonValueKind.Array => string.Join(", ", value.EnumerateArray().Select(v => string.Format(Dutch, "{0}", Plain(v)))),
        JsonValueKind.Null => "onbekend",
        _ => Date(value.GetString()!),
    };

    /// <summary>A day, or a day of any year, as people say it.</summary>
    private static string Date(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day.ToString("d MMMM yyyy", Dutch)
        : DateOnly.TryParseExact("2000-" + text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var anyYear) ? anyYear.ToString("d MMMM", Dutch)
        : text;

    private static Dictionary<string, FigureWords> Load()
    {
        using var stream = EmbeddedFile.Open("Regulations/figures-nl.json");
        return JsonSerializer.Deserialize<Dictionary<string, FigureWords>>(stream, JsonSerializerOptions.Web)!;
    }
}
