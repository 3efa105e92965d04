using Marketplace.Web.Ui;
using Xunit;

namespace Marketplace.Tests.Web.Ui;

public class DateModelBinderTests
{
    [Theory]
    [InlineData("5", "12", "2026")]
    [InlineData("05", "12", "2026")]
    [InlineData("5", "december", "2026")]
    [InlineData("5", "Dec.", "2026")]
    public void A_date_may_be_written_in_figures_or_with_the_name_of_the_month(string day, string month, string year) =>
        Assert.Equal((new DateOnly(2026, 12, 5), null), DateModelBinder.Read(day, month, year));

    [Theory]
    [InlineData("mrt", 3)]
    [InlineData("maa", 3)]
    [InlineData("mei", 5)]
    [InlineData("aug", 8)]
    public void Short_names_of_months_are_known(string month, int expected) =>
        Assert.Equal((new DateOnly(2026, expected, 1), null), DateModelBinder.Read("1", month, "2026"));

    [Theory]
    [InlineData("31", "2", "2026")]
    [InlineData("29", "2", "2027")]
    [InlineData("0", "1", "2026")]
    [InlineData("1", "13", "2026")]
    [InlineData("1", "ja", "2026")]
    [InlineData("een", "1", "2026")]
    [InlineData("1", "1", "1899")]
    [InlineData("1", "1", "jaar")]
    [InlineData("-1", "1", "2026")]
    public void A_day_that_does_not_exist_is_refused(string day, string month, string year) =>
        Assert.Equal(UiWords.NotADate, DateModelBinder.Read(day, month, year).Error);

    [Fact]
    public void The_twenty_ninth_of_February_exists_in_a_leap_year() =>
        Assert.Equal((new DateOnly(2028, 2, 29), null), DateModelBinder.Read("29", "2", "2028"));

    [Theory]
    [InlineData("", "12", "2026", "Vul ook de dag in.")]
    [InlineData("5", "", "2026", "Vul ook de maand in.")]
    [InlineData("5", "12", "", "Vul ook het jaar in.")]
    [InlineData("5", "12", "26", UiWords.YearInFourDigits)]
    public void The_error_says_what_is_missing(string day, string month, string year, string error) =>
        Assert.Equal(error, DateModelBinder.Read(day, month, year).Error);
}
