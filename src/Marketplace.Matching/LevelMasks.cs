using Marketplace.Domain.Vocabulary;

namespace Marketplace.Matching;

/// <summary>Levels as one mask of 32 dimensions for each level 0–3; a dimension that is in none of them is absent.</summary>
internal readonly record struct LevelMasks(uint At0, uint At1, uint At2, uint At3)
{
    /// <summary>Dimensions with a level.</summary>
    internal uint Known => At0 | At1 | At2 | At3;

    internal static LevelMasks Of(Levels levels)
    {
        Span<uint> at = stackalloc uint[4];
        for (var i = 0; i < Dimensions.Count; i++)
        {
            if (levels[i] is { } level)
                at[level] |= 1u << i;
        }

        return new LevelMasks(at[0], at[1], at[2], at[3]);
    }

    /// <summary>The level of a dimension that is known.</summary>
    internal int LevelAt(int index)
    {
        var bit = 1u << index;
        return (At3 & bit) != 0 ? 3 : (At2 & bit) != 0 ? 2 : (At1 & bit) != 0 ? 1 : 0;
    }
}
