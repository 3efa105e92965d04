namespace Marketplace.Domain.Privacy;

/// <summary>
/// The names of one person, ready to be looked for: each name as a whole ("van den Berg", "Jan-Willem"), written as one word
/// ("vandenberg"), and each of its words that is a name by itself ("Berg", "Jan", "Willem"). A single letter is no name.
/// </summary>
internal sealed class OwnNames
{
    private readonly Dictionary<string, List<string[]>> _byFirstWord = new(StringComparer.Ordinal);

    internal OwnNames(IEnumerable<string> names)
    {
        foreach (var name in names)
        {
            var words = new FoldedText(name ?? string.Empty).Words.Select(word => word.Letters).ToArray();
            if (words.Length == 0) continue;

            Add(words);
            if (words.Length == 1) continue;

            var together = string.Concat(words);
            if (together.Length >= 5) Add([together]);
            foreach (var word in words.Where(word => !NameWords.IsPrefix(word))) Add([word]);
        }
        // The longest first, so that "van den Berg" is one place and not three.
        foreach (var sequences in _byFirstWord.Values) sequences.Sort((a, b) => b.Length - a.Length);
    }

    /// <summary>How many words from this one on are a name of the person; 0 when it is none.</summary>
    internal int WordsAt(FoldedText text, int first)
    {
        if (_byFirstWord.TryGetValue(text.Words[first].Letters, out var sequences))
        {
            foreach (var sequence in sequences)
            {
                if (IsAt(text, first, sequence)) return sequence.Length;
            }
        }
        return IsGenitive(text, first) ? 1 : 0;
    }

    private void Add(string[] sequence)
    {
        if (sequence is [{ Length: 1 } letter] && char.IsAscii(letter[0])) return;

        if (!_byFirstWord.TryGetValue(sequence[0], out var sequences)) _byFirstWord[sequence[0]] = sequences = [];
        if (!sequences.Exists(known => known.SequenceEqual(sequence))) sequences.Add(sequence);
    }

    private static bool IsAt(FoldedText text, int first, string[] sequence)
    {
        if (first + sequence.Length > text.Words.Count) return false;
        for (var i = 1; i < sequence.Length; i++)
        {
            var (before, word) = (text.Words[first + i - 1], text.Words[first + i]);
            if (!string.Equals(word.Letters, sequence[i], StringComparison.Ordinal)) return false;

            var gap = text.Text.AsSpan(before.End, word.Start - before.End);
            if (gap.Length > 3 || gap.ContainsAnyExcept(" -'.\n")) return false;
        }
        return true;
    }

    // "Samiras fiets", "Jans jas": short names only with a capital, because "kans" and "mens" are words.
    private bool IsGenitive(FoldedText text, int word)
    {
        var letters = text.Words[word].Letters;
        if (letters.Length < 4 || letters[^1] != 's') return false;

        var name = letters[..^1];
        return _byFirstWord.TryGetValue(name, out var sequences)
            && sequences.Exists(sequence => sequence.Length == 1)
            && (name.Length > 3 || (text.IsCapitalised(text.Words[word]) && !text.IsSentenceStart(word)));
    }
}
