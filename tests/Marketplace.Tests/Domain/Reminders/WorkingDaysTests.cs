using System.Globalization;
using CsCheck;
using Marketplace.Domain.Reminders;
using Xunit;

namespace Marketplace.Tests.Domain.Reminders;

public class WorkingDaysTests
{
    [Theory]
    [InlineData("2026-01-01", "New Year")]
    [InlineData("2027-03-29", "Easter Monday")]
    [InlineData("2026-04-06", "Easter Monday")]
    [InlineData("2024-04-01", "Easter Monday")]
    [InlineData("2038-04-26", "Easter Monday at its latest")]
    [InlineData("2285-03-23", "Easter Monday at its earliest")]
    [InlineData("2027-04-27", "King's Day")]
    [InlineData("2025-04-26", "King's Day on a Saturday, because the 27th is a Sunday")]
    [InlineData("2027-05-06", "Ascension Day")]
    [InlineData("2027-05-17", "Whit Monday")]
    [InlineData("2025-05-05", "Liberation Day, once in five years")]
    [InlineData("2029-12-26", "second Christmas Day")]
    [InlineData("2026-11-21", "Saturday")]
    public void A_holiday_is_no_working_day(string day, string why) =>
        Assert.False(WorkingDays.IsWorkingDay(Date(day)), why);

    [Theory]
    [InlineData("2026-04-03", "Good Friday")]
    [InlineData("2026-05-05", "5 May in a year that does not divide by 5")]
    [InlineData("2025-04-28", "the day after a Sunday the 27th")]
    [InlineData("2026-12-24", "the day before Christmas")]
    [InlineData("2026-12-31", "the last day of the year")]
    public void Other_weekdays_are_working_days(string day, string why) =>
        Assert.True(WorkingDays.IsWorkingDay(Date(day)), why);

    [Fact]
    public void Moving_ends_on_the_nearest_working_day() =>
        Gen.Int[new DateOnly(1900, 1, 1).DayNumber, new DateOnly(2150, 1, 1).DayNumber].Select(DateOnly.FromDayNumber).Sample(day =>
        {
            var before = WorkingDays.OnOrBefore(day);
            var after = WorkingDays.OnOrAfter(day);
            Assert.True(before <= day && day <= after);
            Assert.True(WorkingDays.IsWorkingDay(before) && WorkingDays.IsWorkingDay(after));
            for (var between = before.AddDays(1); between < after; between = between.AddDays(1))
            {
                Assert.False(WorkingDays.IsWorkingDay(between) && between != day);
            }

            Assert.True(after.DayNumber - before.DayNumber <= 6);
        });

    private static DateOnly Date(string day) => DateOnly.Parse(day, CultureInfo.InvariantCulture);
}
