using System.Numerics;
using Marketplace.Domain.Vocabulary;

namespace Marketplace.Matching;

/// <summary>Sets of measures as bits, by their place in the table (matching.md §3).</summary>
internal static class MeasureSets
{
    private static readonly uint[] RaisedBy = [.. Measures.All.Select(m => DimensionMask.Of(m.Raises))];

    private static readonly Dictionary<string, int> Places = Measures.All.Index().ToDictionary(m => m.Item.Code, m => m.Index, StringComparer.Ordinal);

    /// <exception cref="ArgumentException">A code is not a measure.</exception>
    internal static int Of(IEnumerable<string> codes) => codes.Aggregate(0, (set, code) => Places.TryGetValue(code, out var place)
        ? set | 1 << place
        : throw new ArgumentException($"{code} is not a measure.", nameof(codes)));

    /// <summary>The dimensions that at least one measure of the set raises.</summary>
    internal static uint Raises(int set)
    {
        var raised = 0u;
        for (; set != 0; set &= set - 1)
            raised |= RaisedBy[BitOperations.TrailingZeroCount(set)];
        return raised;
    }

    /// <summary>The measures of a set, in order of the table.</summary>
    internal static IEnumerable<Measure> In(int set)
    {
        for (; set != 0; set &= set - 1)
            yield return Measures.All[BitOperations.TrailingZeroCount(set)];
    }

    /// <summary>
    /// The smallest set of available measures that raises all these dimensions; of equally small sets the one whose first code
    /// comes earliest in the table, then the second, and so on.
    /// </summary>
    /// <param name="dimensions">What must be raised; the available measures together raise all of it.</param>
    /// <param name="available">The set to choose from.</param>
    internal static int Smallest(uint dimensions, int available)
    {
        if (dimensions == 0)
            return 0;
        for (var size = 1; size <= BitOperations.PopCount((uint)available); size++)
        {
            if (First(dimensions, available, size) is { } found)
                return found;
        }

        throw new ArgumentException("The available measures do not raise all these dimensions.", nameof(available));
    }

    /// <summary>The first set of this size in order of the table. A measure that adds nothing is in no smallest set.</summary>
    private static int? First(uint dimensions, int available, int size)
    {
        for (; available != 0; available &= available - 1)
        {
            var place = BitOperations.TrailingZeroCount(available);
            if ((RaisedBy[place] & dimensions) == 0)
                continue;
            var left = dimensions & ~RaisedBy[place];
            if (left == 0)
                return 1 << place;
            if (size > 1 && First(left, available & available - 1, size - 1) is { } rest)
                return 1 << place | rest;
        }

        return null;
    }
}
