namespace Marketplace.Domain.Privacy;

/// <summary>
/// BSNs in a text: 999990056, 9999.90.056, 999 990 056, 9999-90-056, and eight digits where the leading zero was left out.
/// A day and a span of years that happen to pass the eleven-test are none.
/// </summary>
internal static class BsnNumbers
{
    private static readonly HashSet<string> Announcements = new(StringComparer.Ordinal)
    {
        "bsn", "bsnnr", "bsnnummer", "burgerservicenummer", "sofi", "sofinr", "sofinummer",
    };

    /// <summary>The places of the numbers in the folded text, from left to right.</summary>
    internal static IEnumerable<(int Start, int End)> Find(DigitGroups groups)
    {
        for (var first = 0; first < groups.Count; first++)
        {
            var last = LastGroup(groups, first);
            if (last < 0) continue;

            yield return (groups.Start(first), groups.End(last));
            first = last;
        }
    }

    private static int LastGroup(DigitGroups groups, int first)
    {
        foreach (var (last, count) in groups.NumbersFrom(first, 9))
        {
            if (count < 8) continue;
            var digits = groups.Digits(first, last);
            if (!Bsn.IsValid(digits)) continue;

            if (groups.IsAnnounced(first, Announcements)) return last;
            if (first == last ? count == 9 || !IsDay(digits) : IsWrittenAsOne(groups, first, last, count)) return last;
        }
        return -1;
    }

    private static bool IsDay(string digits)
    {
        int Part(int start, int length) => int.Parse(digits.AsSpan(start, length), System.Globalization.CultureInfo.InvariantCulture);

        return DigitGroups.IsDay(Part(0, 2), Part(2, 2), Part(4, 4)) || DigitGroups.IsDay(Part(6, 2), Part(4, 2), Part(0, 4));
    }

    private static bool IsWrittenAsOne(DigitGroups groups, int first, int last, int count)
    {
        var gap = groups.Gap(first);
        for (var group = first + 1; group < last; group++)
        {
            if (!groups.Gap(group).SequenceEqual(gap)) return false;
        }
        if (groups.Separator(first) == '(' || groups.StartDate(first) || groups.ContainDate(first, last)) return false;

        // Eight digits in parts are years (2019-2023) and hours more often than not; only the groups of a number count.
        if (count == 8 && (groups.Length(first), groups.Length(first + 1), last - first) is not ((2, 3, 2) or (3, 2, 2))) return false;

        // With a sign in between it is no part of a longer number.
        if (groups.Separator(first) == ' ') return true;
        return !groups.Gap(first - 1).SequenceEqual(gap)
            && !groups.Gap(last).SequenceEqual(gap);
    }
}
