namespace Marketplace.Domain.Privacy;

/// <summary>
/// The runs of digits of a text and what stands between them. A number that people write in parts ("06 12 34 56 78") is a few
/// neighbouring groups; at most <see cref="Longest"/> groups are looked at together, so every search over them is linear.
/// </summary>
internal sealed class DigitGroups
{
    /// <summary>"+", "00" and fifteen digits, the longest telephone number (ITU-T E.164), each digit by itself.</summary>
    private const int Longest = 18;

    private static readonly HashSet<string> LinkingWords = new(StringComparer.Ordinal) { "nr", "nummer", "is", "op" };

    private readonly FoldedText _text;
    private readonly List<(int Start, int End)> _groups = [];

    /// <param name="text">The text.</param>
    /// <param name="isFree">Whether a part of the folded text belongs to nothing that was found before.</param>
    internal DigitGroups(FoldedText text, Func<int, int, bool> isFree)
    {
        _text = text;
        for (var i = 0; i < text.Text.Length; i++)
        {
            if (!char.IsAsciiDigit(text.Text[i])) continue;
            var start = i;
            while (i < text.Text.Length && char.IsAsciiDigit(text.Text[i])) i++;
            if (isFree(start, i)) _groups.Add((start, i));
        }
    }

    internal int Count => _groups.Count;

    internal int Start(int group) => _groups[group].Start;

    internal int End(int group) => _groups[group].End;

    internal int Length(int group) => _groups[group].End - _groups[group].Start;

    internal ReadOnlySpan<char> Digits(int group) => _text.Text.AsSpan(Start(group), Length(group));

    /// <summary>The digits of the groups <paramref name="first"/> to <paramref name="last"/>, without what stands between them.</summary>
    internal string Digits(int first, int last)
    {
        var digits = string.Empty;
        for (var group = first; group <= last; group++) digits = string.Concat(digits, Digits(group));
        return digits;
    }

    /// <summary>
    /// The last groups of all numbers of at most <paramref name="most"/> digits that start at <paramref name="first"/>,
    /// shortest first.
    /// </summary>
    internal IEnumerable<(int Last, int Digits)> NumbersFrom(int first, int most)
    {
        var digits = Length(first);
        for (var last = first; digits <= most && last - first < Longest; digits += Length(last))
        {
            yield return (last, digits);
            if (Separator(last) == '\0') yield break;
            last++;
        }
    }

    /// <summary>The characters between this group and the next; empty after the last.</summary>
    internal ReadOnlySpan<char> Gap(int group) =>
        group < 0 || group + 1 >= Count ? [] : _text.Text.AsSpan(End(group), Start(group + 1) - End(group));

    /// <summary>
    /// The sign that binds this group to the next: a space, '-', '.', '/', '_', or '(' for any use of brackets. '\0' when the
    /// two are no parts of one number.
    /// </summary>
    internal char Separator(int group)
    {
        var gap = Gap(group);
        if (gap.Length is 0 or > 4) return '\0';

        var separator = ' ';
        foreach (var sign in gap)
        {
            if (sign == ' ') continue;
            if (sign is '(' or ')') separator = '(';
            else if (sign is not ('-' or '.' or '/' or '_')) return '\0';
            else if (separator == ' ') separator = sign;
            else if (separator != '(') return '\0';
        }
        return separator;
    }

    /// <summary>True when a day with its whole year starts at this group: 24-11-2026, 24 11 2026, 2026-11-24.</summary>
    internal bool StartDate(int group)
    {
        if (!IsThreeInOneStyle(group)) return false;
        return (Length(group), Length(group + 1), Length(group + 2)) switch
        {
            (1 or 2, 1 or 2, 4) => IsDay(Number(group), Number(group + 1), Number(group + 2)),
            (4, 1 or 2, 1 or 2) => IsDay(Number(group + 2), Number(group + 1), Number(group)),
            _ => false,
        };
    }

    /// <summary>True when a day stands inside these groups by itself, also one with a short year: 24-11-26.</summary>
    internal bool ContainDate(int first, int last)
    {
        for (var group = first; group + 2 <= last; group++)
        {
            var separator = Separator(group);
            var standsAlone = (group == first || Separator(group - 1) != separator)
                && (group + 2 == last || Separator(group + 2) != separator);
            if (standsAlone && (StartDate(group) || IsShortDate(group, last))) return true;
        }
        return false;
    }

    // In "06-12-34 56 78" no time follows, so it is a telephone number; "06-12-26 10.30" is a day and an hour.
    private bool IsShortDate(int group, int last) =>
        IsThreeInOneStyle(group)
        && Separator(group) != ' '
        && (Length(group), Length(group + 1), Length(group + 2)) is (1 or 2, 1 or 2, 2)
        && IsDay(Number(group), Number(group + 1), 2000 + Number(group + 2))
        && (group + 2 == last || Length(group + 3) != 2 || Number(group + 3) <= 24);

    private bool IsThreeInOneStyle(int group) =>
        group + 2 < Count && Separator(group) is '-' or '.' or '/' or ' ' && Separator(group + 1) == Separator(group);

    /// <summary>True when an hour with minutes (9.30) stands inside these groups.</summary>
    internal bool ContainTime(int first, int last)
    {
        for (var group = first; group < last; group++)
        {
            if (Separator(group) == '.' && Length(group) <= 2 && Length(group + 1) == 2
                && Number(group) <= 24 && Number(group + 1) < 60
                && (group == first || Separator(group - 1) != '.')
                && (group + 1 == last || Separator(group + 1) != '.'))
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>True when the words before this group announce it: "tel. ", "telefoonnummer is: ", "BSN nr. ".</summary>
    internal bool IsAnnounced(int group, HashSet<string> announcements)
    {
        var place = Start(group);
        for (var word = LastWordBefore(place); word >= 0; word--)
        {
            var (start, end, letters) = _text.Words[word];
            if (place - end > 3 || _text.Text.AsSpan(end, place - end).ContainsAnyInRange('0', '9')) return false;
            if (announcements.Contains(letters)) return true;
            if (!LinkingWords.Contains(letters)) return false;
            place = start;
        }
        return false;
    }

    private int LastWordBefore(int place)
    {
        var (low, high) = (0, _text.Words.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_text.Words[middle].End <= place) low = middle + 1;
            else high = middle;
        }
        return low - 1;
    }

    internal static bool IsDay(int day, int month, int year) =>
        day is >= 1 and <= 31 && month is >= 1 and <= 12 && year is >= 1900 and <= 2099;

    private int Number(int group)
    {
        var digits = Digits(group);
        return digits.Length <= 4 ? int.Parse(digits, System.Globalization.CultureInfo.InvariantCulture) : -1;
    }
}
