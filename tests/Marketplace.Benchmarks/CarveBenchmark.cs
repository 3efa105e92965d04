using System.Diagnostics;
using System.Globalization;
using Marketplace.Domain.Vocabulary;
using Marketplace.Matching;
using Marketplace.Matching.Carving;

namespace Marketplace.Benchmarks;

/// <summary>
/// Carving from an inventory of 60 tasks for one person and for a group of three. Beside the usual times the longest, because the target is
/// one second for each. The kinds differ in how much of the choice is left to the score: where no cost is known nearly all sets tie.
/// </summary>
internal static class CarveBenchmark
{
    private static readonly string[] Tags = [.. CodeLists.Tags.Codes];
    private static readonly string[] AllMeasures = [.. Measures.All.Select(m => m.Code)];

    internal static void Run(int inventories)
    {
        foreach (var (people, costs) in ((int, int)[])[(1, 0), (1, 3), (1, 30), (3, 0), (3, 30)])
        {
            foreach (var longest in (int[])[60, 240, 600])
            {
                var random = new Random(60);
                var longestTime = 0.0;
                var work = Enumerable.Range(0, inventories).Select(_ =>
                {
                    var (inventory, group) = Next(random, people, costs, longest);
                    return new Func<int>(() =>
                    {
                        var start = Stopwatch.GetTimestamp();
                        var tasks = Carve.Propose(MatchEngine.Standard, inventory, group).Tasks.Count;
                        longestTime = Math.Max(longestTime, Stopwatch.GetElapsedTime(start).TotalMilliseconds);
                        return tasks;
                    });
                }).ToList();
                var name = string.Create(CultureInfo.InvariantCulture, $"carve {people} of 60, {costs} costs, to {longest} minutes");
                Measured.Each(name, MatchJob.MostTasks, 0, work);
                Measured.Line(new { name, longest = Math.Round(longestTime, 3) });
            }
        }
    }

    private static (Inventory Inventory, List<Candidate> People) Next(Random random, int people, int costs, int longest)
    {
        // Demands come one time in a hundred on a dimension up to one time in four: what is easy for all, and what fits hardly anybody.
        var asked = random.Next(3, 25);
        var tasks = Enumerable.Range(0, MatchJob.MostTasks).Select(i => new MatchTask
        {
            Code = string.Create(CultureInfo.InvariantCulture, $"T{i:00}"),
            MinutesPerWeek = random.Next(1, longest + 1),
            Essential = false,
            Tags = Some(random, Tags, 10),
            Demands = LevelsBy(random, asked, [1, 1, 2, 2, 2, 3]),
        }).ToList();
        var inventory = new Inventory
        {
            Job = new MatchJob
            {
                Code = "F-1",
                Pc4 = "3311",
                Sector = "care",
                Form = Forms.Regular,
                Hours = new JobHours(1, 40),
                FlexibleDayparts = Dayparts.All,
                Offers = Some(random, AllMeasures, random.Next(80)),
                Tasks = tasks,
            },
            CostPerHour = costs == 0 ? [] : tasks.ToDictionary(t => t.Code, _ => 20m + random.Next(costs)),
        };
        return (inventory, [.. Enumerable.Range(0, people).Select(i => Person(random, i))]);
    }

    private static Candidate Person(Random random, int number)
    {
        var wish = random.Next(8, 37);
        return new Candidate
        {
            Code = string.Create(CultureInfo.InvariantCulture, $"K-{number:0000}"),
            Pc4 = "3316",
            Hours = new CandidateHours(4, wish, wish + random.Next(9)),
            Dayparts = Dayparts.All,
            Modes = ["bike"],
            MaxMinutes = 60,
            Capacities = LevelsBy(random, random.Next(70, 101), random.Next(2) == 0 ? [1, 2, 2, 2, 3, 3, 3, 3] : [2, 2, 3]),
            Support = Some(random, AllMeasures, 10),
            Forms = [Forms.Regular],
            Wishes = new Wishes(["care"], Some(random, Tags, 25), Some(random, Tags, 20)),
            Growth = LevelsBy(random, 30, [2, 3, 3]),
        };
    }

    private static List<string> Some(Random random, IEnumerable<string> of, int percent) => [.. of.Where(_ => random.Next(100) < percent)];

    private static Levels LevelsBy(Random random, int percent, int[] ladder) => new(
        Dimensions.All.Where(_ => random.Next(100) < percent).Select(d => KeyValuePair.Create(d.Code, ladder[random.Next(ladder.Length)])).ToList());
}
