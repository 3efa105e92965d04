using System.Text.Json;
using System.Text.RegularExpressions;
using Marketplace.Domain.Privacy;
using Marketplace.Domain.Vocabulary;

namespace Marketplace.Domain.Work;

/// <summary>
/// Marks words about age, sex, origin, belief, family, looks and health in the texts of a job, each with a better wording
/// (<c>word-marks-nl.json</c>, own work). Distinction is forbidden when work is offered (AWGB art. 5(1)(a), WGBL art. 3(a), WGBH/CZ art. 4(a));
/// whether a text makes it, a person judges. So a mark never blocks and nothing is changed.
/// </summary>
/// <remarks>
/// A pattern is words with a space between. <c>*</c>: any letters. <c>~</c>: at most two words. <c>#</c>: a number that can be the age of
/// somebody who works (16 to 79). <c>(a|b)</c>: one of these. What stands under <c>except</c> takes away a mark that it touches: "jonge planten".
/// </remarks>
public static class WordMarks
{
    private const string Gap = @"[ ,/&()-]{1,3}";

    private sealed record Entry(WordGround Ground, string Better, Regex Words);

    private static readonly Lazy<(List<Entry> Entries, Regex Except)> List = new(Read);

    /// <summary>Looks for words that may shut people out. Linear in the length of the text.</summary>
    /// <param name="text">The text as typed.</param>
    /// <returns>The marks in the order of the text; no two overlap.</returns>
    public static IReadOnlyList<WordMark> Find(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var folded = new FoldedText(text);
        var (entries, except) = List.Value;
        var allowed = except.Matches(folded.Text);
        var found = (
            from entry in entries
            from match in entry.Words.Matches(folded.Text)
            where !allowed.Any(a => Touch(a, match))
            orderby match.Index, match.Length descending
            select (entry, match)).ToList();
        var marks = new List<WordMark>();
        var end = 0;
        foreach (var (entry, match) in found.Where(f => f.match.Length > 0))
        {
            if (match.Index < end)
                continue;
            end = match.Index + match.Length;
            var (start, length) = folded.Typed(match.Index, end);
            marks.Add(new WordMark(entry.Ground, start, text.Substring(start, length), entry.Better));
        }

        return marks;
    }

    private static bool Touch(Match a, Match b) => a.Index < b.Index + b.Length && b.Index < a.Index + a.Length;

    private static (List<Entry>, Regex) Read()
    {
        using var stream = EmbeddedFile.Open("Work/word-marks-nl.json");
        using var json = JsonDocument.Parse(stream);
        var entries = json.RootElement.GetProperty("grounds").EnumerateObject()
            .SelectMany(ground => ground.Value.EnumerateArray().Select(e => new Entry(
                Enum.Parse<WordGround>(ground.Name, ignoreCase: true), e.GetProperty("better").GetString()!, Pattern(e.GetProperty("words")))))
            .ToList();
        return (entries, Pattern(json.RootElement.GetProperty("except")));
    }

    private static Regex Pattern(JsonElement words) => new(
        $@"\b(?:{string.Join('|', words.EnumerateArray().Select(w => Translate(w.GetString()!)))})",
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

    private static string Translate(string words) => string.Join(Gap, words.Split(' '))
        .Replace($"{Gap}~{Gap}", $@"{Gap}(?:[\p{{L}}0-9]+{Gap}){{0,2}}", StringComparison.Ordinal)
        .Replace("*", @"\p{L}*", StringComparison.Ordinal)
        .Replace("#", "(?:1[6-9]|[2-7][0-9])", StringComparison.Ordinal)
        + @"\b";
}
