using Google.OrTools.Sat;
using Marketplace.Domain.Vocabulary;
using Marketplace.Matching;
using Marketplace.Matching.Carving;
using Xunit;

namespace Marketplace.Tests.Matching.Carving;

/// <summary>Inventories of 60 tasks against a solver that knows nothing of the search: each aim in turn is its optimum.</summary>
public sealed class CarveSolverTests(ITestOutputHelper output)
{
    private const int Seed = 60_2026;

    [Fact]
    public void One_person_has_the_optimum_of_the_solver_in_every_aim() => EqualsSolver(14, 1);

    [Fact]
    public void A_group_has_the_optimum_of_the_solver_in_every_aim() => EqualsSolver(6, 3);

    [Fact]
    public void The_solver_finds_out_a_proposal_that_is_not_the_first_of_the_best()
    {
        var random = new Random(Seed);
        var (less, swapped) = (0, 0);
        while (less < 2 || swapped < 2)
        {
            var (inventory, people) = GeneratedInventories.Next(random, 20, 1);
            var proposal = Carve.Propose(MatchEngine.Standard, inventory, people);
            if (proposal.Tasks is not [var first, _, ..])
                continue;
            if (proposal.MinutesUpToWish == proposal.Minutes)
            {
                FoundOut("minutes", inventory, people, proposal with { Tasks = [.. proposal.Tasks.Skip(1)] });
                less++;
            }

            // A twin of the first task with a code behind all others: with it instead of the first all is the same but the order of the codes.
            var twin = inventory.Job.Tasks.Single(t => t.Code == first) with { Code = "Z" };
            inventory = inventory with
            {
                Job = inventory.Job with { Tasks = [.. inventory.Job.Tasks, twin] },
                CostPerHour = new Dictionary<string, decimal>(inventory.CostPerHour) { ["Z"] = inventory.CostPerHour.GetValueOrDefault(first) },
            };
            proposal = Carve.Propose(MatchEngine.Standard, inventory, people);
            if (!proposal.Tasks.Contains(first) || proposal.Tasks.Contains("Z"))
                continue;
            FoundOut("comes before", inventory, people, proposal with { Tasks = [.. proposal.Tasks.Where(t => t != first), "Z"] });
            swapped++;
        }
    }

    private static void FoundOut(string aim, Inventory inventory, List<Candidate> people, CarveProposal worse) => Assert.Contains(
        aim, Assert.ThrowsAny<Xunit.Sdk.XunitException>(() => new Formulation(inventory, people).Check(0, worse)).Message, StringComparison.Ordinal);

    private void EqualsSolver(int cases, int people)
    {
        output.WriteLine($"seed {Seed}");
        var random = new Random(Seed);
        for (var i = 0; i < cases; i++)
        {
            var (inventory, group) = GeneratedInventories.Next(random, MatchJob.MostTasks, people);
            var proposal = Carve.Propose(MatchEngine.Standard, inventory, group);
            new Formulation(inventory, group).Check(i, proposal);
        }
    }

    /// <summary>One case as linear constraints.</summary>
    private sealed class Formulation
    {
        private readonly CpModel _model = new();
        private readonly List<MatchTask> _tasks;
        private readonly BoolVar[] _in;
        private readonly LinearExpr _minutes;
        private readonly IntVar _upToWish;
        private readonly LinearExpr _cost;
        private readonly LinearExpr? _score;

        internal Formulation(Inventory inventory, List<Candidate> people)
        {
            _tasks = [.. inventory.Job.Tasks.OrderBy(t => t.Code, StringComparer.Ordinal)];
            _in = [.. _tasks.Select(t => _model.NewBoolVar(t.Code))];
            foreach (var (place, task) in _tasks.Index())
            {
                if (!people.TrueForAll(p => GeneratedInventories.Fits(inventory, task, p)))
                    _model.Add(_in[place] == 0);
            }

            var (wish, most) = GeneratedInventories.Bounds(inventory, people);
            _minutes = LinearExpr.WeightedSum(_in, _tasks.Select(t => t.MinutesPerWeek));
            _model.Add(_minutes <= most);
            _upToWish = _model.NewIntVar(0, wish, "up to wish");
            _model.AddMinEquality(_upToWish, [_minutes, LinearExpr.Constant(wish)]);
            _cost = LinearExpr.WeightedSum(_in, _tasks.Select(t => (long)(t.MinutesPerWeek * inventory.CostPerHour.GetValueOrDefault(t.Code) * 100)));
            _score = people is [var one] ? Score(inventory, one) : null;
        }

        internal void Check(int number, CarveProposal proposal)
        {
            var chosen = _tasks.ConvertAll(t => proposal.Tasks.Contains(t.Code));
            Aim(number, "minutes", _upToWish, chosen);
            Aim(number, "cost", _cost, chosen);
            if (_score is not null && proposal.Results is [{ Verdict: not Verdict.NoFit }])
                Aim(number, "score", _score, chosen);

            // A set that comes before: the same up to a task that is in it and not in ours, before our last. Or a beginning of ours.
            var last = chosen.LastIndexOf(true);
            var differs = new List<ILiteral>();
            for (var place = 0; place < last; place++)
            {
                if (chosen[place])
                    continue;
                var here = _model.NewBoolVar($"differs at {place}");
                differs.Add(here);
                _model.Add(_in[place] == 1).OnlyEnforceIf(here);
                for (var earlier = 0; earlier < place; earlier++)
                    _model.Add(_in[earlier] == (chosen[earlier] ? 1 : 0)).OnlyEnforceIf(here);
            }

            if (last >= 0)
            {
                var begins = _model.NewBoolVar("begins");
                differs.Add(begins);
                _model.Add(_in[last] == 0).OnlyEnforceIf(begins);
                for (var place = 0; place < _tasks.Count; place++)
                {
                    if (!chosen[place])
                        _model.Add(_in[place] == 0).OnlyEnforceIf(begins);
                    else if (chosen.FindIndex(place + 1, c => c) is > 0 and var next)
                        _model.Add(_in[next] <= _in[place]).OnlyEnforceIf(begins);
                }

                _model.AddExactlyOne(differs);
                Assert.True(Solve(out _) == CpSolverStatus.Infeasible, $"Case {number}: an equally good set comes before.");
            }
        }

        /// <summary>The optimum is that of the proposal, and stays so for what comes after.</summary>
        private void Aim(int number, string name, LinearExpr aim, List<bool> chosen)
        {
            _model.Maximize(aim);
            Assert.Equal(CpSolverStatus.Optimal, Solve(out var best));
            _model.Model.Objective = null;
            _model.Add(aim == best);
            var ours = _model.NewBoolVar(name);
            foreach (var (place, isChosen) in chosen.Index())
                _model.Add(_in[place] == (isChosen ? 1 : 0)).OnlyEnforceIf(ours);
            _model.AddAssumption(ours);
            Assert.True(Solve(out _) == CpSolverStatus.Optimal, $"Case {number}: {name} is not the optimum, {best}.");
            _model.ClearAssumptions();
        }

        private CpSolverStatus Solve(out long best)
        {
            var solver = new CpSolver { StringParameters = "num_search_workers:2,random_seed:1,max_time_in_seconds:60" };
            var status = solver.Solve(_model);
            best = status == CpSolverStatus.Optimal && _model.Model.Objective is not null ? (long)Math.Round(solver.ObjectiveValue) : 0;
            return status;
        }

        /// <summary>The parts of matching.md §8 that depend on the tasks.</summary>
        private LinearExpr Score(Inventory inventory, Candidate person)
        {
            // Each demand: its weight counts; a gap of one is bridged by a measure or is left.
            var (asked, left) = (new long[_in.Length], new long[_in.Length]);
            var measures = Measures.All.ToDictionary(m => m.Code, m => _model.NewBoolVar(m.Code));
            var (questions, growing) = (new List<BoolVar>(), new List<BoolVar>());
            foreach (var dimension in Dimensions.All)
            {
                var weight = dimension.IsHard ? 2 : 1;
                var raising = GeneratedInventories.Raising(inventory, person, dimension).Select(code => measures[code]).ToList();
                var capacity = GeneratedInventories.Level(person.Capacities, dimension);
                var (asks, grows) = (new List<BoolVar>(), new List<BoolVar>());
                foreach (var (place, task) in _tasks.Index())
                {
                    var demand = GeneratedInventories.Level(task.Demands, dimension) ?? 0;
                    if (demand == 0)
                        continue;
                    asked[place] += weight * task.MinutesPerWeek;
                    if (capacity is null && demand >= 2)
                        asks.Add(_in[place]);
                    if (capacity is > 0 && demand == capacity + 1)
                    {
                        if (raising.Count > 0)
                            _model.AddBoolOr([_in[place].Not(), .. raising]);
                        else
                            left[place] += weight * task.MinutesPerWeek;
                        if (demand <= GeneratedInventories.Level(person.Growth, dimension))
                            grows.Add(_in[place]);
                    }
                }

                questions.Add(Any(asks, dimension.Code + "?"));
                growing.Add(Any(grows, dimension.Code + "+"));
            }

            var met = new List<BoolVar>();
            for (var points = 0; points <= 50; points++)
            {
                var has = _model.NewBoolVar($"met {points}");
                met.Add(has);
                _model.Add(LinearExpr.WeightedSum(_in, asked.Zip(left, (a, l) => a * (101 - (2 * points)) - (50 * l))) >= 0).OnlyEnforceIf(has);
            }

            _model.AddExactlyOne(met);
            var help = Least("help", 2 * LinearExpr.Sum(measures.Values), 10);
            var open = Least("open", LinearExpr.Sum(questions), 5);
            var tasks = _model.NewIntVar(0, 50, "tasks");
            _model.AddMaxEquality(tasks, [LinearExpr.WeightedSum(met, Enumerable.Range(0, 51)) - help - open, LinearExpr.Constant(0)]);

            var wished = Least("wished", 2 * LinearExpr.Sum(person.Wishes.Tasks.Select(tag => Any(With(tag), tag + "+"))), 6);
            var unwanted = 3 * LinearExpr.Sum(person.Wishes.NotTasks.Select(tag => Any(With(tag), tag + "-")));
            var sum = _model.NewIntVar(0, 100, "wishes from 0");
            _model.AddMaxEquality(sum, [(person.Wishes.Sectors.Contains(inventory.Job.Sector) ? 4 : 0) + wished - unwanted, LinearExpr.Constant(0)]);
            return tasks + Least("wishes", sum, 10) + Least("growth", 5 * LinearExpr.Sum(growing), 10);
        }

        private List<BoolVar> With(string tag) => [.. _tasks.Index().Where(t => t.Item.Tags.Contains(tag)).Select(t => _in[t.Index])];

        private BoolVar Any(List<BoolVar> of, string name)
        {
            var any = _model.NewBoolVar(name);
            _model.AddMaxEquality(any, of.Count == 0 ? [LinearExpr.Constant(0)] : of);
            return any;
        }

        private IntVar Least(string name, LinearExpr of, int most)
        {
            var least = _model.NewIntVar(0, most, name);
            _model.AddMinEquality(least, [of, LinearExpr.Constant(most)]);
            return least;
        }
    }
}
