using System.Collections.Frozen;
using Marketplace.Domain.Vocabulary;
using Marketplace.Domain.Work;

namespace Marketplace.Matching.Text;

/// <summary>Words and phrases with the same meaning: an own list for tasks, and the labels of one ESCO occupation.</summary>
internal static class Synonyms
{
    /// <summary>Most words in a phrase that is looked up.</summary>
    internal const int LongestPhrase = 4;

    private const int MostOwn = 16;
    private const int MostFromEsco = 6;

    /// <summary>A label of more occupations than this says too little.</summary>
    private const int MostOccupations = 3;

    private static readonly FrozenSet<string> KnownStems;

    /// <summary>Words of the catalogue, the lists and the own synonyms; what a slip is compared with.</summary>
    internal static FrozenSet<string> Known { get; }

    private static readonly FrozenDictionary<string, string[][]> ByKey;

    /// <summary>Stems of the words of the lists, while they are read: most words stand there often.</summary>
    private static readonly Dictionary<string, string> Stems = new(StringComparer.Ordinal);

    static Synonyms()
    {
        var own = EmbeddedLines.Of("task-synonyms.txt").Select(OwnLine).ToList();
        Known = own.SelectMany(l => l.From.Concat(l.To)).SelectMany(p => p)
            .Concat(TaskExamples.All.SelectMany(e => DutchWords.Split($"{e.Name} {e.Short} {e.DoneBy}")))
            .Concat(CodeLists.Tags.Entries.Concat(CodeLists.Sectors.Entries).Concat(CodeLists.Forms.Entries).SelectMany(e => DutchWords.Split(e.Value)))
            .Where(w => w.Length > 2 && !DutchWords.StopWords.Contains(w)).ToFrozenSet(StringComparer.Ordinal);
        KnownStems = Known.SelectMany(DutchWords.Stems).ToFrozenSet(StringComparer.Ordinal);
        var found = new Dictionary<string, List<string[]>>(StringComparer.Ordinal);
        foreach (var (from, to) in own)
        {
            foreach (var phrase in from)
                Put(found, phrase, to, MostOwn);
        }

        AddEsco(found);
        ByKey = found.ToFrozenDictionary(f => f.Key, f => f.Value.ToArray(), StringComparer.Ordinal);
        Stems.Clear();
    }

    /// <summary>What means the same as these words, each a phrase of which every word is needed.</summary>
    internal static IReadOnlyList<string[]> Of(IEnumerable<string> words) => ByKey.GetValueOrDefault(string.Join(' ', words.Select(DutchWords.Stem))) ?? [];

    /// <summary>Whether the word, or another form of it, is one of the catalogue.</summary>
    internal static bool Knows(string word) => KnownStems.Contains(DutchWords.Stem(word));

    private static void AddEsco(Dictionary<string, List<string[]>> found)
    {
        var occupations = EmbeddedLines.Of("esco-labels-nl.txt")
            .Select(l => l.Split('|').Select(Phrase).Where(p => p.Length is > 0 and <= LongestPhrase).ToList()).ToList();
        var counts = occupations.SelectMany(o => o.Select(KeyOf).Distinct()).CountBy(k => k).ToDictionary(StringComparer.Ordinal);
        foreach (var labels in occupations)
        {
            // The words that employers here use first, then the preferred term, then the rest.
            var ordered = labels.OrderBy(p => p.All(w => KnownStems.Contains(StemOf(w))) ? 0 : 1).ToList();
            foreach (var label in labels.Where(l => counts[KeyOf(l)] <= MostOccupations))
                Put(found, label, ordered, found.GetValueOrDefault(KeyOf(label))?.Count + MostFromEsco ?? MostFromEsco);
        }
    }

    private static void Put(Dictionary<string, List<string[]>> found, string[] phrase, IEnumerable<string[]> others, int most)
    {
        var key = KeyOf(phrase);
        if (!found.TryGetValue(key, out var list))
            found.Add(key, list = []);
        var keys = list.Select(KeyOf).Append(key).ToHashSet(StringComparer.Ordinal);
        foreach (var other in others)
        {
            if (list.Count < most && keys.Add(KeyOf(other)))
                list.Add(other);
        }
    }

    private static (List<string[]> From, List<string[]> To) OwnLine(string line)
    {
        var sides = line.Split("=>");
        var from = Phrases(sides[0]);
        return (from, sides.Length == 1 ? from : Phrases(sides[1]));
    }

    private static List<string[]> Phrases(string side) => [.. side.Split(',').Select(Phrase).Where(p => p.Length > 0)];

    private static string[] Phrase(string text) => [.. DutchWords.Split(text).Where(w => !DutchWords.StopWords.Contains(w))];

    /// <summary>Only while the lists are read.</summary>
    private static string KeyOf(IEnumerable<string> words) => string.Join(' ', words.Select(StemOf));

    private static string StemOf(string word)
    {
        if (!Stems.TryGetValue(word, out var stem))
            Stems.Add(word, stem = DutchWords.Stem(word));
        return stem;
    }
}
