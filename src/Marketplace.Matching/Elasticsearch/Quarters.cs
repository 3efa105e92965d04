using Marketplace.Domain.Vocabulary;

namespace Marketplace.Matching.Elasticsearch;

/// <summary>Minutes as the indices count them.</summary>
internal static class Quarters
{
    private const int Minutes = 15;
    private const int DaypartMinutes = Dayparts.Hours * 60;

    /// <summary>Quarters of an hour, rounded down: what a person or job can give at most.</summary>
    internal static short Of(int minutes) => (short)Math.Floor(minutes / (double)Minutes);

    /// <summary>Quarters of an hour, rounded up: what somebody needs at least.</summary>
    internal static short AtLeast(int minutes) => (short)Math.Ceiling(minutes / (double)Minutes);

    /// <summary>Parts of day that these minutes need.</summary>
    internal static int PartsFor(int minutes) => (minutes + DaypartMinutes - 1) / DaypartMinutes;
}
