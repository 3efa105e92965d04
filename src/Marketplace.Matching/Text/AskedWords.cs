using System.Collections.Frozen;

namespace Marketplace.Matching.Text;

/// <summary>
/// What somebody typed, as questions to an index. Everything is plain text: operators, brackets and wildcards only separate words, and
/// however long the text is, eight words count.
/// </summary>
public sealed class AskedWords
{
    /// <summary>Letters that are read.</summary>
    public const int MostLetters = 300;

    /// <summary>Words that are looked for.</summary>
    public const int MostWords = 8;

    /// <summary>Letters of a word that are read.</summary>
    public const int MostLettersInWord = 40;

    private const double SameMeaning = 0.6;
    private const double OfParts = 0.8;

    /// <summary>Words that say that somebody looks for work, which everybody here does.</summary>
    private static readonly FrozenSet<string> Looking = FrozenSet.ToFrozenSet(
        ["vacature", "vacatures", "baan", "banen", "baantje", "functie", "functies", "werk", "werken", "zoek", "zoeken", "gezocht", "job", "jobs", "taak", "taken"]);

    /// <summary>Words that are in so many titles that they are not enough to find something by.</summary>
    private static readonly FrozenSet<string> Weak = FrozenSet.ToFrozenSet(["medewerker", "medewerkster", "medewerkers", "hulp", "assistent", "ander", "helpen"]);

    private AskedWords(IReadOnlyList<string> words) => Words = words;

    /// <summary>The words that are looked for, in their order, each once.</summary>
    public IReadOnlyList<string> Words { get; }

    /// <summary>Reads what somebody typed; null is nothing.</summary>
    public static AskedWords Of(string? text)
    {
        text ??= "";
        var cut = text.Length <= MostLetters ? text : text[..MostLetters];
        var said = DutchWords.Split(cut).Select(w => w.Length <= MostLettersInWord ? w : w[..MostLettersInWord])
            .Where(w => !DutchWords.StopWords.Contains(w)).Distinct().ToList();
        var telling = said.Where(w => !Looking.Contains(w)).ToList();
        return new AskedWords([.. (telling.Count > 0 ? telling : said).Take(MostWords)]);
    }

    /// <summary>The questions to ask one after the other until something is found.</summary>
    /// <param name="fewer">Whether fewer words will do when nothing holds them all.</param>
    public IReadOnlyList<SearchStep> Steps(bool fewer = true)
    {
        if (Words.Count == 0)
            return [new SearchStep(SearchWay.AllWords, null)];
        List<SearchStep> steps =
        [
            new(SearchWay.AllWords, One(Clauses(slips: false))),
            new(SearchWay.WithSlips, One(Clauses(slips: true))),
        ];
        var strong = Words.Where(w => !Weak.Contains(w)).ToList();
        if (fewer && (Words.Count > 1 || DutchWords.Parts(Words[0]).Count > 0) && strong.Count > 0)
        {
            steps.Add(new SearchStep(SearchWay.FewerWords, new SomeNode(
                [.. strong.Select(w => WithParts(w))], [.. Words.Where(Weak.Contains).Select(w => new WordNode(w, SameMeaning, false))])));
        }

        return steps;
    }

    private static TextNode One(List<TextNode> nodes) => nodes.Count == 1 ? nodes[0] : new AllNode(nodes);

    private static TextNode Any(List<TextNode> nodes) => nodes.Count == 1 ? nodes[0] : new AnyNode(nodes);

    private List<TextNode> Clauses(bool slips)
    {
        var clauses = new List<TextNode>();
        for (var at = 0; at < Words.Count;)
        {
            var length = Math.Min(Synonyms.LongestPhrase, Words.Count - at);
            while (length > 1 && Synonyms.Of(Words.Skip(at).Take(length)).Count == 0)
                length--;
            var words = Words.Skip(at).Take(length).ToList();
            clauses.Add(length == 1
                ? Word(words[0], slips)
                : Any([new AllNode([.. words.Select(w => Word(w, slips))]), .. Synonyms.Of(words).Select(p => Phrase(p, SameMeaning))]));
            at += length;
        }

        return clauses;
    }

    private static TextNode Word(string word, bool slips)
    {
        List<TextNode> nodes = [new WordNode(word, 1, slips)];
        if (DutchWords.Parts(word) is { Count: > 1 } parts)
        {
            // "Inpakwerk" is inpakken and "keukenhulp" is the kitchen: that somebody works or helps there says nothing.
            var telling = parts.Where(p => !Looking.Contains(p) && !Weak.Contains(p)).ToList();
            nodes.Add(Phrase(telling.Count > 0 ? telling : parts, OfParts));
            if (telling.Count == 1)
                nodes.AddRange(Synonyms.Of(telling).Select(p => Phrase(p, SameMeaning)));
        }

        nodes.AddRange(Synonyms.Of([word]).Select(p => Phrase(p, SameMeaning)));
        if (slips && !Synonyms.Knows(word) && Spelling.Nearest(word, Synonyms.Known.Order(StringComparer.Ordinal)) is { } meant)
        {
            nodes.Add(new WordNode(meant, OfParts, false));
            nodes.AddRange(Synonyms.Of([meant]).Select(p => Phrase(p, SameMeaning / 2)));
        }

        return Any(nodes);
    }

    private static TextNode WithParts(string word) =>
        Any([Word(word, slips: true), .. DutchWords.Parts(word).Where(p => p.Length > DutchWords.ShortestPart && !Weak.Contains(p) && !Looking.Contains(p)).Select(p => new WordNode(p, SameMeaning / 2, false))]);

    private static TextNode Phrase(IReadOnlyList<string> words, double weight) =>
        One([.. words.Select(w => (TextNode)new WordNode(w, weight, false))]);
}
