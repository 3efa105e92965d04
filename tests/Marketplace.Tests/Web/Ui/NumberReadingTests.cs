using System.Globalization;
using CsCheck;
using Marketplace.Web.Ui;
using Xunit;

namespace Marketplace.Tests.Web.Ui;

public class NumberReadingTests
{
    private static readonly CultureInfo Dutch = CultureInfo.GetCultureInfo("nl-NL");
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-US");

    [Theory]
    [InlineData("12,5", "12.5")]
    [InlineData("12.5", "12.5")]
    [InlineData(" 12,50 ", "12.5")]
    [InlineData("\u00a016\u00a0", "16")]
    [InlineData("1000", "1000")]
    [InlineData("1.000,5", "1000.5")]
    [InlineData("1,000.5", "1000.5")]
    [InlineData("1.000.000", "1000000")]
    [InlineData("12345.678", "12345.678")]
    [InlineData("0,125", "0.125")]
    [InlineData("0.125", "0.125")]
    [InlineData(",5", "0.5")]
    [InlineData("-3,25", "-3.25")]
    [InlineData("−3,25", "-3.25")]
    public void A_number_with_one_meaning_is_read(string text, string expected) =>
        Assert.Equal((decimal.Parse(expected, CultureInfo.InvariantCulture), null), NumberReading.Read(text));

    [Theory]
    [InlineData("1.000")]
    [InlineData("1,000")]
    [InlineData("12.500")]
    [InlineData("-999,999")]
    public void A_number_with_two_meanings_is_refused(string text) =>
        Assert.Equal(UiWords.AmbiguousNumber, NumberReading.Read(text).Error);

    [Theory]
    [InlineData("")]
    [InlineData("zestien")]
    [InlineData("12 5")]
    [InlineData("1.00.000")]
    [InlineData("12,5,5")]
    [InlineData("1.000,000,5")]
    [InlineData("5,")]
    [InlineData(".")]
    [InlineData("-")]
    [InlineData("1e3")]
    [InlineData("€ 5")]
    [InlineData("٣")]
    [InlineData("12,5\n.")]
    public void What_is_no_number_is_refused(string text) => Assert.Equal(UiWords.NotANumber, NumberReading.Read(text).Error);

    [Fact]
    public void A_number_beyond_decimal_is_too_large() => Assert.Equal(UiWords.NumberTooLarge, NumberReading.Read(new string('9', 40)).Error);

    [Theory]
    [InlineData("45", 45, null)]
    [InlineData("45,0", 45, null)]
    [InlineData("12,5", 0, UiWords.NotAWholeNumber)]
    [InlineData("veel", 0, UiWords.NotAWholeNumber)]
    [InlineData("1.000", 0, UiWords.AmbiguousNumber)]
    [InlineData("2147483647", int.MaxValue, null)]
    [InlineData("2147483648", 0, UiWords.NumberTooLarge)]
    public void A_whole_number_has_no_part_behind_the_comma(string text, int expected, string? error) =>
        Assert.Equal((expected, error), NumberReading.ReadWhole(text));

    [Fact]
    public void Comma_and_point_are_the_same_number_for_every_value_with_up_to_two_decimals() =>
        Gen.Select(Gen.Int[-10_000_000, 10_000_000], Gen.Int[0, 2]).Sample((units, decimals) =>
        {
            var value = units / (decimal)Math.Pow(10, decimals);
            var point = value.ToString("F" + decimals, CultureInfo.InvariantCulture);

            Assert.Equal((value, null), NumberReading.Read(point));
            Assert.Equal((value, null), NumberReading.Read(point.Replace('.', ',')));
        });

    [Fact]
    public void What_the_screen_writes_is_read_back_as_the_same_number() =>
        Gen.Int[-1_000_000_000, 1_000_000_000].Sample(cents =>
        {
            var value = cents / 100m;

            Assert.Equal((value, null), NumberReading.Read(value.ToString("0.##########", Dutch)));
            Assert.Equal((value, null), NumberReading.Read(value.ToString("N2", Dutch)));
        });

    // Whatever is typed: a value comes out only when no other reading, Dutch or English, gives another value.
    [Fact]
    public void No_text_is_ever_read_as_one_of_two_possible_numbers() =>
        Gen.String[Gen.Char["0123456789.,-"], 1, 9].Sample(text =>
        {
            var (value, error) = NumberReading.Read(text);
            var readings = new[] { Dutch, English }.Select(culture => Strictly(text, culture)).OfType<decimal>().Distinct().ToList();

            if (error is null)
            {
                Assert.Equal([value], readings);
            }
            else
            {
                Assert.NotEqual(1, readings.Count);
            }
        });

    /// <summary>
    /// The value of a text in one notation, by another way than the product: it is a number there when writing the value in
    /// that notation, with or without groups, gives the same text back.
    /// </summary>
    private static decimal? Strictly(string text, CultureInfo culture)
    {
        if (!decimal.TryParse(text, NumberStyles.Number & ~NumberStyles.AllowTrailingSign, culture, out var value))
        {
            return null;
        }

        var separator = culture.NumberFormat.NumberDecimalSeparator;
        var at = text.IndexOf(separator, StringComparison.Ordinal);
        var decimals = at < 0 ? 0 : text.Length - at - separator.Length;
        if (at == text.Length - 1)
        {
            return null;
        }

        var digits = text.TrimStart('-');
        var plain = Math.Abs(value).ToString("F" + decimals, culture);
        var grouped = Math.Abs(value).ToString("N" + decimals, culture);
        var noGroups = !digits.Contains(culture.NumberFormat.NumberGroupSeparator, StringComparison.Ordinal);
        return noGroups && digits.TrimStart('0') == plain.TrimStart('0') || digits == grouped ? value : null;
    }
}
