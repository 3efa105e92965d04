using System.Globalization;
using System.Text;
using Marketplace.Domain.Vocabulary;

namespace Marketplace.Domain.Work;

/// <summary>
/// Finds examples by words as people type them: capitals, accents and one slip in a word of five letters or more do not matter.
/// Every word must be found in the name, the tags, the branch, or the function that does the task now.
/// </summary>
public static class ExampleSearch
{
    private const int ShortestWordWithSlip = 5;

    private static readonly Dictionary<TaskExample, string[]> Words = TaskExamples.All.ToDictionary(
        e => e,
        e => Split($"{e.Name} {e.Short} {e.DoneBy} {CodeLists.Tags.Words(e.Tags)} {CodeLists.Sectors.Word(e.Sector)}").Distinct().ToArray());

    /// <summary>The examples in which every word of the text is found, in the order of the catalogue; none for a text without words.</summary>
    public static IReadOnlyList<TaskExample> Find(string text)
    {
        var asked = Split(text).ToList();
        return asked.Count == 0 ? [] : [.. TaskExamples.All.Where(e => asked.TrueForAll(a => Words[e].Any(w => IsLike(a, w))))];
    }

    private static string[] Split(string text) =>
        Plain(text).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Lower case, without accents; what is not a letter or digit becomes a space.</summary>
    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark)
                continue;
            plain.Append(char.IsLetterOrDigit(c) ? char.ToLowerInvariant(c) : ' ');
        }

        return plain.ToString();
    }

    private static bool IsLike(string asked, string word) =>
        word.Contains(asked, StringComparison.Ordinal) || (asked.Length >= ShortestWordWithSlip && BeginsWithSlip(asked, word));

    /// <summary>Whether the word begins with what was asked, but for one letter more, less, other, or two swapped.</summary>
    private static bool BeginsWithSlip(string asked, string word)
    {
        var same = 0;
        while (same < asked.Length && same < word.Length && asked[same] == word[same])
            same++;
        var a = asked.AsSpan(same);
        var w = word.AsSpan(same);
        return a.Length < 2
            || w.StartsWith(a[1..])
            || (w.Length > 0 && (w[1..].StartsWith(a) || w[1..].StartsWith(a[1..])))
            || (w.Length > 1 && w[0] == a[1] && w[1] == a[0] && w[2..].StartsWith(a[2..]));
    }
}
