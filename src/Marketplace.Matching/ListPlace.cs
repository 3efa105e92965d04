namespace Marketplace.Matching;

/// <summary>The order of a list of candidates (matching.md §8): score descending, then longest without a proposal, then code.</summary>
/// <param name="Score">0–100.</param>
/// <param name="LastProposed">Null: never, which comes before every date.</param>
/// <param name="Code">Code of the candidate.</param>
public readonly record struct ListPlace(int Score, DateOnly? LastProposed, string Code)
{
    /// <summary>The order: the first of a list is the least.</summary>
    public static IComparer<ListPlace> Order { get; } = Comparer<ListPlace>.Create((a, b) =>
        b.Score != a.Score ? b.Score.CompareTo(a.Score) : LongestWaiting(a.LastProposed, a.Code, b.LastProposed, b.Code));

    /// <summary>Longest without a proposal first, then code by character code.</summary>
    internal static int LongestWaiting(DateOnly? lastProposed, string code, DateOnly? otherLastProposed, string otherCode)
    {
        // Comparer.Default puts null before every date.
        var byDate = Comparer<DateOnly?>.Default.Compare(lastProposed, otherLastProposed);
        return byDate != 0 ? byDate : string.CompareOrdinal(code, otherCode);
    }
}
