namespace Marketplace.Domain.Privacy;

/// <summary>
/// Telephone numbers as people in the Netherlands write them: ten digits from 0 (06, 078, 0184, 088), +31 or 0031 with or
/// without "(0)", numbers of other countries after + or 00, service numbers, and six digits or more after "tel." or "bel".
/// Days, hours, amounts and codes are none. A foreign number without its country code is not recognised.
/// </summary>
internal static class PhoneNumbers
{
    private static readonly HashSet<string> Announcements = new(StringComparer.Ordinal)
    {
        "tel", "telnr", "telefoon", "telefoonnr", "telefoonnummer", "mob", "mobiel", "gsm", "whatsapp", "fax", "bel",
    };

    /// <summary>The places of the numbers in the folded text, from left to right.</summary>
    internal static IEnumerable<(int Start, int End)> Find(FoldedText text, DigitGroups groups)
    {
        for (var first = 0; first < groups.Count; first++)
        {
            var start = StartWithSigns(text.Text, groups.Start(first), out var isInternational);
            if (!isInternational && groups.StartDate(first))
            {
                first += 2;
                continue;
            }

            var last = isInternational ? International(groups, first, skip: 0) : -1;
            if (last < 0 && StartsWithDoubleZero(text, groups, first)) last = International(groups, first, skip: 2);
            if (last < 0) last = National(groups, first);
            if (last < 0) last = Announced(groups, first);
            if (last < 0) continue;

            // "(078) 1234567" owns its bracket, "(078-1234567)" does not.
            var number = text.Text.AsSpan(start, groups.End(last) - start);
            var isAllInBrackets = number[0] == '(' && number.Count('(') > number.Count(')');
            yield return (isAllInBrackets ? start + 1 : start, groups.End(last));
            first = last;
        }
    }

    private static int StartWithSigns(string text, int digits, out bool isInternational)
    {
        var start = digits;
        while (start > 0 && digits - start < 3 && text[start - 1] is '(' or ' ') start--;
        isInternational = start > 0 && text[start - 1] == '+' && text[digits] != '0';
        if (isInternational) return start > 1 && text[start - 2] == '(' ? start - 2 : start - 1;
        return digits > 0 && text[digits - 1] == '(' ? digits - 1 : digits;
    }

    // "00 31" starts a number; the zeros of "8.00", "9:00", "00.15", "31-12-00" and "BWBR0013267" do not.
    private static bool StartsWithDoubleZero(FoldedText folded, DigitGroups groups, int first)
    {
        var (text, start) = (folded.Text, groups.Start(first));
        if (!groups.Digits(first).StartsWith("00") || (start > 0 && folded.IsLetter(start - 1))) return false;

        var follows = start > 1 && char.IsAsciiDigit(text[start - 2]) ? text[start - 1] : ' ';
        return groups.Length(first) > 2
            ? follows is not ('.' or ':' or ',')
            : follows is not ('.' or ':' or ',' or '-' or '/') && groups.Separator(first) == ' ';
    }

    private static int International(DigitGroups groups, int first, int skip)
    {
        var found = -1;
        foreach (var (last, digits) in groups.NumbersFrom(first, skip + 16))
        {
            if (digits - skip < 8) continue;

            var number = groups.Digits(first, last)[skip..];
            if (number[0] == '0') return -1;
            if (number.StartsWith("31", StringComparison.Ordinal))
            {
                var subscriber = number.AsSpan(number[2] == '0' ? 3 : 2);
                if (subscriber.Length == 9) return last;
            }
            if (number.Length <= 15 && !groups.ContainDate(first, last)) found = last;
        }
        return found;
    }

    private static int National(DigitGroups groups, int first)
    {
        var start = groups.Digits(first);
        if (start[0] != '0') return -1;

        var service = -1;
        foreach (var (last, count) in groups.NumbersFrom(first, 11))
        {
            if (count < 8) continue;
            var digits = groups.Digits(first, last);
            if (digits[1] == '0') return -1;

            if (count == 10 && IsWrittenAsOne(groups, first, last, digits)) return last;
            if (groups.Length(first) is 4 or >= 8 && IsService(digits)) service = last;
        }
        return service;
    }

    // "06 - 12 34 56 78": after the area code people keep one separator. Somebody's mobile number is found in any spelling.
    private static bool IsWrittenAsOne(DigitGroups groups, int first, int last, string digits)
    {
        var isMobile = digits[1] == '6';
        if (groups.Length(first) == 1 && !isMobile) return false;
        if (groups.ContainDate(first, last)) return false;

        return HasOneSeparator(groups, first + 1, last)
            || (isMobile && !groups.ContainTime(first, last) && !HasBrackets(groups, first + 1, last));
    }

    private static bool HasBrackets(DigitGroups groups, int first, int last)
    {
        for (var group = first; group < last; group++)
        {
            if (groups.Separator(group) == '(') return true;
        }
        return false;
    }

    private static bool HasOneSeparator(DigitGroups groups, int first, int last)
    {
        for (var group = first + 1; group < last; group++)
        {
            if (groups.Separator(group) != groups.Separator(first)) return false;
        }
        return true;
    }

    // 0800-1234 or 0900-1234567; "0800-1630" and "0900-1700" are working hours.
    private static bool IsService(string digits)
    {
        if (digits[..4] is not ("0800" or "0900" or "0906" or "0909")) return false;
        if (digits.Length == 11) return true;
        if (digits.Length != 8) return false;

        var hours = (digits[4] - '0') * 10 + digits[5] - '0';
        var minutes = (digits[6] - '0') * 10 + digits[7] - '0';
        return !(hours <= 24 && minutes < 60 && minutes % 5 == 0);
    }

    private static int Announced(DigitGroups groups, int first)
    {
        if (!groups.IsAnnounced(first, Announcements)) return -1;

        var found = -1;
        foreach (var (last, digits) in groups.NumbersFrom(first, 15))
        {
            var isOne = HasOneSeparator(groups, first, last) && (first == last || groups.Separator(first) != '.');
            if (digits >= 6 && isOne && !groups.ContainDate(first, last)) found = last;
        }
        return found;
    }
}
