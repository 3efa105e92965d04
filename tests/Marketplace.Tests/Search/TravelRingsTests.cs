using Marketplace.Matching;
using Marketplace.Matching.Elasticsearch;
using Marketplace.Matching.Geo;
using Marketplace.Testing.Matching;
using Xunit;

namespace Marketplace.Tests.Search;

/// <summary>Rings against the estimate of travel itself, also around pick-up points on the other side of the water.</summary>
public sealed class TravelRingsTests
{
    private static readonly string[] Pc4s = ["3311", "3331", "3361", "3351", "2951"];

    public static TheoryData<int> Closed => [0, 4, int.MaxValue];

    [Theory]
    [MemberData(nameof(Closed))]
    public void With_less_reach_nobody_comes_in_time_and_with_enough_everybody(int closed)
    {
        var engine = new MatchEngine(new Travel(Geography.Netherlands, Geography.Netherlands.Crossings.Select(c => c.Name).Take(closed)));
        var some = new Population(51).Jobs(2).Select(j => j.Job!.Job).ToList();
        var water = from pc4 in Pc4s
                    from pickUp in Pc4s.Append(null)
                    select some[0] with { Pc4 = pc4, PickUpPc4 = pickUp };

        foreach (var job in some.Concat(water).Select(engine.Compile))
        {
            var rings = TravelRings.Around(engine.Travel, job);
            Assert.InRange(rings.Rings.Count, 1, 23);
            foreach (var ring in rings.Rings)
            {
                foreach (var pc4 in ring.Postcodes)
                    AssertRight(engine, job, ring, engine.Travel.Geography.Of(pc4).Index);
            }

            var named = rings.Rings.SelectMany(r => r.Postcodes).ToList();
            Assert.Equal(named.Count, named.Distinct().Count());
            var beyond = engine.Travel.Geography.Postcodes.Where(p => engine.Travel.StraightKm(p.Index, job) * 12 < TravelRings.LeastBeyond).Select(p => p.Code);
            Assert.Empty(beyond.Except(named));
            Assert.Equal(
                engine.Travel.Geography.Postcodes.Where(p => engine.Travel.Minutes(p.Index, job, modes: 1) is null).Select(p => p.Code), rings.NoWay);
        }
    }

    private static void AssertRight(MatchEngine engine, CompiledJob job, TravelRing ring, int from)
    {
        foreach (var mode in TravelModes.All)
        {
            var minutes = engine.Travel.Minutes(from, job, 1 << mode.Index) ?? Travel.Impossible;

            // Around the very minute on which it turns, and the longest journey that there is.
            for (var longest = Math.Min(minutes, 240) - 2; longest <= Math.Min(minutes, 240) + 2; longest++)
            {
                var reach = TravelRings.Reach(1 << mode.Index, longest);
                if (minutes <= longest)
                    Assert.True(reach >= ring.Least, $"{from} by {mode.Code} in {longest} minutes would be lost.");
                else
                    Assert.False(reach >= ring.Surely, $"{from} by {mode.Code} in {longest} minutes would be counted.");
            }
        }
    }
}
