using Marketplace.Matching.Geo;
using Marketplace.Matching.Narrowing;

namespace Marketplace.Matching.Elasticsearch;

/// <summary>Postcodes at about the same distance of a job.</summary>
/// <param name="Postcodes">Four digits each.</param>
/// <param name="Least">With less <see cref="TravelRings.Reach">reach</see> nobody from here comes in time.</param>
/// <param name="Surely">With this reach everybody from here comes in time; null: there is water between, so that is not known.</param>
internal sealed record TravelRing(IReadOnlyList<string> Postcodes, int Least, int? Surely);

/// <summary>
/// Travel to a job as numbers that can be compared: how far a person comes (reach) and how far a postcode lies (need), both in twelfths of a km.
/// At most 24 rings, because some servers take no more than 1,024 conditions.
/// </summary>
internal sealed class TravelRings
{
    private const int PerKm = 12;
    private const int LandRings = 22;

    /// <summary>Farther postcodes are not named: only long journeys by car come from there.</summary>
    private const int Farthest = 80 * PerKm;

    private TravelRings(IReadOnlyList<TravelRing> rings, IReadOnlyList<string> noWay)
    {
        Rings = rings;
        NoWay = noWay;
    }

    internal IReadOnlyList<TravelRing> Rings { get; }

    /// <summary>Nobody from a postcode that is in no ring comes in time with less reach.</summary>
    internal static int LeastBeyond => Farthest - PerKm;

    /// <summary>Postcodes from which walking and cycling have no way at all, because every crossing is closed.</summary>
    internal IReadOnlyList<string> NoWay { get; }

    /// <summary>How far a person comes within these minutes, never too little; −1: nowhere.</summary>
    /// <param name="modes">Ways to travel as bits.</param>
    /// <param name="minutes">The longest journey.</param>
    internal static short Reach(int modes, int minutes) =>
        (short)Math.Clamp(Math.Ceiling(PerKm * Travel.Reach(modes, minutes) - 1e-6), -1, short.MaxValue);

    /// <summary>The rings around a job and its pick-up point.</summary>
    internal static TravelRings Around(Travel travel, CompiledJob job)
    {
        var postcodes = travel.Geography.Postcodes;
        var byRing = new List<(string Code, double Need)>?[LandRings];
        var (water, noWay) = (new List<(string Code, double Need)>(), new List<string>());
        var journeys = new Journeys(travel, job);
        for (var from = 0; from < postcodes.Count; from++)
        {
            var need = PerKm * travel.StraightKm(from, job);
            if (travel.MayBeLonger(from, job))
            {
                water.Add((postcodes[from].Code, need));
                if (journeys.Minutes(from, OnFoot) == Travel.Impossible)
                    noWay.Add(postcodes[from].Code);
            }
            else if (need < Farthest)
            {
                (byRing[RingOf(need)] ??= []).Add((postcodes[from].Code, need));
            }
        }

        var rings = byRing.OfType<List<(string Code, double Need)>>().Select(r => Ring(r, isLand: true)).ToList();
        if (water.Count > 0)
            rings.Add(Ring(water, isLand: false));
        return new TravelRings(rings, noWay);
    }

    private static int OnFoot => 1 << TravelModes.Table[0].Index;

    /// <summary>Rings are narrow near the job, where most of a journey's people live, and wide far away.</summary>
    private static int RingOf(double need) => Math.Min(LandRings - 1, (int)(LandRings * Math.Pow(need / Farthest, 0.75)));

    private static TravelRing Ring(List<(string Code, double Need)> postcodes, bool isLand)
    {
        // The reach of a person may have been rounded up by almost one.
        var (least, most) = (postcodes.Min(p => p.Need), postcodes.Max(p => p.Need));
        return new TravelRing(
            [.. postcodes.Select(p => p.Code)],
            (int)Math.Ceiling(least - PerKm * Travel.MarginKm),
            isLand ? (int)Math.Ceiling(most + 1e-6) + 1 : null);
    }
}
