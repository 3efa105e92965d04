using System.Collections.Frozen;
using System.Text;
using System.Text.RegularExpressions;
using Lucene.Net.Analysis.TokenAttributes;

namespace Marketplace.Matching.Text;

/// <summary>What both text indexes know of Dutch: how a text becomes words, which words say nothing, what a word is made of, and its stem.</summary>
public static partial class DutchWords
{
    /// <summary>An 's behind a word, which goes: auto's → auto.</summary>
    internal const string ApostropheS = @"(?<=\p{L})['’`´]s(?![\p{L}\p{N}])";

    /// <summary>What stands between words.</summary>
    internal const string Between = @"[^\p{L}\p{N}]+";

    /// <summary>A word of fewer letters is not cut into parts.</summary>
    internal const int ShortestCompound = 5;

    /// <summary>A part has so many letters or more.</summary>
    internal const int ShortestPart = 3;

    /// <summary>A part has so many letters at most.</summary>
    internal const int LongestPart = 15;

    private static readonly string[] Links = ["", "s", "en", "n", "e"];

    /// <summary>Words that are not looked for.</summary>
    public static FrozenSet<string> StopWords { get; } = EmbeddedLines.Of("stopwords-nl.txt").ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Parts that longer words are cut into.</summary>
    public static FrozenSet<string> CompoundParts { get; } =
        EmbeddedLines.Of("compound-words.txt").SelectMany(l => l.Split(' ')).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Words of which the stem is told, because the stemmer has another one.</summary>
    public static FrozenDictionary<string, string> StemOverrides { get; } = Overrides().ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The words of a text in small letters, in their order, with accents; whatever is not a letter or digit only separates.</summary>
    public static IReadOnlyList<string> Split(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return [.. Separators().Split(Possessive().Replace(Composed(text), "")).Where(w => w.Length > 0).Select(w => w.ToLowerInvariant())];
    }

    /// <summary>The stem under which an index keeps a word; empty for a word that it does not keep.</summary>
    public static string Stem(string word) => Tokens(DutchAnalysis.Search, word).FirstOrDefault("");

    /// <summary>All stems under which an index keeps a text, also those of the parts of its compound words.</summary>
    public static IReadOnlySet<string> Stems(string text) => Tokens(DutchAnalysis.Index, text).ToHashSet(StringComparer.Ordinal);

    /// <summary>The parts that a word is made of from its first letter to its last, with linking letters between; empty when it is no such word.</summary>
    public static IReadOnlyList<string> Parts(string word)
    {
        ArgumentNullException.ThrowIfNull(word);
        return word.Length < ShortestCompound ? [] : Cut(word, whole: true) ?? [];
    }

    /// <summary>How many slips are forgiven in a word of so many letters.</summary>
    public static int SlipsIn(int letters) => letters switch { < 4 => 0, < 8 => 1, _ => 2 };

    /// <summary>Letters composed with their accents; text that is not Unicode keeps its readable part.</summary>
    internal static string Composed(string text)
    {
        try
        {
            return text.Normalize(NormalizationForm.FormC);
        }
        catch (ArgumentException)
        {
            return string.Concat(text.EnumerateRunes().Where(r => r != Rune.ReplacementChar)).Normalize(NormalizationForm.FormC);
        }
    }

    internal static List<string> Tokens(Lucene.Net.Analysis.Analyzer analyzer, string text)
    {
        var tokens = new List<string>();
        using var stream = analyzer.GetTokenStream("", Composed(text));
        var term = stream.GetAttribute<ICharTermAttribute>();
        stream.Reset();
        while (stream.IncrementToken())
            tokens.Add(term.ToString()!);
        stream.End();
        return tokens;
    }

    private static List<string>? Cut(string word, bool whole)
    {
        if (!whole && CompoundParts.Contains(word))
            return [word];
        for (var length = Math.Min(LongestPart, word.Length - ShortestPart); length >= ShortestPart; length--)
        {
            var head = word[..length];
            if (!CompoundParts.Contains(head))
                continue;
            foreach (var link in Links)
            {
                var rest = word.AsSpan(length);
                if (rest.StartsWith(link) && rest.Length - link.Length >= ShortestPart && Cut(rest[link.Length..].ToString(), whole: false) is { } tail)
                    return [head, .. tail];
            }
        }

        return null;
    }

    /// <summary>The words of the file; of a participle also the form before a noun (gezaagd, gezaagde).</summary>
    private static IEnumerable<KeyValuePair<string, string>> Overrides() =>
        from line in EmbeddedLines.Of("stem-overrides.txt")
        let sides = line.Split("=>", StringSplitOptions.TrimEntries)
        from word in sides[0].Split(',', StringSplitOptions.TrimEntries)
        from form in Participle().IsMatch(word) ? new[] { word, word + "e" } : [word]
        select KeyValuePair.Create(form, sides[1]);

    [GeneratedRegex("^[a-z]*ge[a-z]+[dt]$", RegexOptions.CultureInvariant)]
    private static partial Regex Participle();

    [GeneratedRegex(ApostropheS, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    internal static partial Regex Possessive();

    [GeneratedRegex(Between, RegexOptions.CultureInvariant)]
    internal static partial Regex Separators();
}
