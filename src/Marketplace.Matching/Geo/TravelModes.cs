namespace Marketplace.Matching.Geo;

/// <summary>A way to travel (matching.md §6).</summary>
/// <param name="Code">Code, such as <c>bike</c>.</param>
/// <param name="Index">Place in the table, from 0; the bit of the mode in a mask.</param>
/// <param name="KmPerHour">Speed over the road.</param>
/// <param name="FixedMinutes">Minutes that every journey takes beside the riding.</param>
/// <param name="NeedsCrossing">Over water this mode needs a crossing; the others go round it in the estimate.</param>
public sealed record TravelMode(string Code, int Index, double KmPerHour, double FixedMinutes, bool NeedsCrossing);

/// <summary>The five modes in the order of the table.</summary>
public static class TravelModes
{
    /// <summary>The same as <see cref="All"/>; a loop over an array allocates nothing.</summary>
    internal static readonly TravelMode[] Table =
    [
        new("walk", 0, 5, 0, NeedsCrossing: true),
        new("bike", 1, 15, 0, NeedsCrossing: true),
        new("ebike", 2, 20, 0, NeedsCrossing: true),
        new("transit", 3, 25, 12, NeedsCrossing: false),
        new("car", 4, 45, 5, NeedsCrossing: false),
    ];

    /// <summary>All modes, in the order of the table.</summary>
    public static IReadOnlyList<TravelMode> All => Table;

    /// <summary>The mode of a code.</summary>
    /// <exception cref="ArgumentException">The code is not a mode.</exception>
    public static TravelMode Of(string code) =>
        Array.Find(Table, m => m.Code == code) ?? throw new ArgumentException($"{code} is not a way to travel.", nameof(code));

    /// <summary>The modes as bits, by <see cref="TravelMode.Index"/>.</summary>
    internal static int MaskOf(IEnumerable<string> codes) => codes.Aggregate(0, (mask, code) => mask | 1 << Of(code).Index);
}
