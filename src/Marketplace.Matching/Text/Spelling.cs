namespace Marketplace.Matching.Text;

/// <summary>Slips of the pen: one letter more, less, other, or two swapped; the first letter is right.</summary>
internal static class Spelling
{
    /// <summary>The word nearest to this one within what is forgiven, or null. Of equals the one that comes first.</summary>
    internal static string? Nearest(string word, IEnumerable<string> words)
    {
        var most = DutchWords.SlipsIn(word.Length);
        string? nearest = null;
        foreach (var other in words)
        {
            if (most == 0)
                break;
            if (other.Length == 0 || other[0] != word[0] || Math.Abs(other.Length - word.Length) > most)
                continue;
            var slips = Slips(word, other);
            if (slips < most || (slips == most && nearest is null))
                (nearest, most) = (other, slips);
        }

        return nearest;
    }

    /// <summary>How many slips turn one word into the other; two neighbours that changed places are one.</summary>
    internal static int Slips(string a, string b)
    {
        var (before, last, now) = (new int[b.Length + 1], new int[b.Length + 1], new int[b.Length + 1]);
        for (var j = 0; j <= b.Length; j++)
            last[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            now[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                now[j] = Math.Min(Math.Min(now[j - 1], last[j]) + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    now[j] = Math.Min(now[j], before[j - 2] + 1);
            }

            (before, last, now) = (last, now, before);
        }

        return last[b.Length];
    }
}
