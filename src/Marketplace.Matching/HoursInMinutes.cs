namespace Marketplace.Matching;

/// <summary>Hours are quarters, so a calculation in whole minutes is exact (matching.md §5).</summary>
internal static class HoursInMinutes
{
    /// <exception cref="ArgumentOutOfRangeException">The hours are not whole minutes, or not 0–168.</exception>
    internal static int Of(decimal hours)
    {
        var minutes = hours * 60;
        if (minutes != decimal.Truncate(minutes) || minutes is < 0 or > 168 * 60)
            throw new ArgumentOutOfRangeException(nameof(hours), hours, "Hours a week are quarters of an hour.");
        return (int)minutes;
    }

    /// <summary>Hours with two decimals; halves do not occur.</summary>
    internal static decimal ToHours(int minutes) => Math.Round(minutes / 60m, 2);
}
