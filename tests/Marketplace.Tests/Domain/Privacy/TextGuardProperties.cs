using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using CsCheck;
using Marketplace.Domain.Privacy;
using Marketplace.Testing;
using Xunit;

namespace Marketplace.Tests.Domain.Privacy;

public sealed class TextGuardProperties
{
    private static readonly string[] Own = ["Samira", "van den Berg", "Wil", "Jan-Willem"];

    // What people type, and what stands at the edges of it.
    private static readonly Gen<string> Fragment = Gen.OneOf(
        "Samira", "samira", "SAMIRA", "van den Berg", "berg", "wil", "Wil", "Jan", "willem", "Emma", "emma", "Bakker", "de Vries", "Zoë", "Ömer",
        "werkt", "graag", "buiten", "mevr", "o.a", "P", "at", "apenstaartje", "punt", "nl", "demo", "tel", "bsn", "nr", "op", "2026", "06", "0031",
        "+31", "(0)", "078", "12", "34", "56", "78", "12345678", "999990056", "9999", "90", "056", "24-11-2026", "10.30", "0", "1", "999",
        " ", " ", " ", " ", ".", ",", "-", "@", "/", "(", ")", "\n", "'s", "…", "€", "½", "\u200B", "\u00AD", "\u0301", "İ", "ı", "😀", "\uD83D", "\0", "ﷺ", "９");

    private static readonly Gen<string> Typed = Fragment.Array[0, 25].Select(string.Concat);

    private static readonly Gen<string> Anything = Gen.OneOf(Typed, Gen.String, Gen.Char.Array[0, 60].Select(chars => new string(chars)));

    private static readonly Gen<string> ValidBsn = Gen.Int[1, 99_999_999]
        .Select(number => number.ToString("D8", CultureInfo.InvariantCulture))
        .Select(eight => (Eight: eight, Check: eight.Select((digit, i) => (9 - i) * (digit - '0')).Sum() % 11))
        .Where(number => number.Check < 10)
        .Select(number => number.Eight + number.Check.ToString(CultureInfo.InvariantCulture));

    [Fact]
    public void Any_text_gets_an_answer_that_points_inside_the_text_and_leaves_it_as_typed()
    {
        Anything.Sample(text =>
        {
            var before = new string(text.AsSpan());
            var findings = TextGuard.Check(text, Own, ["Jan"]);

            Assert.Equal(before, text, StringComparer.Ordinal);
            var end = 0;
            foreach (var finding in findings)
            {
                Assert.True(finding.Start >= end && finding.Length > 0, $"{finding} starts before {end}");
                end = finding.Start + finding.Length;
                Assert.True(end <= text.Length, $"{finding} ends after {text.Length}");
                Assert.Equal(text.Substring(finding.Start, finding.Length), finding.Word, StringComparer.Ordinal);
            }
        }, iter: LongRun.Inputs);
    }

    [Fact]
    public void A_valid_bsn_is_found_wherever_it_is_put_between_word_boundaries()
    {
        var spelled = Gen.Select(ValidBsn, Gen.OneOf("{0}{1}{2}", "{0}.{1}.{2}", "{0}-{1}-{2}", "{0} {1} {2}"), Gen.OneOf(3, 4))
            .Select((bsn, spelling, first) =>
                string.Format(CultureInfo.InvariantCulture, spelling, bsn[..first], bsn[first..6], bsn[6..]));

        Gen.Select(Typed, spelled, Typed).Sample((before, bsn, after) =>
        {
            var text = $"{before} {bsn} {after}";
            var (start, end) = (before.Length + 1, before.Length + 1 + bsn.Length);

            var refused = TextGuard.Check(text, Own, []).Where(finding => finding.Refuses);

            Assert.Contains(refused, finding => finding.Start < end && finding.Start + finding.Length > start);
        }, iter: LongRun.Inputs);
    }

    [Fact]
    public void A_valid_bsn_between_words_is_called_a_bsn()
    {
        var words = Gen.OneOf("werkt", "graag", "Emma", "nummer", "BSN", "en", ",", ":", "(", "\n", "-").Array[0, 8].Select(parts => string.Join(' ', parts));

        Gen.Select(words, ValidBsn, words).Sample((before, bsn, after) =>
        {
            var finding = Assert.Single(TextGuard.Check($"{before} {bsn} {after}", [], ["Emma"]));

            Assert.Equal((TextFindingKind.Bsn, bsn), (finding.Kind, finding.Word));
        }, iter: LongRun.Inputs);
    }

    [Fact]
    public void The_own_name_is_refused_wherever_it_stands_as_a_word_in_any_case()
    {
        var name = Gen.Select(Gen.OneOf("Samira", "Berg", "Willem"), Gen.Bool.Array[7])
            .Select((letters, upper) => string.Concat(letters.Select((letter, i) => upper[i] ? char.ToUpperInvariant(letter) : char.ToLowerInvariant(letter))));
        var edge = Gen.OneOf(" ", ".", ",", "(", ")", "\n", "'", "’", "-", "_", "1", "\u00A0", ":");

        Gen.Select(Typed, edge, name, edge, Typed).Sample((before, left, word, right, after) =>
        {
            // An accent at the edge would belong to the name.
            var text = before + left + word + right + after;
            var (start, end) = (before.Length + 1, before.Length + 1 + word.Length);

            var refused = TextGuard.Check(text, Own, [word]).Where(finding => finding.Refuses);

            Assert.Contains(refused, finding => finding.Start <= start && finding.Start + finding.Length >= end);
        }, iter: LongRun.Inputs);
    }

    [Fact]
    public void A_mobile_number_is_found_in_any_grouping_with_one_separator()
    {
        var separator = Gen.OneOf(" ", "-", ".", "/", " - ", "\u00A0", "–");
        var prefix = Gen.OneOf("06", "(06)", "+316", "+31 6", "+31(0)6", "+31 (0)6", "0031 6", "00316", "(+31) 6");
        var subscriber = Gen.Select(Gen.Int[1_000_000, 9_999_999], Gen.OneOf("1", "2", "3", "4", "5"))
            .Select((number, first) => first + number.ToString(CultureInfo.InvariantCulture));

        Gen.Select(prefix, subscriber, Gen.Bool.Array[8], separator, Typed).Sample((start, digits, breaks, sign, after) =>
        {
            var number = start + string.Concat(digits.Select((digit, i) => (breaks[i] ? sign : "") + digit));
            // A group that reads as a year can make a day of it: "(06)-24-08-2026".
            if (Regex.IsMatch(number, @"(?<!\d)(19|20)\d\d(?!\d)")) return;

            var refused = TextGuard.Check($"Bereikbaar via {number} x{after}", [], []).Where(finding => finding.Refuses);

            Assert.Contains(refused, finding => finding.Start <= 15 && finding.Start + finding.Length >= 15 + number.Length);
        }, iter: LongRun.Inputs);
    }

    [Fact]
    public void Days_and_hours_are_no_telephone_numbers()
    {
        var day = Gen.Select(Gen.DateOnly[new DateOnly(1990, 1, 1), new DateOnly(2035, 12, 31)], Gen.OneOf("d-M-yyyy", "dd-MM-yyyy", "dd/MM/yyyy", "dd.MM.yyyy", "yyyy-MM-dd", "dd MM yyyy", "d-M-yy", "dd-MM-yy", "dd/MM/yy"))
            .Select((date, format) => date.ToString(format, CultureInfo.InvariantCulture));
        var hour = Gen.Select(Gen.Int[0, 23], Gen.OneOf(0, 15, 30, 45), Gen.OneOf("{0:00}:{1:00}", "{0:00}.{1:00}", "{0}.{1:00}", "{0}:{1:00}", "{0} uur", "{0}"))
            .Select((hours, minutes, format) => string.Format(CultureInfo.InvariantCulture, format, hours, minutes));
        var span = Gen.Select(hour, Gen.OneOf("-", " - ", "–", " tot ", "/"), hour).Select((from, to, until) => from + to + until);
        var moment = Gen.OneOf(day, hour, span, Gen.Select(day, hour).Select((date, time) => $"{date} {time}"), Gen.Select(day, span).Select((date, time) => $"{date} {time}"));

        Gen.Select(moment, Gen.OneOf(", ", " en ", "; ", " (", "\n"), moment).Sample((first, and, second) =>
        {
            Assert.DoesNotContain(TextGuard.Check(first + and + second, [], []), finding => finding.Kind == TextFindingKind.PhoneNumber);
        }, iter: LongRun.Inputs);
    }

    [Fact]
    public void Composed_and_decomposed_letters_get_the_same_answer()
    {
        var text = Gen.OneOf("Zoë", "Ömer", "Joëlle", "Samíra", "é", "Aimée", " ", ". ", ", ", "van den Bérg", "belt", "06 12 34 56 78", "’s")
            .Array[0, 20].Select(string.Concat);

        text.Sample(typed =>
        {
            var composed = TextGuard.Check(typed.Normalize(NormalizationForm.FormC), Own, []);
            var decomposed = TextGuard.Check(typed.Normalize(NormalizationForm.FormD), Own, []);

            Assert.Equal(
                composed.Select(finding => (finding.Kind, finding.Word)),
                decomposed.Select(finding => (finding.Kind, finding.Word.Normalize(NormalizationForm.FormC))));
        }, iter: LongRun.Inputs);
    }

    [Fact]
    public void Accepting_every_word_that_is_asked_about_leaves_only_what_is_refused()
    {
        Typed.Sample(text =>
        {
            var first = TextGuard.Check(text, Own, []);
            var accepted = first.Where(finding => !finding.Refuses).Select(finding => finding.Word).ToList();

            Assert.Equal(first.Where(finding => finding.Refuses), TextGuard.Check(text, Own, accepted));
        }, iter: LongRun.Inputs);
    }

    [Fact]
    public void Replacing_one_finding_after_the_other_ends_with_a_text_that_passes()
    {
        Typed.Sample(text =>
        {
            for (var steps = 0; TextGuard.Check(text, Own, []) is [var finding, ..]; steps++)
            {
                Assert.True(steps < 100, text);
                text = TextGuard.Replace(text, finding);
            }
        }, iter: LongRun.Inputs);
    }

    [Theory]
    [InlineData("a@")]
    [InlineData("@")]
    [InlineData("a")]
    [InlineData("a.")]
    [InlineData("at.")]
    [InlineData("at ")]
    [InlineData("x [at] ")]
    [InlineData("1")]
    [InlineData("1 ")]
    [InlineData("0 6 ")]
    [InlineData("06-")]
    [InlineData("+31 ")]
    [InlineData("(")]
    [InlineData(" ")]
    [InlineData("\n")]
    [InlineData("9.")]
    [InlineData("9999.90.05")]
    [InlineData("24-11-2026 ")]
    [InlineData("op ")]
    [InlineData("tel nr op 1 ")]
    [InlineData("Emma ")]
    [InlineData("van den ")]
    [InlineData("Samira-")]
    [InlineData("\u200B")]
    [InlineData("\u0301")]
    [InlineData("İ")]
    [InlineData("½")]
    [InlineData("\uD83D")]
    public void Ten_times_a_long_text_is_still_read_at_once_whatever_is_in_it(string part)
    {
        // The longest text is 20,000 characters. Ten times as much makes work that grows with the square of it far too slow,
        // so that the bound says something on a busy machine too.
        var text = string.Concat(Enumerable.Repeat(part, 200_000 / part.Length));

        var watch = Stopwatch.StartNew();
        TextGuard.Check(text, Own, []);

        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5), $"{watch.Elapsed}");
    }
}
