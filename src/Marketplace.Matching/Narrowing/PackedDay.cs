namespace Marketplace.Matching.Narrowing;

/// <summary>A day in two bytes: 1 is 1 January 2000, the last is in 2179; 0 is no day.</summary>
internal static class PackedDay
{
    private static readonly int Zero = new DateOnly(2000, 1, 1).DayNumber - 1;

    /// <summary>Whether the day fits.</summary>
    internal static bool TryPack(DateOnly? day, out ushort packed)
    {
        packed = day is null ? (ushort)0 : Nearest(day.Value);
        return Unpack(packed) == day;
    }

    /// <summary>The day, or the nearest one that fits.</summary>
    internal static ushort Nearest(DateOnly day) => (ushort)Math.Clamp(day.DayNumber - Zero, 1, ushort.MaxValue);

    internal static DateOnly? Unpack(ushort packed) => packed == 0 ? null : DateOnly.FromDayNumber(packed + Zero);
}
