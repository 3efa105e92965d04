using System.Globalization;
using Marketplace.Domain.Shared;

namespace Marketplace.Web.Texts;

/// <summary>Days as people read them.</summary>
public static class DutchDays
{
    private static readonly CultureInfo Dutch = CultureInfo.GetCultureInfo("nl-NL");

    /// <summary>"24 november 2026".</summary>
    public static string Day(DateOnly day) => day.ToString("d MMMM yyyy", Dutch);

    /// <summary>"24 november", with the year when it is another one than today's.</summary>
    public static string Day(DateOnly day, DateOnly today) => day.ToString(day.Year == today.Year ? "d MMMM" : "d MMMM yyyy", Dutch);

    /// <summary>"dinsdag 24 november".</summary>
    public static string WeekDay(DateOnly day) => day.ToString("dddd d MMMM", Dutch);

    /// <summary>"24 november 2026, 10.42 uur", from UTC.</summary>
    public static string Moment(DateTime utc) => DutchCalendar.Local(utc).ToString("d MMMM yyyy, H.mm 'uur'", Dutch);

    /// <summary>"1 dag", "4 dagen".</summary>
    public static string Days(int count) => count == 1 ? "1 dag" : $"{count} dagen";
}
