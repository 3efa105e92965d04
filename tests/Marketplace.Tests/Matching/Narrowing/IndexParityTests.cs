using System.Collections.Concurrent;
using CsCheck;
using Marketplace.Domain.Vocabulary;
using Marketplace.Matching;
using Marketplace.Matching.Geo;
using Marketplace.Matching.Narrowing;
using Marketplace.Testing;
using Marketplace.Testing.Matching;
using Xunit;

namespace Marketplace.Tests.Matching.Narrowing;

/// <summary>
/// The exact test of matching.md §10: nobody who fits is outside the hits, and list and counts are those of the engine over everybody.
/// 200 questions in each direction, 2,000 when MARKETPLACE_LONG is 1.
/// </summary>
public sealed class IndexParityTests
{
    private const int Rows = 25_000;

    private static readonly int Questions = LongRun.Questions;
    private static readonly MatchEngine Engine = MatchEngine.Standard;

    [Fact]
    public void From_a_job_the_index_gives_what_the_engine_gives_over_everybody()
    {
        var everybody = new Everybody(Engine, new Population(11).People(Rows));
        var jobs = new Population(12).Jobs(Questions).Select(j => j.Job!).ToList();
        var (hits, fits) = (new ConcurrentBag<int>(), new ConcurrentBag<int>());

        Parallel.ForEach(jobs, (job, _, i) =>
        {
            // Most questions over the whole country, so that there is much to find; some as a coach of the region asks them.
            var question = new CandidateQuestion(Engine.Compile(job.Job))
            {
                Viewer = i % 4 == 0 ? new Viewer(Population.Today, job.RegionCode, everybody.People[(int)i].Candidate!.OrganisationId) : null,
            };
            var fitting = everybody.AssertSame(question);
            hits.Add(everybody.Index.Search(question).Narrowed);
            fits.Add(fitting);
        });

        AssertNarrow(hits, fits);
    }

    [Fact]
    public void What_else_is_on_offer_is_counted_as_if_each_had_been_asked_alone()
    {
        var everybody = new Everybody(Engine, new Population(11).People(5_000));
        foreach (var job in new Population(15).Jobs(40).Select(j => j.Job!.Job))
        {
            var question = new CandidateQuestion(Engine.Compile(job)) { ComparesSomething = true };
            IReadOnlyList<IReadOnlyCollection<string>> offers = [[], .. Measures.All.Select(m => (string[])[.. job.Offers.Union([m.Code])])];

            var answer = everybody.Index.Search(question with { OtherOffers = offers });

            var alone = everybody.Index.Search(question);
            Assert.Equal((alone.Bands, alone.NotNow.Count), (answer.Bands, answer.NotNow.Count));
            Assert.Equal(alone.Listed, answer.Listed);
            Assert.Equal(
                offers.Select(o => everybody.Index.Search(question with { Job = Engine.Compile(job with { Offers = o }) }).Bands), answer.WithOtherOffers);
        }
    }

    [Fact]
    public void Every_demand_one_level_lower_is_counted_as_if_it_had_been_asked_alone()
    {
        var everybody = new Everybody(Engine, new Population(12).People(5_000));
        var counted = 0;
        foreach (var job in new Population(16).Jobs(40).Select(j => j.Job!.Job))
        {
            var question = new CandidateQuestion(Engine.Compile(job)) { ComparesSomething = true };

            var answer = everybody.Index.Search(question with { CountsLowered = true, OtherOffers = [[.. job.Offers.Union(["jobcoach"])]] });

            var alone = everybody.Index.Search(question);
            Assert.Equal((alone.Bands, alone.NotNow.Count), (answer.Bands, answer.NotNow.Count));
            Assert.Equal(alone.Listed, answer.Listed);
            var asked = Dimensions.All.Where(d => job.Tasks.Any(t => t.Demands[d.Index] > 0)).ToList();
            Assert.Equal(asked.Select(d => d.Code), answer.WithLowered.Keys);
            foreach (var dimension in asked)
            {
                var lowered = job with { Tasks = [.. job.Tasks.Select(t => t with { Demands = Levels.Of(Dimensions.Count, i => i == dimension.Index && t.Demands[i] > 0 ? t.Demands[i] - 1 : t.Demands[i]) })] };
                var kept = lowered.Tasks.Any(t => t.Demands.Known.Any(k => k.Value > 0));
                var expected = everybody.Index.Search(question with { Job = Engine.Compile(lowered), ComparesSomething = false });
                if (job.Tasks.All(t => t.Demands.Known.Any(k => k.Value > 0)))
                    Assert.Equal(expected.Bands, answer.WithLowered[dimension.Code]);
                Assert.True(answer.WithLowered[dimension.Code].Total >= alone.Bands.Total, dimension.Code);
                counted += kept ? 1 : 0;
            }
        }

        Assert.True(counted > 200);
    }

    [Fact]
    public void From_a_person_the_index_gives_what_the_engine_gives_over_every_job()
    {
        var jobs = new Population(13).Jobs(Rows).ToList();
        var compiled = jobs.Select(j => (Facts: Engine.Compile(j.Job!.Job), j.Job!.RegionCode)).ToList();
        var index = new JobIndex(Engine);
        index.Rebuild(jobs);
        var people = new Population(14).People(Questions).Select(p => p.Candidate!).ToList();
        var (hits, fits) = (new ConcurrentBag<int>(), new ConcurrentBag<int>());

        Parallel.ForEach(people, (person, _, i) =>
        {
            var facts = Engine.Compile(person.Candidate);
            var question = new JobQuestion(person.Candidate) { Regions = i % 4 == 0 ? new HashSet<string> { person.RegionCode } : null };
            var expected = compiled.Where(j => question.Regions?.Contains(j.RegionCode) is not false)
                .Select(j => (j.Facts.Code, Judgement: Engine.Judge(facts, j.Facts)))
                .Where(j => j.Judgement.Verdict != Verdict.NoFit)
                .OrderBy(j => new ListPlace(j.Judgement.Score, null, j.Code), ListPlace.Order)
                .ToList();
            var found = index.Narrow(question, facts).Select(j => j.Compiled.Code).ToHashSet();
            var answer = index.Search(question);

            Assert.Empty(expected.Select(j => j.Code).Except(found));
            Assert.All(compiled.Where(j => found.Contains(j.Facts.Code)), j => AssertOnlyHoursMayFail(Engine.FailingRules(facts, j.Facts)));
            Assert.Equal(expected.Take(50), answer.Listed.Select(h => (h.Code, h.Judgement)));
            Assert.Equal(Bands(expected.Select(j => j.Judgement.Verdict)), answer.Bands);
            hits.Add(answer.Narrowed);
            fits.Add(expected.Count);
        });

        AssertNarrow(hits, fits);
    }

    [Fact]
    public void Codes_outside_the_lists_unknown_levels_and_closed_bridges_change_nothing() =>
        Gen.Select(Generated.Candidate.Array[40], Generated.Job.Array[3], Gen.Int[0, 2]).Sample(
            (candidates, jobs, closed) =>
            {
                // All open, some, none: then whoever walks or cycles has no way over the water.
                var crossings = Geography.Netherlands.Crossings.Select(c => c.Name);
                var engine = new MatchEngine(new Travel(Geography.Netherlands, closed == 0 ? [] : closed == 1 ? crossings.Take(4) : crossings));
                var everybody = new Everybody(engine, candidates.Select((c, i) => Change(c, i)));
                var jobIndex = new JobIndex(engine);
                jobIndex.Rebuild(jobs.Select((job, i) => new JobChange($"F-{i}", 1, new IndexedJob(job with { Code = $"F-{i}" }, "AM28"))));
                foreach (var job in jobs)
                {
                    var question = new CandidateQuestion(engine.Compile(job));
                    everybody.AssertSame(question);
                    everybody.AssertSame(question with { Take = 3, ComparesSomething = true });
                }

                foreach (var person in everybody.People)
                {
                    var expected = jobs.Count(job => engine.Match(person.Candidate!.Candidate, job).Verdict != Verdict.NoFit);
                    Assert.Equal(expected, jobIndex.Search(new JobQuestion(person.Candidate!.Candidate)).Bands.Total);
                }
            },
            iter: 100);

    /// <summary>Every second person fits in a row; the others hold codes that only a command takes.</summary>
    private static CandidateChange Change(Candidate candidate, int number)
    {
        static List<string> Closed(IEnumerable<string> codes) => [.. codes.Where(c => !c.StartsWith("own-", StringComparison.Ordinal) && c is not "other-tag")];
        var code = number % 5 == 0 ? $"K-{number:0000000}" : $"K-{number:000000}";
        var person = candidate with { Code = code };
        return new CandidateChange(code, 1, new IndexedCandidate(
            number % 2 == 1 ? person : person with
            {
                Certificates = Closed(person.Certificates),
                Exclusions = Closed(person.Exclusions),
                Wishes = new Wishes(Closed(person.Wishes.Sectors), Closed(person.Wishes.Tasks), Closed(person.Wishes.NotTasks)),
            },
            "AM28", Guid.Empty, FoundConsent.NotAsked));
    }

    private static BandCounts Bands(IEnumerable<Verdict> verdicts)
    {
        var counts = verdicts.CountBy(v => v).ToDictionary();
        return new BandCounts(
            counts.GetValueOrDefault(Verdict.Fit),
            counts.GetValueOrDefault(Verdict.FitAfterCarving) + counts.GetValueOrDefault(Verdict.FitWithSupport),
            counts.GetValueOrDefault(Verdict.ToDiscuss));
    }

    /// <summary>Rules 1 to 6 are exact in a row: whoever is found and does not fit fails on the hours that are left.</summary>
    private static void AssertOnlyHoursMayFail(MatchRules failing) => Assert.True((failing & ~MatchRules.Hours) == 0, $"{failing}");

    private static void AssertNarrow(IEnumerable<int> hits, IEnumerable<int> fits)
    {
        var (medianHits, medianFits) = (Median(hits), Median(fits));
        Assert.True(medianFits >= 5, $"A median of {medianFits} is too few to say anything.");
        Assert.True(medianHits <= 3 * medianFits, $"{medianHits} hits for {medianFits} who fit.");
    }

    private static int Median(IEnumerable<int> numbers) => numbers.Order().ElementAt(numbers.Count() / 2);

    /// <summary>People in an index, and the same people for the engine.</summary>
    private sealed class Everybody
    {
        private readonly MatchEngine _engine;
        private readonly CandidateFacts[] _facts;

        internal Everybody(MatchEngine engine, IEnumerable<CandidateChange> people)
        {
            _engine = engine;
            People = [.. people];
            _facts = [.. People.Select(p => engine.Compile(p.Candidate!.Candidate))];
            Index = new CandidateIndex(engine);
            Index.Rebuild(People);
            Assert.Equal(People.Length, Index.Count);
        }

        internal CandidateChange[] People { get; }

        internal CandidateIndex Index { get; }

        /// <summary>Compares the index with the engine over everybody; answers with how many fit.</summary>
        internal int AssertSame(CandidateQuestion question)
        {
            var fitting = new List<(string Code, Judgement Judgement, DateOnly? LastProposed)>();
            var notNow = 0;
            for (var i = 0; i < People.Length; i++)
            {
                var person = People[i].Candidate!;
                if (question.Viewer?.Sees(person.RegionCode, person.OrganisationId, person.Found) is false)
                    continue;
                var judgement = _engine.Judge(_facts[i], question.Job);
                if (judgement.Verdict != Verdict.NoFit)
                    fitting.Add((People[i].Code, judgement, person.Candidate.LastProposed));
                else if (judgement.TravelMinutes is null || judgement.TravelMinutes <= person.Candidate.MaxMinutes + 15)
                    notNow++;
            }

            using var rows = new RowBuffer();
            Index.Narrow(question, rows, out var beside);
            var found = rows.Rows.ToArray().Select(r => r.Code).Concat(beside.Select(b => b.Facts.Code)).ToHashSet();
            Assert.Empty(fitting.Select(f => f.Code).Except(found));
            foreach (ref readonly var row in rows.Rows)
                AssertOnlyHoursMayFail(MatchEngine.FailingRules(row.ToFacts(), question.Job, _engine.Travel.Minutes(row.Postcode, question.Job, row.Modes)!.Value));

            var counted = fitting.Where(f => !question.ComparesSomething || (f.Judgement.Kept & question.Job.Asked) != 0).ToList();
            var answer = Index.Search(question);
            Assert.Equal(
                counted.OrderBy(f => new ListPlace(f.Judgement.Score, f.LastProposed, f.Code), ListPlace.Order).Take(question.Take),
                answer.Listed.Select(h => (h.Code, h.Judgement, h.LastProposed)));
            Assert.Equal(Bands(counted.Select(f => f.Judgement.Verdict)), answer.Bands);
            Assert.Equal(notNow, answer.NotNow.Count);

            var withNotNow = Index.Search(question with { ListsNotNow = true });
            Assert.Equal((answer.Bands, notNow), (withNotNow.Bands, withNotNow.NotNow.Count));
            Assert.Equal(answer.Listed, withNotNow.Listed);
            Assert.Equal(found.Count, answer.Narrowed);
            return fitting.Count;
        }
    }
}
