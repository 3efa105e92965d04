namespace Marketplace.Domain.Privacy;

/// <summary>
/// Reads what staff write about a person before it is saved: nothing in it may tell who the person is, because text of a
/// profile is seen by people who may not know that (Algemene verordening gegevensbescherming, art. 5(1)(c) and 25).
/// It never changes what was typed.
/// </summary>
public static class TextGuard
{
    private const string Replacement = "deze persoon";

    /// <summary>Looks for what identifies somebody. Linear in the length of the text.</summary>
    /// <param name="text">The text as typed.</param>
    /// <param name="ownNames">
    /// The names of the person from the vault, each as a whole: "Samira", "van den Berg". Case, accents and invisible
    /// characters make no difference, and a main part ("Berg") counts as the name. A name that is also a word of everyday
    /// grammar or a month or day (Wil, Ben, Mei) is refused with a capital and asked about without.
    /// </param>
    /// <param name="acceptedWords">The words of which somebody said "Dit is geen naam"; they are not asked about again. They never
    /// open what is refused.</param>
    /// <returns>The findings in the order of the text; no two overlap. Empty when nothing stands in the way.</returns>
    public static IReadOnlyList<TextFinding> Check(
        string text, IReadOnlyCollection<string> ownNames, IReadOnlyCollection<string> acceptedWords)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(ownNames);
        ArgumentNullException.ThrowIfNull(acceptedWords);

        var folded = new FoldedText(text);
        var places = new Places(folded);
        places.Add(TextFindingKind.EmailAddress, EmailAddresses.Find(folded));
        places.Add(TextFindingKind.PhoneNumber, PhoneNumbers.Find(folded, new DigitGroups(folded, places.IsFree)));
        places.Add(TextFindingKind.Bsn, BsnNumbers.Find(new DigitGroups(folded, places.IsFree)));

        var accepted = acceptedWords.Select(Key).ToHashSet(StringComparer.Ordinal);
        AddOwnNames(folded, new OwnNames(ownNames), accepted, places);
        AddPossibleNames(folded, accepted, places);
        return places.Findings();
    }

    /// <summary>The text with other words in the place of one finding; with a capital where a sentence starts.</summary>
    /// <param name="text">The text that was checked.</param>
    /// <param name="finding">A finding of it.</param>
    /// <param name="replacement">"deze persoon" where the text is about somebody, "een collega" where it is about work.</param>
    /// <exception cref="ArgumentException">The finding is not of this text.</exception>
    public static string Replace(string text, TextFinding finding, string replacement = Replacement)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(finding);
        ArgumentException.ThrowIfNullOrEmpty(replacement);
        var isOfThisText = finding.Start >= 0 && finding.Length > 0 && finding.Length <= text.Length - finding.Start
            && text.AsSpan(finding.Start, finding.Length).SequenceEqual(finding.Word);
        if (!isOfThisText) throw new ArgumentException("The finding is not of this text.", nameof(finding));

        var folded = new FoldedText(text);
        var startsSentence = false;
        for (var word = 0; word < folded.Words.Count && folded.TypedStart(folded.Words[word]) <= finding.Start; word++)
        {
            startsSentence = folded.TypedStart(folded.Words[word]) == finding.Start && folded.IsSentenceStart(word);
        }
        var words = startsSentence ? char.ToUpperInvariant(replacement[0]) + replacement[1..] : replacement;
        return string.Concat(text.AsSpan(0, finding.Start), words, text.AsSpan(finding.Start + finding.Length));
    }

    private static void AddOwnNames(FoldedText text, OwnNames ownNames, HashSet<string> accepted, Places places)
    {
        for (var first = 0; first < text.Words.Count; first++)
        {
            var count = WordsAt(first);
            if (count == 0) continue;

            // "Samira van den Berg" is one place to replace, not two.
            var last = first + count - 1;
            if (IsAskedAbout(text, first, last))
            {
                AddPossibleName(text, first, last, accepted, places);
            }
            else
            {
                while (last + 1 < text.Words.Count && text.AreNeighbours(last)
                    && WordsAt(last + 1) is > 0 and var more && !IsAskedAbout(text, last + 1, last + more))
                {
                    last += more;
                }
                places.Add(TextFindingKind.OwnName, text.Words[first].Start, text.Words[last].End);
            }
            first = last;
        }

        int WordsAt(int word) =>
            ownNames.WordsAt(text, word) is > 0 and var count
            && places.IsFree(text.Words[word].Start, text.Words[word + count - 1].End)
                ? count
                : 0;
    }

    private static bool IsAskedAbout(FoldedText text, int first, int last) =>
        first == last && NameWords.IsUnavoidable(text.Words[first].Letters) && !text.IsCapitalised(text.Words[first]);

    /// <summary>
    /// Names of other people: a known name with a capital inside a sentence. At the start of a sentence every word has one, so
    /// there it counts only together with the name after it ("Emma Bakker belde").
    /// </summary>
    private static void AddPossibleNames(FoldedText text, HashSet<string> accepted, Places places)
    {
        for (var word = 0; word < text.Words.Count; word++)
        {
            if (!IsKnownName(text, word, places)) continue;

            var parts = PartsOfName(text, word, places);
            word = parts[^1].Main;
            if (accepted.Contains(Key(text, parts[0].First, parts[^1].Main))) continue;

            // What was accepted by itself falls out; the parts around it stand by themselves.
            for (var i = 0; i < parts.Count; i++)
            {
                if (IsAccepted(parts[i])) continue;
                var first = i;
                while (i + 1 < parts.Count && !IsAccepted(parts[i + 1])) i++;
                if (parts[first..(i + 1)].Exists(part => !text.IsSentenceStart(part.Main)))
                    AddPossibleName(text, parts[first].First, parts[i].Main, accepted, places);
            }
        }

        bool IsAccepted((int First, int Main) part) =>
            accepted.Contains(text.Words[part.Main].Letters) || accepted.Contains(Key(text, part.First, part.Main));
    }

    private static bool IsKnownName(FoldedText text, int word, Places places) =>
        KnownNames.Contains(text.Words[word].Letters) && text.IsCapitalised(text.Words[word])
        && places.IsFree(text.Words[word].Start, text.Words[word].End);

    // "Jan", "de Vries" for "Jan de Vries": known names side by side, each with the words before it that belong to it.
    private static List<(int First, int Main)> PartsOfName(FoldedText text, int word, Places places)
    {
        var parts = new List<(int First, int Main)> { (KnownNames.FirstWord(text, word), word) };
        for (var next = word + 1; next < text.Words.Count && text.AreNeighbours(next - 1) && next <= parts[^1].Main + 4; next++)
        {
            if (!IsKnownName(text, next, places)) continue;
            var first = KnownNames.FirstWord(text, next);
            if (first > parts[^1].Main + 1) break;
            parts.Add((Math.Max(first, parts[^1].Main + 1), next));
        }
        return parts;
    }

    private static void AddPossibleName(FoldedText text, int first, int last, HashSet<string> accepted, Places places)
    {
        if (accepted.Contains(Key(text, first, last))) return;
        places.Add(TextFindingKind.PossibleName, text.Words[first].Start, text.Words[last].End);
    }

    private static string Key(string words)
    {
        var text = new FoldedText(words ?? string.Empty);
        return Key(text, 0, text.Words.Count - 1);
    }

    private static string Key(FoldedText text, int first, int last) =>
        string.Join(' ', Enumerable.Range(first, last - first + 1).Select(word => text.Words[word].Letters));

    /// <summary>What was found so far. The first to claim a character keeps it: an address before a name inside it.</summary>
    private sealed class Places(FoldedText text)
    {
        private readonly bool[] _taken = new bool[text.AsTyped.Length];
        private readonly List<TextFinding> _findings = [];

        internal bool IsFree(int start, int end)
        {
            var (typedStart, length) = text.Typed(start, end);
            return !_taken.AsSpan(typedStart, length).Contains(true);
        }

        internal void Add(TextFindingKind kind, IEnumerable<(int Start, int End)> places)
        {
            foreach (var (start, end) in places) Add(kind, start, end);
        }

        internal void Add(TextFindingKind kind, int start, int end)
        {
            if (!IsFree(start, end)) return;

            var (typedStart, length) = text.Typed(start, end);
            _taken.AsSpan(typedStart, length).Fill(true);
            _findings.Add(new TextFinding(kind, typedStart, length, text.AsTyped.Substring(typedStart, length)));
        }

        internal List<TextFinding> Findings()
        {
            _findings.Sort((a, b) => a.Start - b.Start);
            return _findings;
        }
    }
}
