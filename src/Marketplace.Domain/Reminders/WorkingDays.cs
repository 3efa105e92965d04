namespace Marketplace.Domain.Reminders;

/// <summary>
/// Days on which a reminder may be sent in the Netherlands: all days but Saturdays, Sundays and general holidays. Good
/// Friday is a working day, and so is 5 May in years that do not divide by 5. This calendar is about sending only; it
/// never moves a legal date.
/// </summary>
public static class WorkingDays
{
    /// <summary>Whether a reminder may be sent on this day.</summary>
    public static bool IsWorkingDay(DateOnly day) =>
        day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !IsHoliday(day);

    /// <summary>The day itself, or the last working day before it.</summary>
    public static DateOnly OnOrBefore(DateOnly day)
    {
        while (!IsWorkingDay(day))
        {
            day = day.AddDays(-1);
        }

        return day;
    }

    /// <summary>The day itself, or the first working day after it.</summary>
    public static DateOnly OnOrAfter(DateOnly day)
    {
        while (!IsWorkingDay(day))
        {
            day = day.AddDays(1);
        }

        return day;
    }

    /// <summary>The day that lies this many working days later: 1 is the next working day.</summary>
    /// <param name="day">The day to count from; it does not count itself.</param>
    /// <param name="count">How many working days, at least 1.</param>
    public static DateOnly After(DateOnly day, int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        for (; count > 0; count--)
        {
            day = OnOrAfter(day.AddDays(1));
        }

        return day;
    }

    private static bool IsHoliday(DateOnly day)
    {
        if ((day.Month, day.Day) is (1, 1) or (12, 25) or (12, 26))
        {
            return true;
        }

        var kingsDay = new DateOnly(day.Year, 4, 27);
        if (day == (kingsDay.DayOfWeek == DayOfWeek.Sunday ? kingsDay.AddDays(-1) : kingsDay))
        {
            return true;
        }

        if (day.Year % 5 == 0 && (day.Month, day.Day) is (5, 5)) // Liberation Day
        {
            return true;
        }

        var afterEaster = day.DayNumber - EasterSunday(day.Year).DayNumber;
        return afterEaster is 1 or 39 or 50; // Easter Monday, Ascension Day, Whit Monday
    }

    /// <summary>Easter of the Gregorian calendar: the Sunday after the first full moon of spring, by its cycle of 19 years.</summary>
    private static DateOnly EasterSunday(int year)
    {
        var century = year / 100;
        var goldenYear = year % 19;
        var moonCorrection = century - (century / 4) - (((8 * century) + 13) / 25);
        var epact = ((19 * goldenYear) + moonCorrection + 15) % 30;
        if (epact == 29 || (epact == 28 && goldenYear > 10))
        {
            epact--;
        }

        var fullMoon = new DateOnly(year, 3, 21).AddDays(epact);
        return fullMoon.AddDays(7 - (int)fullMoon.DayOfWeek);
    }
}
