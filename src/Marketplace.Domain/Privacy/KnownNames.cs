using System.Text.Json;

namespace Marketplace.Domain.Privacy;

/// <summary>
/// Common first and family names in the Netherlands, embedded (names-nl.json; its source is in NOTICE.md). Of "van den Berg"
/// the word "Berg" counts, and the words before it are known to belong to it.
/// </summary>
internal static class KnownNames
{
    private const string Resource = "Privacy/names-nl.json";

    private static readonly Lazy<(HashSet<string> Words, Dictionary<string, List<string[]>> Before)> Names = new(Read);

    internal static bool Contains(string word) => Names.Value.Words.Contains(word);

    /// <summary>The first word of the name of which this word is the main one: itself, or "van" of "van den Berg".</summary>
    internal static int FirstWord(FoldedText text, int main)
    {
        var first = main;
        if (!Names.Value.Before.TryGetValue(text.Words[main].Letters, out var alternatives)) return first;

        foreach (var before in alternatives)
        {
            if (before.Length > main - first && StandBefore(text, main, before)) first = main - before.Length;
        }
        return first;
    }

    private static bool StandBefore(FoldedText text, int main, string[] before)
    {
        var first = main - before.Length;
        if (first < 0) return false;
        for (var i = 0; i < before.Length; i++)
        {
            if (!string.Equals(text.Words[first + i].Letters, before[i], StringComparison.Ordinal)) return false;
            if (!text.AreNeighbours(first + i)) return false;
        }
        return true;
    }

    private static (HashSet<string>, Dictionary<string, List<string[]>>) Read()
    {
        using var stream = typeof(KnownNames).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"The list of names '{Resource}' is not embedded.");
        using var document = JsonDocument.Parse(stream);

        var words = new HashSet<string>(StringComparer.Ordinal);
        var before = new Dictionary<string, List<string[]>>(StringComparer.Ordinal);
        foreach (var list in (ReadOnlySpan<string>)["givenNames", "familyNames"])
        {
            foreach (var name in document.RootElement.GetProperty(list).EnumerateArray())
            {
                var parts = new FoldedText(name.GetString()!).Words.Select(word => word.Letters).ToArray();
                words.Add(parts[^1]);
                if (parts.Length == 1) continue;
                if (!before.TryGetValue(parts[^1], out var alternatives)) before[parts[^1]] = alternatives = [];
                alternatives.Add(parts[..^1]);
            }
        }
        return (words, before);
    }
}
