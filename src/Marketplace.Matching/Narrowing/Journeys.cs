using System.Numerics;
using System.Runtime.CompilerServices;
using Marketplace.Matching.Geo;

namespace Marketplace.Matching.Narrowing;

/// <summary>Whole minutes to one job for each set of modes. People of one postcode that come after each other share one estimate.</summary>
/// <param name="travel">The estimate.</param>
/// <param name="job">Where to.</param>
internal sealed class Journeys(Travel travel, CompiledJob job)
{
    private BySet _minutes;
    private int _from = -1;

    /// <summary>Minutes with the fastest of these modes (as bits); <see cref="Travel.Impossible"/> when none of them has a way.</summary>
    internal int Minutes(int from, int modes)
    {
        if (from != _from)
            SetOff(from);
        return _minutes[modes];
    }

    private void SetOff(int from)
    {
        Span<int> byMode = stackalloc int[TravelModes.Table.Length];
        travel.ByMode(from, job, byMode);
        _minutes[0] = Travel.Impossible;
        for (var modes = 1; modes < BySet.Count; modes++)
            _minutes[modes] = Math.Min(_minutes[modes & modes - 1], byMode[BitOperations.TrailingZeroCount(modes)]);
        _from = from;
    }

    /// <summary>One number for each set of the five modes.</summary>
    [InlineArray(Count)]
    private struct BySet
    {
        internal const int Count = 32;

        private int _first;
    }
}
