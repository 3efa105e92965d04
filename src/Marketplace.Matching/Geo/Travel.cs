namespace Marketplace.Matching.Geo;

/// <summary>
/// Estimates travel between postcodes (matching.md §6), with the crossings that are open. The minutes are an estimate and
/// every page that shows them says so. Immutable; safe for use by several threads.
/// </summary>
public sealed class Travel
{
    private const double RoadFactor = 1.3;
    private const double ShortestKm = 1.0;

    private readonly Crossing[] _open;

    /// <summary>Travel over a geography in which some crossings cannot be used.</summary>
    /// <param name="geography">Postcodes, banks and crossings.</param>
    /// <param name="closedCrossings">
    /// Names of crossings that do not exist here. Only the named row closes: whoever closes a bridge also names the rows of
    /// two crossings that use it.
    /// </param>
    /// <exception cref="ArgumentException">A name is not that of a crossing.</exception>
    public Travel(Geography geography, IEnumerable<string>? closedCrossings = null)
    {
        ArgumentNullException.ThrowIfNull(geography);
        var closed = (closedCrossings ?? []).ToHashSet(StringComparer.Ordinal);
        if (closed.FirstOrDefault(name => !geography.HasCrossing(name)) is { } unknown)
            throw new ArgumentException($"{unknown} is not a crossing.", nameof(closedCrossings));
        Geography = geography;
        _open = [.. geography.Crossings.Where(c => !closed.Contains(c.Name))];
    }

    /// <summary>The geography of this estimate.</summary>
    public Geography Geography { get; }

    /// <summary>Whole minutes one way with the fastest of the modes; null when none of them is possible for this pair.</summary>
    /// <exception cref="ArgumentException">A postcode or a mode is not known.</exception>
    public int? Minutes(string fromPc4, string toPc4, IEnumerable<string> modes) =>
        Minutes(Geography.Of(fromPc4).Index, Geography.Of(toPc4).Index, TravelModes.MaskOf(modes));

    /// <summary>The same, by place in the list of postcodes and with modes as bits.</summary>
    internal int? Minutes(int from, int to, int modes)
    {
        var bank = Geography.Postcodes[from].Bank;
        var otherBank = Geography.Postcodes[to].Bank;
        var water = bank is not null && otherBank is not null && bank != otherBank;
        ref readonly var start = ref Geography.PointOf(from);
        ref readonly var end = ref Geography.PointOf(to);
        var direct = start.KmTo(end);

        int? fastest = null;
        foreach (var mode in TravelModes.Table)
        {
            if ((modes & 1 << mode.Index) == 0)
                continue;
            var minutes = double.PositiveInfinity;
            if (!water || !mode.NeedsCrossing)
            {
                minutes = MinutesOf(direct, mode, extra: 0);
            }
            else
            {
                foreach (var crossing in _open)
                {
                    if (!crossing.Joins(bank!, otherBank!))
                        continue;
                    var (near, far) = crossing.BankA == bank ? (crossing.EndA, crossing.EndB) : (crossing.EndB, crossing.EndA);
                    var way = start.KmTo(near) + near.KmTo(far) + far.KmTo(end);
                    minutes = Math.Min(minutes, MinutesOf(way, mode, crossing.ExtraMinutes));
                }
            }

            // Nine decimals first, so that noise in the last bits of a double never costs a minute.
            if (!double.IsPositiveInfinity(minutes))
            {
                var whole = (int)Math.Ceiling(Math.Round(minutes, 9));
                fastest = fastest is null ? whole : Math.Min(fastest.Value, whole);
            }
        }

        return fastest;
    }

    private static double MinutesOf(double distance, TravelMode mode, double extra)
    {
        var km = Math.Max(distance * RoadFactor, ShortestKm);
        return km / mode.KmPerHour * 60 + (mode.FixedMinutes + extra);
    }
}
