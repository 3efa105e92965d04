using Marketplace.Domain.Vocabulary;
using Marketplace.Matching;
using Marketplace.Matching.Carving;
using Xunit;

namespace Marketplace.Tests.Matching.Carving;

/// <summary>The choice of matching.md §9 against every set of tasks.</summary>
public sealed class CarveTests(ITestOutputHelper output)
{
    private static readonly MatchEngine Engine = MatchEngine.Standard;

    [Fact]
    public void One_person_gets_the_best_of_all_sets() => EqualsBruteForce(600, _ => 1);

    [Fact]
    public void A_group_gets_the_best_of_all_sets() => EqualsBruteForce(300, random => random.Next(2, 5));

    [Fact]
    public void Input_order_changes_nothing()
    {
        var random = new Random(11);
        for (var i = 0; i < 40; i++)
        {
            var (inventory, people) = GeneratedInventories.Next(random, 20, random.Next(1, 3));
            var other = inventory with { Job = inventory.Job with { Tasks = [.. inventory.Job.Tasks.Reverse()] } };
            Assert.Equal(Carve.Propose(Engine, inventory, people).Tasks, Carve.Propose(Engine, other, [.. Enumerable.Reverse(people)]).Tasks);
        }
    }

    [Fact]
    public void Hours_go_up_to_the_wish_and_never_past_the_maximum()
    {
        var person = Person(wish: 10, max: 12);
        Assert.Equal(["A", "B"], Carve.Propose(Engine, Of(Task("A", 300), Task("B", 300), Task("C", 540)), [person]).Tasks);

        // Past the wish all is equal, so cost decides, but not past the maximum.
        var inventory = Of(Task("A", 600), Task("B", 720), Task("C", 780)) with { CostPerHour = Costs(("A", 20), ("B", 20), ("C", 99)) };
        Assert.Equal(["B"], Carve.Propose(Engine, inventory, [person]).Tasks);
    }

    [Fact]
    public void Only_parts_of_day_that_both_have_count()
    {
        var inventory = Of(Task("A", 240), Task("B", 240));
        var person = Person(wish: 8, max: 8) with { Dayparts = ["mon-1", "sun-3"] };
        var proposal = Carve.Propose(Engine, inventory with { Job = inventory.Job with { FlexibleDayparts = ["mon-1", "tue-1"] } }, [person]);
        Assert.Equal(["A"], proposal.Tasks);
        Assert.Equal(240, proposal.Minutes);
    }

    [Fact]
    public void Codes_decide_last_and_a_beginning_comes_first()
    {
        Assert.Equal(["A"], Carve.Propose(Engine, Of(Task("B", 600), Task("A", 600), Task("C", 60)), [Person(wish: 10, max: 12)]).Tasks);
        Assert.Equal(["A", "a"], Carve.Propose(Engine, Of(Task("a", 300), Task("b", 300), Task("A", 300)), [Person(wish: 10, max: 10)]).Tasks);
    }

    [Fact]
    public void Nothing_that_may_not_move_or_was_not_asked_is_chosen()
    {
        var inventory = Of(Task("A", 60), Task("B", 60) with { Demands = Levels.None }) with { MayNotMove = ["A"] };
        var proposal = Carve.Propose(Engine, inventory, [Person(wish: 10, max: 12)]);
        Assert.Empty(proposal.Tasks);
        Assert.Empty(proposal.Results);
        Assert.Equal((0, 0, 0m), (proposal.Minutes, proposal.MinutesUpToWish, proposal.CostFreed));
    }

    [Fact]
    public void What_lies_outside_the_tasks_is_said_by_the_engine()
    {
        var proposal = Carve.Propose(Engine, Of(Task("A", 600)), [Person(wish: 10, max: 12) with { Forms = [Forms.Volunteer] }]);
        Assert.Equal(["A"], proposal.Tasks);
        Assert.Equal(Verdict.NoFit, Assert.Single(proposal.Results).Verdict);
        Assert.IsType<FormDecides>(proposal.Results[0].Decisive);
    }

    [Fact]
    public void Cost_is_minutes_times_cost_in_cents()
    {
        var proposal = Carve.Propose(Engine, Of(Task("A", 50), Task("B", 10)) with { CostPerHour = Costs(("A", 31.25m)) }, [Person(wish: 10, max: 12)]);
        Assert.Equal(["A"], Carve.Propose(Engine, Of(Task("A", 600), Task("B", 10)) with { CostPerHour = Costs(("A", 31.25m)) }, [Person(wish: 10, max: 12)]).Tasks);
        Assert.Equal(26.04m, proposal.CostFreed);
    }

    [Fact]
    public void Wrong_input_is_refused_in_words()
    {
        var (inventory, person) = (Of(Task("A", 60)), Person(wish: 10, max: 12));
        Refused("at least one person", inventory);
        Refused("Two people", inventory, person, person);
        Refused("X is not a task", inventory with { MayNotMove = ["X"] }, person);
        Refused("X is not a task", inventory with { CostPerHour = Costs(("X", 1)) }, person);
        Refused("cost of task A", inventory with { CostPerHour = Costs(("A", -1)) }, person);
        Refused("cost of task A", inventory with { CostPerHour = Costs(("A", 10_000)) }, person);
        Refused("cost of task A", inventory with { CostPerHour = Costs(("A", 1.001m)) }, person);
        Refused("1 to 3600", Of(Task("A", 0)), person);
        Refused("1 to 3600", Of(Task("A", 3_601)), person);
        Refused("1 to 60 tasks", Of([.. Enumerable.Range(0, 61).Select(i => Task($"T{i}", 60))]), person);
        Refused("same code", Of(Task("A", 60), Task("A", 90)), person);
    }

    private static void Refused(string text, Inventory inventory, params Candidate[] people) =>
        Assert.Contains(text, Assert.ThrowsAny<ArgumentException>(() => Carve.Propose(Engine, inventory, people)).Message, StringComparison.Ordinal);

    private void EqualsBruteForce(int cases, Func<Random, int> people)
    {
        const int Seed = 20261126;
        output.WriteLine($"seed {Seed}");
        var random = new Random(Seed);
        var decided = new Dictionary<string, int>();
        for (var i = 0; i < cases; i++)
        {
            var (inventory, group) = GeneratedInventories.Next(random, random.Next(1, 13), people(random));
            var (tasks, by) = BruteForce(inventory, group);
            decided[by] = decided.GetValueOrDefault(by) + 1;
            var proposal = Carve.Propose(Engine, inventory, group);
            Assert.True(tasks.SequenceEqual(proposal.Tasks), $"Case {i}: {string.Join(' ', tasks)} is best, proposed is {string.Join(' ', proposal.Tasks)}.");
        }

        output.WriteLine(string.Join(", ", decided.Select(d => $"{d.Key} {d.Value}")));
        Assert.All(people(random) == 1 ? ["minutes", "cost", "score", "codes"] : (string[])["minutes", "cost", "codes"], aim => Assert.True(decided.GetValueOrDefault(aim) >= 5, aim));
    }

    /// <summary>Every set of the inventory; and by which aim the best one was the only one left.</summary>
    private static (List<string> Tasks, string By) BruteForce(Inventory inventory, List<Candidate> people)
    {
        var tasks = inventory.Job.Tasks.OrderBy(t => t.Code, StringComparer.Ordinal).ToList();
        var (wish, most) = GeneratedInventories.Bounds(inventory, people);
        var fits = tasks.ConvertAll(t => people.TrueForAll(p => GeneratedInventories.Fits(inventory, t, p)));
        var sets = Enumerable.Range(1, (1 << tasks.Count) - 1)
            .Where(set => tasks.Index().All(t => (set & 1 << t.Index) == 0 || fits[t.Index]))
            .Select(set => tasks.Where((_, place) => (set & 1 << place) != 0).ToList())
            .Where(set => set.Sum(t => t.MinutesPerWeek) <= most)
            .ToList();
        if (sets.Count == 0)
            return ([], "nothing");
        sets = Most(sets, set => Math.Min(set.Sum(t => t.MinutesPerWeek), wish));
        if (sets.Count == 1)
            return (Codes(sets[0]), "minutes");
        sets = Most(sets, set => set.Sum(t => t.MinutesPerWeek * inventory.CostPerHour.GetValueOrDefault(t.Code)));
        if (sets.Count == 1)
            return (Codes(sets[0]), "cost");
        if (people is [var one])
        {
            sets = Most(sets, set => Engine.Match(one, inventory.Job with { Tasks = set }).Points?.Total ?? 0);
            if (sets.Count == 1)
                return (Codes(sets[0]), "score");
        }

        return (sets.ConvertAll(Codes).Order(Comparer<List<string>>.Create(Before)).First(), "codes");
    }

    private static List<List<MatchTask>> Most(List<List<MatchTask>> sets, Func<List<MatchTask>, decimal> aim)
    {
        var most = sets.Max(aim);
        return sets.FindAll(set => aim(set) == most);
    }

    private static List<string> Codes(List<MatchTask> set) => set.ConvertAll(t => t.Code);

    private static int Before(List<string> one, List<string> other)
    {
        var places = one.Zip(other, string.CompareOrdinal).Where(order => order != 0);
        return places.Any() ? places.First() : one.Count - other.Count;
    }

    private static Dictionary<string, decimal> Costs(params (string Code, decimal Cost)[] costs) => costs.ToDictionary(c => c.Code, c => c.Cost);

    private static MatchTask Task(string code, int minutes) =>
        new() { Code = code, MinutesPerWeek = minutes, Essential = false, Demands = new Levels([KeyValuePair.Create("B1", 1)]) };

    private static Inventory Of(params MatchTask[] tasks) => new()
    {
        Job = new MatchJob
        {
            Code = "F-1",
            Pc4 = "3311",
            Sector = "care",
            Form = Forms.Regular,
            Hours = new JobHours(1, 40),
            FlexibleDayparts = Dayparts.All,
            Tasks = tasks,
        },
    };

    private static Candidate Person(decimal wish, decimal max) => new()
    {
        Code = "K-1",
        Pc4 = "3311",
        Hours = new CandidateHours(1, wish, max),
        Dayparts = Dayparts.All,
        Modes = ["bike"],
        MaxMinutes = 60,
        Capacities = new Levels([KeyValuePair.Create("B1", 3)]),
        Forms = [Forms.Regular],
    };
}
