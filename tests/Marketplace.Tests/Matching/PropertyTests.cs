using CsCheck;
using Marketplace.Domain.Vocabulary;
using Marketplace.Matching;
using Marketplace.Matching.Contract;
using Marketplace.Matching.Geo;
using Xunit;

namespace Marketplace.Tests.Matching;

/// <summary>The properties of matching.md §8 over generated candidates and jobs.</summary>
public sealed class PropertyTests
{
    private const int Times = 2_000;

    private static readonly MatchEngine Engine = MatchEngine.Standard;

    [Fact]
    public void Generated_pairs_hold_every_verdict_and_every_decisive_rule()
    {
        var verdicts = new Dictionary<Verdict, int>();
        var rules = MatchRules.None;
        Gen.Select(Generated.Candidate, Generated.Job).Sample(
            (candidate, job) =>
            {
                var result = Engine.Match(candidate, job);
                verdicts[result.Verdict] = verdicts.GetValueOrDefault(result.Verdict) + 1;
                rules |= result.Decisive?.Rule ?? MatchRules.None;
            },
            iter: 5_000,
            threads: 1);

        Assert.All(Enum.GetValues<Verdict>(), verdict => Assert.True(verdicts.GetValueOrDefault(verdict) >= 20, $"{verdict} came too seldom."));
        Assert.Equal(7, rules.Count());
    }

    [Fact]
    public void Raising_one_known_capacity_never_makes_no_fit() => NeverMakesNoFit(
        from place in Gen.Int[0, 31]
        select (Func<Candidate, MatchJob, (Candidate, MatchJob)>)((candidate, job) =>
            (candidate with { Capacities = With(candidate.Capacities, place, level => Math.Min(3, level + 1)) }, job)));

    [Fact]
    public void Lowering_one_demand_never_makes_no_fit() => NeverMakesNoFit(
        from place in Gen.Int[0, 31]
        from which in Gen.Int[0, 99]
        select (Func<Candidate, MatchJob, (Candidate, MatchJob)>)((candidate, job) => (candidate, job with
        {
            Tasks = [.. job.Tasks.Select((task, i) => i == which % job.Tasks.Count
                ? task with { Demands = With(task.Demands, place, level => Math.Max(0, level - 1)) }
                : task)],
        })));

    [Fact]
    public void One_available_measure_more_never_makes_no_fit() => NeverMakesNoFit(
        from measure in Gen.Int[0, Measures.All.Count - 1]
        from brought in Gen.Bool
        select (Func<Candidate, MatchJob, (Candidate, MatchJob)>)((candidate, job) => brought
            ? (candidate with { Support = [.. candidate.Support, Measures.All[measure].Code] }, job)
            : (candidate, job with { Offers = [.. job.Offers, Measures.All[measure].Code] })));

    [Fact]
    public void More_of_a_candidate_never_makes_no_fit() => NeverMakesNoFit(
        from kind in Gen.Int[0, 3]
        from place in Gen.Int[0, 99]
        select (Func<Candidate, MatchJob, (Candidate, MatchJob)>)((candidate, job) => (kind switch
        {
            0 => candidate with { Dayparts = [.. candidate.Dayparts, Dayparts.All[place % Dayparts.All.Count]] },
            1 => candidate with { Certificates = [.. candidate.Certificates, "haccp", "own-certificate"] },
            2 => candidate with { Modes = [.. candidate.Modes, TravelModes.All[place % TravelModes.All.Count].Code] },
            _ => candidate with { MaxMinutes = candidate.MaxMinutes + place },
        }, job)));

    [Fact]
    public void Opening_a_crossing_never_makes_no_fit()
    {
        var geography = Geography.Netherlands;
        var names = geography.Crossings.Select(c => c.Name).ToList();
        Gen.Select(Generated.Candidate, Generated.Job, Generated.Some(names, 60), Gen.Int[0, names.Count - 1]).Sample(
            (candidate, job, closed, opened) =>
            {
                var before = new MatchEngine(new Travel(geography, closed)).Match(candidate, job);
                var after = new MatchEngine(new Travel(geography, closed.Where(c => c != names[opened]))).Match(candidate, job);
                return before.Verdict == Verdict.NoFit || after.Verdict != Verdict.NoFit;
            },
            iter: Times);
    }

    [Fact]
    public void Taking_off_a_task_that_is_out_never_makes_no_fit() => Generated.Fitting.Sample(
        (candidate, job) =>
        {
            foreach (var code in Engine.Match(candidate, job).CarvedOut)
            {
                var without = job with { Tasks = [.. job.Tasks.Where(t => t.Code != code)] };
                if (Engine.Match(candidate, without).Verdict == Verdict.NoFit)
                    return false;
            }

            return true;
        },
        iter: Times);

    [Fact]
    public void The_parts_add_up_and_stay_within_their_bounds() => Generated.Fitting.Sample(
        (candidate, job) =>
        {
            var result = Engine.Match(candidate, job);
            var (tasks, hours, times, travel, wishes, growth) = result.Points!.Value;
            return result.Score == tasks + hours + times + travel + wishes + growth
                && tasks is >= 0 and <= 50
                && new[] { hours, times, travel, wishes, growth }.All(part => part is >= 0 and <= 10);
        },
        iter: Times);

    [Fact]
    public void Input_order_never_changes_a_result() => Gen.Select(Generated.Candidate, Generated.Job, Gen.Int).Sample(
        (candidate, job, seed) =>
        {
            var random = new Random(seed);
            var otherCandidate = candidate with
            {
                Dayparts = Shuffled(candidate.Dayparts, random),
                Modes = Shuffled(candidate.Modes, random),
                Certificates = Shuffled(candidate.Certificates, random),
                Exclusions = Shuffled(candidate.Exclusions, random),
                Support = Shuffled(candidate.Support, random),
                Forms = Shuffled(candidate.Forms, random),
                Wishes = new Wishes(
                    Shuffled(candidate.Wishes.Sectors, random), Shuffled(candidate.Wishes.Tasks, random), Shuffled(candidate.Wishes.NotTasks, random)),
            };
            var otherJob = job with
            {
                FixedDayparts = Shuffled(job.FixedDayparts, random),
                FlexibleDayparts = Shuffled(job.FlexibleDayparts, random),
                Certificates = Shuffled(job.Certificates, random),
                Circumstances = Shuffled(job.Circumstances, random),
                Offers = Shuffled(job.Offers, random),
                Tasks = Shuffled(
                    [.. job.Tasks.Select(t => t with { Tags = Shuffled(t.Tags, random), Certificates = Shuffled(t.Certificates, random) })], random),
            };
            return Json(candidate, job) == Json(otherCandidate, otherJob);
        },
        iter: Times);

    [Fact]
    public void The_order_of_candidates_and_jobs_changes_only_the_order_of_results()
    {
        var input = ContractFiles.Read(ContractFiles.Bytes("match-more.in.json"));
        var turned = input with { Candidates = [.. input.Candidates.Reverse()], Jobs = [.. input.Jobs.Reverse()] };

        Assert.Equal(
            ContractFiles.Results(input),
            Enumerable.Reverse(ContractFiles.Results(turned)));
    }

    [Fact]
    public void The_latest_proposal_never_changes_a_result() => Gen.Select(Generated.Candidate, Generated.Job).Sample(
        (candidate, job) => Json(candidate, job) == Json(candidate with { LastProposed = new DateOnly(1999, 12, 31) }, job),
        iter: Times);

    [Fact]
    public void The_name_of_a_task_never_changes_the_output()
    {
        var text = System.Text.Encoding.UTF8.GetString(ContractFiles.Bytes("match-more.in.json"));
        var renamed = System.Text.RegularExpressions.Regex.Replace(text, "\"name\": *\"[^\"]*\"", "\"name\": \"Iets anders\"");
        Assert.NotEqual(text, renamed);

        Assert.Equal(
            ContractFiles.Write(ContractFiles.Read(ContractFiles.Bytes("match-more.in.json"))),
            ContractFiles.Write(ContractFiles.Read(System.Text.Encoding.UTF8.GetBytes(renamed))));
    }

    [Fact]
    public void The_first_failing_rule_decides_and_none_fails_exactly_when_it_is_not_no_fit() =>
        Gen.Select(Generated.Candidate, Generated.Job).Sample(
            (candidate, job) => Engine.FailingRules(candidate, job).First() == (Engine.Match(candidate, job).Decisive?.Rule ?? MatchRules.None),
            iter: Times);

    [Fact]
    public void A_judgement_is_the_result_without_names() => Gen.Select(Generated.Candidate, Generated.Job).Sample(
        (candidate, job) =>
        {
            var (judgement, result) = (Engine.Judge(Engine.Compile(candidate), Engine.Compile(job)), Engine.Match(candidate, job));
            return judgement.Verdict == result.Verdict && judgement.Score == result.Score && judgement.TravelMinutes == result.TravelMinutes;
        },
        iter: Times);

    [Fact]
    public void The_measures_used_are_the_smallest_set_and_the_first_of_those() => Gen.Select(Generated.Candidate, Generated.Job).Sample(
        (candidate, job) =>
        {
            var result = Engine.Match(candidate, job);
            if (result.Verdict == Verdict.NoFit)
                return true;
            var available = Measures.All.Where(m => candidate.Support.Contains(m.Code) || job.Offers.Contains(m.Code)).ToList();
            var toRaise = job.Tasks.Where(t => !result.CarvedOut.Contains(t.Code))
                .SelectMany(t => t.Demands.Known.Where(d => candidate.Capacities[d.Key] is >= 1 and var level && d.Value - level == 1))
                .Select(d => Dimensions.Of(d.Key))
                .Where(d => available.Any(m => m.Raises.Contains(d)))
                .ToHashSet();
            var best = Enumerable.Range(0, 1 << available.Count)
                .Select(set => available.Where((_, i) => (set & 1 << i) != 0).ToList())
                .Where(set => toRaise.All(d => set.Any(m => m.Raises.Contains(d))))
                .OrderBy(set => set.Count)
                .ThenBy(set => string.Concat(set.Select(m => (char)('a' + Measures.All.ToList().IndexOf(m)))), StringComparer.Ordinal)
                .First();
            return best.Select(m => m.Code).SequenceEqual(result.Measures);
        },
        iter: 300);

    private static void NeverMakesNoFit(Gen<Func<Candidate, MatchJob, (Candidate, MatchJob)>> changes) =>
        Gen.Select(Generated.Fitting, changes).Sample(
            (pair, change) =>
            {
                var (candidate, job) = change(pair.Candidate, pair.Job);
                return Engine.Match(candidate, job).Verdict != Verdict.NoFit;
            },
            iter: Times);

    /// <summary>One known level changed; nothing when the dimension is absent.</summary>
    private static Levels With(Levels levels, int place, Func<int, int> change) => new(
        levels.Known.Select(k => Dimensions.Of(k.Key).Index == place ? KeyValuePair.Create(k.Key, change(k.Value)) : k));

    private static List<T> Shuffled<T>(IReadOnlyCollection<T> entries, Random random)
    {
        var shuffled = entries.ToArray();
        random.Shuffle(shuffled);
        return [.. shuffled];
    }

    private static string Json(Candidate candidate, MatchJob job) =>
        System.Text.Encoding.UTF8.GetString(ContractFiles.Write(new MatchInput([candidate], [job], [])));
}
