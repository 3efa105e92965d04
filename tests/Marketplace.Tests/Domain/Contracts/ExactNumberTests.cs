using System.Globalization;
using System.Text.Json;
using CsCheck;
using Marketplace.Domain.Contracts;
using Xunit;

namespace Marketplace.Tests.Domain.Contracts;

public class ExactNumberTests
{
    [Theory]
    [InlineData("12", "12")]
    [InlineData("12.0", "12")]
    [InlineData("1.2e1", "12")]
    [InlineData("2.4E+1", "24")]
    [InlineData("25E-2", "0.25")]
    [InlineData("-0.5", "-0.5")]
    [InlineData("0e5", "0")]
    [InlineData("0.000e999999999999999999999", "0")]
    [InlineData("-0", "0")]
    [InlineData("9999999999999999999999999999", "9999999999999999999999999999")]
    [InlineData("0.0000000000000000000000000001", "0.0000000000000000000000000001")]
    [InlineData("10000000000000000000000000000e-28", "1")]
    public void A_number_is_read_exactly(string text, string expected)
    {
        var number = Read(text);
        Assert.True(number.IsExact);
        Assert.Equal(decimal.Parse(expected, CultureInfo.InvariantCulture), number.Value);
    }

    [Theory]
    [InlineData("60.00000000000000000000000000000000000001", 60, 1)]
    [InlineData("59.99999999999999999999999999999999999999", 60, -1)]
    [InlineData("1e-400", 0, 1)]
    [InlineData("-1e-999999999999999999", 0, -1)]
    [InlineData("1e999999999999999999999", 500, 1)]
    [InlineData("-1e400", 0, -1)]
    [InlineData("0.1e30", 500, 1)]
    public void A_number_with_too_many_digits_stays_on_its_own_side(string text, int bound, int side)
    {
        var number = Read(text);
        Assert.False(number.IsExact);
        Assert.Equal(side, number.Value.CompareTo(bound));
    }

    [Fact]
    public void The_same_number_reads_the_same_however_it_is_written() =>
        Gen.Select(Gen.Int[-1_000_000, 1_000_000], Gen.Int[0, 12], Gen.Int[-9, 9]).Sample((whole, decimals, shift) =>
        {
            var plain = new decimal(Math.Abs(whole), 0, 0, whole < 0, (byte)decimals);
            var shifted = shift >= 0 ? plain * Power(shift) : plain / Power(-shift);
            var text = shifted.ToString(CultureInfo.InvariantCulture) + "e" + (-shift).ToString(CultureInfo.InvariantCulture);
            return Read(text) == new ExactNumber(plain, true);
        });

    [Fact]
    public void A_million_digits_take_no_time()
    {
        var watch = System.Diagnostics.Stopwatch.StartNew();
        Assert.False(Read("0." + new string('3', 1_000_000) + "e-5").IsExact);
        Assert.True(Read("1" + new string('0', 1_000_000) + "e-1000000").IsExact);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5));
    }

    private static decimal Power(int exponent) => exponent == 0 ? 1 : 10 * Power(exponent - 1);

    private static ExactNumber Read(string text)
    {
        using var document = JsonDocument.Parse(text);
        return ExactNumber.Of(document.RootElement);
    }
}
