namespace Marketplace.Matching.Geo;

/// <summary>
/// Estimates travel between postcodes (matching.md §6), with the crossings that are open. The minutes are an estimate and
/// every page that shows them says so. Immutable; safe for use by several threads.
/// </summary>
public sealed class Travel
{
    private const double RoadFactor = 1.3;
    private const double ShortestKm = 1.0;

    /// <summary>
    /// What <see cref="StraightKm"/> may be beyond <see cref="Reach"/>: minutes are rounded to nine decimals before they go up to a whole one, and this
    /// is far more than that.
    /// </summary>
    internal const double MarginKm = 0.05;

    /// <summary>In minutes by mode: the mode has no way.</summary>
    internal const int Impossible = int.MaxValue;

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
    public int? Minutes(string fromPc4, string toPc4, IEnumerable<string> modes)
    {
        Span<int> byMode = stackalloc int[TravelModes.Table.Length];
        ByMode(Geography.Of(fromPc4).Index, Geography.Of(toPc4).Index, byMode);
        return Fastest(byMode, TravelModes.MaskOf(modes));
    }

    /// <summary>
    /// Whole minutes to the job or to its pick-up point, whichever is less, with the fastest of the modes (as bits); null when no
    /// mode is possible to either. The ride from the pick-up point does not count.
    /// </summary>
    internal int? Minutes(int from, CompiledJob job, int modes)
    {
        Span<int> byMode = stackalloc int[TravelModes.Table.Length];
        ByMode(from, job, byMode);
        return Fastest(byMode, modes);
    }

    /// <summary>The same for each mode by itself; <see cref="Impossible"/> where it has no way.</summary>
    internal void ByMode(int from, CompiledJob job, Span<int> minutes)
    {
        ByMode(from, job.Postcode, minutes);
        if (job.PickUp is not { } pickUp)
            return;
        Span<int> toPickUp = stackalloc int[TravelModes.Table.Length];
        ByMode(from, pickUp, toPickUp);
        for (var mode = 0; mode < minutes.Length; mode++)
            minutes[mode] = Math.Min(minutes[mode], toPickUp[mode]);
    }

    /// <summary>
    /// The straight way in km, to the job or to its pick-up point, whichever is less, with the road factor and the shortest way in it. No real way
    /// is shorter, also over water.
    /// </summary>
    internal double StraightKm(int from, CompiledJob job)
    {
        ref readonly var start = ref Geography.PointOf(from);
        var km = start.KmTo(Geography.PointOf(job.Postcode));
        return RoadKm(job.PickUp is { } pickUp ? Math.Min(km, start.KmTo(Geography.PointOf(pickUp))) : km);
    }

    /// <summary>How many km a person can go within these minutes: the farthest over the modes (as bits); below 0 when no mode gets anywhere.</summary>
    internal static double Reach(int modes, int minutes)
    {
        var farthest = -1d;
        foreach (var mode in TravelModes.Table)
        {
            if ((modes & 1 << mode.Index) != 0)
                farthest = Math.Max(farthest, (minutes - mode.FixedMinutes) * mode.KmPerHour / 60);
        }

        return farthest;
    }

    /// <summary>Whether water may lie between, so that a mode may have no way at all.</summary>
    internal bool MayBeOverWater(int from, CompiledJob job) =>
        IsOverWater(from, job.Postcode) && (job.PickUp is not { } pickUp || IsOverWater(from, pickUp));

    /// <summary>Whether the straight way to the job, or to its pick-up point, may be over water, so that the real one may be longer.</summary>
    internal bool MayBeLonger(int from, CompiledJob job) => IsOverWater(from, job.Postcode) || (job.PickUp is { } pickUp && IsOverWater(from, pickUp));

    private bool IsOverWater(int from, int to) =>
        Geography.Postcodes[from].Bank is { } bank && Geography.Postcodes[to].Bank is { } otherBank && bank != otherBank;

    /// <summary>The straight way in km between two postcodes, with the road factor and the shortest way in it.</summary>
    internal double StraightKmBetween(int from, int to) => RoadKm(Geography.PointOf(from).KmTo(Geography.PointOf(to)));

    /// <summary>The least of these minutes over the modes (as bits); null when none of them has a way.</summary>
    internal static int? Fastest(ReadOnlySpan<int> byMode, int modes)
    {
        var fastest = Impossible;
        for (var mode = 0; mode < byMode.Length; mode++)
        {
            if ((modes & 1 << mode) != 0)
                fastest = Math.Min(fastest, byMode[mode]);
        }

        return fastest == Impossible ? null : fastest;
    }

    /// <summary>Whole minutes between two postcodes for each mode by itself; <see cref="Impossible"/> where it has no way.</summary>
    internal void ByMode(int from, int to, Span<int> wholeMinutes)
    {
        var water = IsOverWater(from, to);
        var bank = Geography.Postcodes[from].Bank;
        var otherBank = Geography.Postcodes[to].Bank;
        ref readonly var start = ref Geography.PointOf(from);
        ref readonly var end = ref Geography.PointOf(to);

        Span<double> minutes = stackalloc double[TravelModes.Table.Length];
        minutes.Fill(double.PositiveInfinity);
        var direct = start.KmTo(end);
        foreach (var mode in TravelModes.Table)
        {
            if (!water || !mode.NeedsCrossing)
                minutes[mode.Index] = MinutesOf(direct, mode, extra: 0);
        }

        if (water)
        {
            foreach (var crossing in _open)
            {
                if (!crossing.Joins(bank!, otherBank!))
                    continue;
                var (near, far) = crossing.BankA == bank ? (crossing.EndA, crossing.EndB) : (crossing.EndB, crossing.EndA);
                var way = start.KmTo(near) + near.KmTo(far) + far.KmTo(end);
                foreach (var mode in TravelModes.Table)
                {
                    if (mode.NeedsCrossing)
                        minutes[mode.Index] = Math.Min(minutes[mode.Index], MinutesOf(way, mode, crossing.ExtraMinutes));
                }
            }
        }

        foreach (var mode in TravelModes.Table)
        {
            // Nine decimals first, so that noise in the last bits of a double never costs a minute.
            var fastest = minutes[mode.Index];
            wholeMinutes[mode.Index] = double.IsPositiveInfinity(fastest) ? Impossible : (int)Math.Ceiling(Math.Round(fastest, 9));
        }
    }

    private static double MinutesOf(double distance, TravelMode mode, double extra) =>
        RoadKm(distance) / mode.KmPerHour * 60 + (mode.FixedMinutes + extra);

    private static double RoadKm(double distance) => Math.Max(distance * RoadFactor, ShortestKm);
}
