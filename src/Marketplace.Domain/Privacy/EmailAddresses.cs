namespace Marketplace.Domain.Privacy;

/// <summary>
/// E-mail addresses: something@domain.tld, with spaces around the sign too, and written around it ("piet [at] demo.nl",
/// "piet apenstaartje demo punt nl").
/// </summary>
internal static class EmailAddresses
{
    private const string LocalSigns = ".!#$%&'*+/=?^_`{|}~-\"";

    private static readonly HashSet<string> AtWords = new(StringComparer.Ordinal)
    {
        "at", "apenstaart", "apenstaartje", "apestaart", "apestaartje",
    };

    // Only ends that are no Dutch word: "hij at brood.De rest" is no address.
    private static readonly HashSet<string> WrittenEnds = new(StringComparer.Ordinal) { "nl", "com", "org", "eu", "be", "info" };

    /// <summary>The places of the addresses in the folded text. They may overlap each other.</summary>
    internal static IEnumerable<(int Start, int End)> Find(FoldedText text)
    {
        for (var at = text.Text.IndexOf('@'); at >= 0; at = text.Text.IndexOf('@', at + 1))
        {
            if (AroundSign(text, at) is { } place) yield return place;
        }
        foreach (var word in text.Words)
        {
            if (AtWords.Contains(word.Letters) && AroundWord(text, word) is { } place) yield return place;
        }
    }

    private static (int Start, int End)? AroundSign(FoldedText text, int at)
    {
        var localEnd = SkipBack(text.Text, at, " ", 2);
        var start = localEnd;
        while (start > 0 && (text.IsLetterOrDigit(start - 1) || LocalSigns.Contains(text.Text[start - 1]))) start--;
        while (start < localEnd && !text.IsLetterOrDigit(start)) start++;
        if (start == localEnd) return null;

        var domain = Skip(text.Text, at + 1, " ", 2);
        var end = domain;
        while (end < text.Text.Length && (text.IsLetterOrDigit(end) || text.Text[end] is '.' or '-')) end++;

        // A full stop after the address, or a number, is no part of the domain.
        while (end > domain)
        {
            var dot = text.Text.LastIndexOf('.', end - 1, end - domain);
            if (dot <= domain) return null;
            var top = end - dot - 1;
            if (top >= 2 && text.IsLetter(dot + 1))
            {
                var isSpaced = localEnd < at || domain > at + 1;
                return isSpaced && top > 4 ? null : (start, end);
            }
            end = dot;
        }
        return null;
    }

    private static (int Start, int End)? AroundWord(FoldedText text, Word at)
    {
        var localEnd = SkipBack(text.Text, at.Start, " ([{<", 3);
        if (localEnd == at.Start) return null;
        var start = localEnd;
        while (start > 0 && (text.IsLetterOrDigit(start - 1) || text.Text[start - 1] is '.' or '-' or '_')) start--;
        if (start == localEnd) return null;

        var end = Skip(text.Text, at.End, " )]}>", 3);
        if (end == at.End) return null;
        for (var labels = 0; labels < 5; labels++)
        {
            var label = end;
            while (end < text.Text.Length && (text.IsLetterOrDigit(end) || text.Text[end] == '-')) end++;
            if (end == label) return null;
            if (labels > 0 && WrittenEnds.Contains(text.Text[label..end])) return (start, end);
            end = SkipDot(text.Text, end);
            if (end < 0) return null;
        }
        return null;
    }

    private static int SkipDot(string text, int place)
    {
        if (place < text.Length && text[place] == '.') return place + 1;

        var word = Skip(text, place, " ([{<", 3);
        if (word == place) return -1;
        foreach (var dot in (ReadOnlySpan<string>)["punt", "dot"])
        {
            if (!text.AsSpan(word).StartsWith(dot)) continue;
            var next = Skip(text, word + dot.Length, " )]}>", 3);
            return next > word + dot.Length ? next : -1;
        }
        return -1;
    }

    private static int Skip(string text, int place, string signs, int most)
    {
        for (var skipped = 0; skipped < most && place < text.Length && signs.Contains(text[place]); skipped++) place++;
        return place;
    }

    private static int SkipBack(string text, int place, string signs, int most)
    {
        for (var skipped = 0; skipped < most && place > 0 && signs.Contains(text[place - 1]); skipped++) place--;
        return place;
    }
}
