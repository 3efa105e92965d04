using System.Numerics;
using Marketplace.Domain.Vocabulary;

namespace Marketplace.Matching;

/// <summary>Masks of the 32 dimensions: bit i is the dimension at place i of the list.</summary>
internal static class DimensionMask
{
    /// <summary>A2, B12 and D1.</summary>
    internal static readonly uint Hard = Of(Dimensions.All.Where(d => d.IsHard));

    internal static uint Of(IEnumerable<Dimension> dimensions) => dimensions.Aggregate(0u, (mask, d) => mask | 1u << d.Index);

    /// <summary>The dimensions of a mask, in order of the list.</summary>
    internal static IEnumerable<Dimension> In(uint mask)
    {
        for (; mask != 0; mask &= mask - 1)
            yield return Dimensions.All[BitOperations.TrailingZeroCount(mask)];
    }

    internal static List<string> Codes(uint mask) => [.. In(mask).Select(d => d.Code)];

    /// <summary>How much these dimensions weigh together.</summary>
    internal static int Weight(uint mask) =>
        BitOperations.PopCount(mask) + (Weights.HardDimension - 1) * BitOperations.PopCount(mask & Hard);
}
