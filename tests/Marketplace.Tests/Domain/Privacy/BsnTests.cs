using System.Text.Json;
using Marketplace.Domain.Privacy;
using Xunit;

namespace Marketplace.Tests.Domain.Privacy;

/// <summary>The published series of valid and invalid numbers, of spellings and of sentences (bsn-tests.json).</summary>
public sealed class BsnTests
{
    public static TheoryData<string> Valid => Strings("geldig_9");

    public static TheoryData<string> Invalid => Strings("ongeldig_9");

    public static TheoryData<string> Spellings => Strings("opmaak_geldig");

    public static TheoryData<string> NoBsn => Strings("lijkt_op_bsn_maar_niet");

    public static TheoryData<string, string[]> Sentences
    {
        get
        {
            var data = new TheoryData<string, string[]>();
            foreach (var row in Series("zinnen").EnumerateArray())
            {
                var hits = row.GetProperty("treffers").EnumerateArray().Select(hit => hit.GetString()!);
                data.Add(row.GetProperty("tekst").GetString()!, hits.ToArray());
            }
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Valid))]
    public void A_valid_number_passes_the_eleven_test_and_is_refused_in_a_text(string number)
    {
        Assert.True(Bsn.IsValid(number));
        Assert.Equal(number, Assert.Single(Bsns($"Het nummer is {number}.")));
        Assert.Equal(number, Assert.Single(Bsns(number)));
        Assert.Equal(number, Assert.Single(Bsns($"BSN{number}B01")));
    }

    [Theory]
    [MemberData(nameof(Valid))]
    public void A_valid_number_is_refused_in_every_notation(string number)
    {
        string[] notations =
        [
            $"{number[..4]}.{number[4..6]}.{number[6..]}", $"{number[..4]}-{number[4..6]}-{number[6..]}",
            $"{number[..3]} {number[3..6]} {number[6..]}", $"{number[..3]}.{number[3..6]}.{number[6..]}",
            $"{number[..3]}\u00A0{number[3..6]}\u00A0{number[6..]}", $"{number[..2]} {number[2..4]} {number[4..6]} {number[6..]}",
            $"{number[..3]} - {number[3..6]} - {number[6..]}", string.Join(' ', number.ToCharArray()), $"{number[..4]}\u200B{number[4..]}",
            string.Concat(number.Select(digit => (char)(digit - '0' + '０'))),
        ];

        Assert.All(notations, notation => Assert.Equal(notation, Assert.Single(Bsns($"Heeft {notation} als nummer"))));
    }

    [Theory]
    [MemberData(nameof(Invalid))]
    public void A_number_that_fails_the_eleven_test_passes(string number)
    {
        Assert.False(Bsn.IsValid(number));
        Assert.Empty(Bsns($"Het nummer is {number}."));
    }

    [Theory]
    [MemberData(nameof(Spellings))]
    public void A_spelling_of_the_series_is_refused(string text)
    {
        var digits = string.Concat(Assert.Single(Bsns(text)).Where(char.IsAsciiDigit));

        Assert.True(Bsn.IsValid(digits));
    }

    [Theory]
    [MemberData(nameof(NoBsn))]
    public void What_only_looks_like_a_bsn_passes(string text) => Assert.Empty(Bsns(text));

    [Theory]
    [MemberData(nameof(Sentences))]
    public void The_sentences_of_the_series_have_exactly_their_hits(string text, string[] hits) => Assert.Equal(hits, Bsns(text));

    [Theory]
    [InlineData("nummer 10000008", true)]
    [InlineData("nummer 10000009", false)]
    [InlineData("nummer 00000012", true)]
    [InlineData("nummer 12345672", true)]
    [InlineData("nummer 12.345.672", true)]
    [InlineData("nummer 123 45 672", true)]
    [InlineData("bsn 1234 5672", true)]
    [InlineData("jaren 1234 5672", false)]
    public void Eight_digits_are_read_with_the_leading_zero(string text, bool isRefused) => Assert.Equal(isRefused ? 1 : 0, Bsns(text).Count);

    [Theory]
    [InlineData("18-01-2024")]
    [InlineData("op 23 02 2024 gestart")]
    [InlineData("27.03.2024")]
    [InlineData("15032024")]
    [InlineData("20240119")]
    [InlineData("2024-01-20")]
    [InlineData("2015-2024")]
    [InlineData("2019 2022")]
    public void Days_and_years_that_pass_the_eleven_test_pass(string text)
    {
        Assert.True(Bsn.IsValid(string.Concat(text.Where(char.IsAsciiDigit))));
        Assert.Empty(TextGuard.Check(text, [], []));
    }

    [Theory]
    [InlineData("BSN 15032024")]
    [InlineData("bsn-nummer: 2015-2024")]
    public void Announced_as_a_bsn_they_are_refused(string text) => Assert.Single(Bsns(text));

    [Theory]
    [InlineData("")]
    [InlineData("9999900567")]
    [InlineData("9999900")]
    [InlineData("99999005６")]
    [InlineData("99999 056")]
    [InlineData("00000000")]
    public void Anything_but_eight_or_nine_digits_is_no_bsn(string digits) => Assert.False(Bsn.IsValid(digits));

    private static List<string> Bsns(string text) =>
        TextGuard.Check(text, [], []).Where(finding => finding.Kind == TextFindingKind.Bsn).Select(finding => finding.Word).ToList();

    private static TheoryData<string> Strings(string series) => new(Series(series).EnumerateArray().Select(item => item.GetString()!));

    private static JsonElement Series(string name)
    {
        using var file = File.OpenRead(Path.Combine(AppContext.BaseDirectory, "Contracts", "bsn-tests.json"));
        using var document = JsonDocument.Parse(file);
        return document.RootElement.GetProperty(name).Clone();
    }
}
