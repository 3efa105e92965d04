using System.Globalization;
using Marketplace.Domain.Vocabulary;
using Marketplace.Matching;
using Marketplace.Matching.Carving;

namespace Marketplace.Tests.Matching.Carving;

/// <summary>Inventories and people at one place, made so that minutes, cost, score and codes each decide somewhere.</summary>
internal static class GeneratedInventories
{
    private static readonly string[] Tags = ["packing", "green", "kitchen", "wood", "counting", "own-tag"];
    private static readonly string[] Certificates = ["vca-basis", "haccp"];
    private static readonly string[] Circumstances = ["heights", "cash"];
    private static readonly string[] AllMeasures = [.. Measures.All.Select(m => m.Code)];

    /// <summary>One case.</summary>
    /// <param name="random">Where everything comes from.</param>
    /// <param name="tasks">How many tasks.</param>
    /// <param name="people">How many people.</param>
    internal static (Inventory Inventory, List<Candidate> People) Next(Random random, int tasks, int people)
    {
        var (step, cost, asked) = (random.Next(3) switch { 0 => 1, 1 => 15, _ => 60 }, random.Next(4), random.Next(4, 25));
        var list = Enumerable.Range(0, tasks).Select(i => new MatchTask
        {
            Code = string.Create(CultureInfo.InvariantCulture, $"T{i:00}"),
            MinutesPerWeek = step * random.Next(1, Math.Max(2, (tasks > 12 ? 240 : 500) / step)),
            Essential = random.Next(10) == 0,
            Tags = Some(random, Tags, 20),
            Demands = random.Next(25) == 0 ? Levels.None : LevelsBy(random, asked, [1, 1, 2, 2, 2, 3]),
            Certificates = Some(random, Certificates, 4),
            Circumstances = Some(random, Circumstances, 4),
        }).ToArray();
        random.Shuffle(list);
        var hours = random.Next(4) == 0 ? random.Next(8, 30) : 1;
        var fixedOnes = Dayparts.All.Where(_ => random.Next(100) < 2).ToList();
        var inventory = new Inventory
        {
            Job = new MatchJob
            {
                Code = "F-1",
                Pc4 = "3311",
                Sector = random.Next(2) == 0 ? "care" : "green",
                Form = Forms.Regular,
                Hours = new JobHours(hours, hours + random.Next(40 - hours)),
                FixedDayparts = fixedOnes,
                FlexibleDayparts = [.. Dayparts.All.Where(d => !fixedOnes.Contains(d) && random.Next(100) < 60)],
                Offers = Some(random, AllMeasures, random.Next(70)),
                Tasks = list,
            },
            MayNotMove = [.. list.Where(_ => random.Next(12) == 0).Select(t => t.Code)],
            CostPerHour = cost == 0 ? [] : list.Where(_ => random.Next(4) > 0).ToDictionary(t => t.Code, _ => cost == 1 ? 25m : cost == 2 ? random.Next(20, 24) : random.Next(1_800, 4_500) / 100m),
        };
        return (inventory, [.. Enumerable.Range(0, people).Select(i => Person(random, i))]);
    }

    private static Candidate Person(Random random, int number)
    {
        var min = random.Next(1, 20);
        var wish = min + random.Next(16);
        return new Candidate
        {
            Code = string.Create(CultureInfo.InvariantCulture, $"K-{number:0000}"),
            Pc4 = "3316",
            Hours = new CandidateHours(min / 4m, wish, wish + random.Next(16)),
            Dayparts = random.Next(4) == 0 ? Some(random, Dayparts.All, 40) : Dayparts.All,
            Modes = ["bike"],
            MaxMinutes = random.Next(20) == 0 ? 5 : 60,
            Capacities = LevelsBy(random, random.Next(80, 101), random.Next(2) == 0 ? [1, 2, 2, 2, 3, 3, 3, 3] : [2, 2, 3]),
            Certificates = random.Next(3) == 0 ? [] : Certificates,
            Exclusions = Some(random, Circumstances, 20),
            Support = Some(random, AllMeasures, 15),
            Forms = [Forms.Regular],
            Wishes = new Wishes(["care"], Some(random, Tags, 40), Some(random, Tags, 25)),
            Growth = LevelsBy(random, 30, [2, 3, 3]),
        };
    }

    private static List<string> Some(Random random, IEnumerable<string> of, int percent) => [.. of.Where(_ => random.Next(100) < percent)];

    private static Levels LevelsBy(Random random, int percent, int[] ladder) => new(
        Dimensions.All.Where(_ => random.Next(100) < percent).Select(d => KeyValuePair.Create(d.Code, ladder[random.Next(ladder.Length)])).ToList());

    /// <summary>
    /// Whether a task may be chosen for a person, written anew from matching.md §4: it may move, something was asked of it, and no row puts
    /// it out.
    /// </summary>
    internal static bool Fits(Inventory inventory, MatchTask task, Candidate person)
    {
        if (inventory.MayNotMove.Contains(task.Code) || Dimensions.All.All(d => Level(task.Demands, d) is null or 0)
            || task.Certificates.Except(person.Certificates).Any() || task.Circumstances.Intersect(person.Exclusions).Any())
        {
            return false;
        }

        var notBridged = 0;
        foreach (var dimension in Dimensions.All)
        {
            var demand = Level(task.Demands, dimension) ?? 0;
            if (demand == 0 || Level(person.Capacities, dimension) is not { } capacity)
                continue;
            if (demand - capacity >= 2 || capacity == 0)
                return false;
            if (demand - capacity == 1 && !Raised(inventory, person, dimension))
                notBridged += dimension.IsHard ? 2 : 1;
        }

        return notBridged < 2;
    }

    internal static int? Level(Levels levels, Dimension dimension) => levels[dimension.Index];

    /// <summary>Measures on offer or brought along that raise a dimension.</summary>
    internal static IEnumerable<string> Raising(Inventory inventory, Candidate person, Dimension dimension) =>
        Measures.All.Where(m => m.Raises.Contains(dimension) && (inventory.Job.Offers.Contains(m.Code) || person.Support.Contains(m.Code))).Select(m => m.Code);

    private static bool Raised(Inventory inventory, Candidate person, Dimension dimension) => Raising(inventory, person, dimension).Any();

    /// <summary>The wish (of a group the smallest), and the most minutes that everybody can have.</summary>
    internal static (int Wish, int Most) Bounds(Inventory inventory, IEnumerable<Candidate> people) => (
        people.Min(p => (int)(p.Hours.Wish * 60)),
        people.Min(p => Math.Min((int)(p.Hours.Max * 60), 240 * p.Dayparts.Count(d => inventory.Job.FixedDayparts.Contains(d) || inventory.Job.FlexibleDayparts.Contains(d)))));
}
