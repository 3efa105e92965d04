using System.Collections.Concurrent;
using System.Diagnostics;
using CsCheck;
using Marketplace.Domain.Vocabulary;
using Marketplace.Matching;
using Marketplace.Matching.Geo;
using Marketplace.Matching.Narrowing;
using Marketplace.Testing;
using Marketplace.Testing.Matching;
using Marketplace.Tests.Matching;
using Xunit;

namespace Marketplace.Tests.Search;

/// <summary>
/// The exact test of matching.md §10 for Elasticsearch: nobody who fits is outside the hits, and list and counts are those of the engine over
/// everybody. 200 questions in each direction, 2,000 when MARKETPLACE_LONG is 1. Every answer comes from Elasticsearch: one that does not fails.
/// </summary>
[Collection(SearchNode.Name)]
public sealed class ElasticParityTests(SearchNode node)
{
    private const int Rows = 25_000;
    private const int AtOnce = 2;

    private static readonly int Questions = LongRun.Questions;
    private static readonly MatchEngine Engine = MatchEngine.Standard;

    [Fact]
    public async Task From_a_job_elasticsearch_gives_what_the_engine_gives_over_everybody()
    {
        await using var place = await SearchPlace.Of(node.Settings(), Engine, new Population(11).People(Rows).ToList(), []);
        var everybody = place.People.Select(p => (Person: p.Candidate!, Facts: Engine.Compile(p.Candidate!.Candidate))).ToList();
        var jobs = new Population(12).Jobs(Questions).Select(j => j.Job!).ToList();
        var (hits, fits, times) = (new ConcurrentBag<int>(), new ConcurrentBag<int>(), new ConcurrentBag<double>());

        await Parallel.ForAsync(0, Questions, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (i, token) =>
        {
            var question = new CandidateQuestion(Engine.Compile(jobs[i].Job))
            {
                Viewer = i % 4 == 0 ? new Viewer(Population.Today, jobs[i].RegionCode, everybody[i].Person.OrganisationId) : null,
                Without = i % 8 == 1 ? everybody.Skip(i).Take(500).Select(p => p.Person.Candidate.Code).ToHashSet() : new HashSet<string>(),
                ComparesSomething = i % 16 == 2,
            };
            var seen = everybody
                .Where(p => question.Viewer?.Sees(p.Person.RegionCode, p.Person.OrganisationId, p.Person.Found) is not false && !question.Without.Contains(p.Person.Candidate.Code))
                .Select(p => (p.Person, p.Facts, Judgement: Engine.Judge(p.Facts, question.Job)))
                .ToList();
            var fitting = seen.Where(p => p.Judgement.Verdict != Verdict.NoFit).ToList();
            var counted = fitting.Where(p => !question.ComparesSomething || (p.Judgement.Kept & question.Job.Asked) != 0).ToList();

            using var rows = await place.Elastic.NarrowAsync(question, token);
            var start = Stopwatch.GetTimestamp();
            var answer = await place.Index.SearchAsync(question, token);
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);

            Assert.Equal(IndexSource.Elasticsearch, answer.Source);
            var found = rows.Rows.ToArray();
            Assert.Empty(fitting.Select(p => p.Person.Candidate.Code).Except(found.Select(r => r.Code)));
            Assert.All(found, row => AssertOnlyTravelOrHoursMayFail(MatchEngine.FailingRules(row.ToFacts(), question.Job, Minutes(row, question.Job))));
            Assert.Equal(
                counted.OrderBy(p => new ListPlace(p.Judgement.Score, p.Person.Candidate.LastProposed, p.Person.Candidate.Code), ListPlace.Order).Take(50)
                    .Select(p => (p.Person.Candidate.Code, p.Judgement, p.Person.Candidate.LastProposed)),
                answer.Listed.Select(h => (h.Code, h.Judgement, h.LastProposed)));
            Assert.Equal(Bands(counted.Select(p => p.Judgement.Verdict)), answer.Bands);
            Assert.Equal(seen.Count(p => IsNotNow(p.Facts, p.Judgement)), answer.NotNow.Count);
            Assert.Equal(found.Length, answer.Narrowed);
            if (i % 10 == 0)
            {
                await AssertSameNotNow(place, question, token);
                await AssertSameOtherOffers(place, question, jobs[i].Job, token);
            }

            hits.Add(found.Length);
            fits.Add(fitting.Count);
        });

        AssertNarrow(hits, fits);
        TestContext.Current.SendDiagnosticMessage("people: " + Figures(hits, fits, times));
    }

    [Fact]
    public async Task From_a_person_elasticsearch_gives_what_the_engine_gives_over_every_job()
    {
        await using var place = await SearchPlace.Of(node.Settings(), Engine, [], new Population(13).Jobs(Rows).ToList());
        var compiled = place.Jobs.Select(j => (Facts: Engine.Compile(j.Job!.Job), j.Job!.RegionCode)).ToList();
        var people = new Population(14).People(Questions).Select(p => p.Candidate!).ToList();
        var (hits, fits, times) = (new ConcurrentBag<int>(), new ConcurrentBag<int>(), new ConcurrentBag<double>());

        await Parallel.ForAsync(0, Questions, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (i, token) =>
        {
            var facts = Engine.Compile(people[i].Candidate);
            var question = new JobQuestion(people[i].Candidate) { Regions = i % 4 == 0 ? new HashSet<string> { people[i].RegionCode } : null };
            var expected = compiled.Where(j => question.Regions?.Contains(j.RegionCode) is not false)
                .Select(j => (j.Facts.Code, Judgement: Engine.Judge(facts, j.Facts)))
                .Where(j => j.Judgement.Verdict != Verdict.NoFit)
                .OrderBy(j => new ListPlace(j.Judgement.Score, null, j.Code), ListPlace.Order)
                .ToList();

            var found = (await place.Elastic.NarrowAsync(question, token)).ToHashSet();
            var start = Stopwatch.GetTimestamp();
            var answer = await place.Index.SearchAsync(question, token);
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);

            Assert.Equal(IndexSource.Elasticsearch, answer.Source);
            Assert.Empty(expected.Select(j => j.Code).Except(found));
            Assert.All(compiled.Where(j => found.Contains(j.Facts.Code)), j => AssertOnlyHoursMayFail(Engine.FailingRules(facts, j.Facts)));
            Assert.Equal(expected.Take(50), answer.Listed.Select(h => (h.Code, h.Judgement)));
            Assert.Equal(Bands(expected.Select(j => j.Judgement.Verdict)), answer.Bands);
            Assert.Equal(found.Count, answer.Narrowed);
            hits.Add(found.Count);
            fits.Add(expected.Count);
        });

        AssertNarrow(hits, fits);
        TestContext.Current.SendDiagnosticMessage("jobs: " + Figures(hits, fits, times));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(4)]
    [InlineData(int.MaxValue)]
    public async Task Codes_outside_the_lists_unknown_levels_and_closed_bridges_change_nothing(int closed)
    {
        // All open, some, none: then whoever walks or cycles has no way over the water.
        var engine = new MatchEngine(new Travel(Geography.Netherlands, Geography.Netherlands.Crossings.Select(c => c.Name).Take(closed)));
        var settings = node.Settings();
        await Gen.Select(Generated.Candidate.Array[400], Generated.Job.Array[60]).SampleAsync(
            async (candidates, jobs) =>
            {
                await using var place = await SearchPlace.Of(settings, engine, [.. candidates.Select(Change)], [.. jobs.Select(Change)]);
                foreach (var job in jobs)
                {
                    var question = new CandidateQuestion(engine.Compile(job)) { Take = 400 };
                    var (elastic, inProcess) = (await place.Index.SearchAsync(question, CancellationToken.None), place.InProcess.Candidates.Search(question));
                    Assert.Equal(IndexSource.Elasticsearch, elastic.Source);
                    Assert.Equal(inProcess.Listed, elastic.Listed);
                    Assert.Equal((inProcess.Bands, inProcess.NotNow.Count), (elastic.Bands, elastic.NotNow.Count));
                    await AssertSameNotNow(place, question, CancellationToken.None);
                }

                foreach (var person in place.People.Take(60))
                {
                    var question = new JobQuestion(person.Candidate!.Candidate) { Take = 60 };
                    var (elastic, inProcess) = (await place.Index.SearchAsync(question, CancellationToken.None), place.InProcess.Jobs.Search(question));
                    Assert.Equal(IndexSource.Elasticsearch, elastic.Source);
                    Assert.Equal(inProcess.Listed, elastic.Listed);
                    Assert.Equal(inProcess.Bands, elastic.Bands);
                }
            },
            iter: 1);
    }

    /// <summary>Every second person fits in a row; the others hold codes that only a command takes.</summary>
    private static CandidateChange Change(Candidate candidate, int number)
    {
        static List<string> Closed(IEnumerable<string> codes) => [.. codes.Where(c => !c.StartsWith("own-", StringComparison.Ordinal) && c is not "other-tag")];
        var person = candidate with { Code = $"K-{number:000000}" };
        return new CandidateChange(person.Code, 1, new IndexedCandidate(
            number % 2 == 1 ? person : person with
            {
                Certificates = Closed(person.Certificates),
                Exclusions = Closed(person.Exclusions),
                Wishes = new Wishes(Closed(person.Wishes.Sectors), Closed(person.Wishes.Tasks), Closed(person.Wishes.NotTasks)),
            },
            "AM28", Guid.Empty, FoundConsent.NotAsked));
    }

    private static JobChange Change(MatchJob job, int number) => new($"F-{number}", 1, new IndexedJob(job with { Code = $"F-{number}" }, "AM28"));

    private static async Task AssertSameOtherOffers(SearchPlace place, CandidateQuestion question, MatchJob job, CancellationToken token)
    {
        var asked = question with { CountsLowered = true, OtherOffers = [[], .. Measures.All.Select(m => (string[])[.. job.Offers.Union([m.Code])])] };

        var (answer, inProcess) = (await place.Index.SearchAsync(asked, token), place.InProcess.Candidates.Search(asked));

        Assert.Equal(IndexSource.Elasticsearch, answer.Source);
        Assert.Equal((inProcess.Bands, inProcess.NotNow.Count), (answer.Bands, answer.NotNow.Count));
        Assert.Equal(inProcess.Listed, answer.Listed);
        Assert.Equal(inProcess.WithOtherOffers, answer.WithOtherOffers);
        Assert.Equal(inProcess.WithLowered.OrderBy(l => l.Key), answer.WithLowered.OrderBy(l => l.Key));
    }

    private static async Task AssertSameNotNow(SearchPlace place, CandidateQuestion question, CancellationToken token)
    {
        var asked = question with { ListsNotNow = true };
        var (elastic, inProcess) = (await place.Index.SearchAsync(asked, token), place.InProcess.Candidates.Search(asked));
        Assert.Equal(IndexSource.Elasticsearch, elastic.Source);
        Assert.Equal((inProcess.Bands, inProcess.NotNow.Count), (elastic.Bands, elastic.NotNow.Count));
        Assert.Equal(inProcess.NotNow.Listed, elastic.NotNow.Listed);
        Assert.Equal(inProcess.Listed, elastic.Listed);
    }

    private static int Minutes(in CandidateRow row, CompiledJob job) => Engine.Travel.Minutes(row.Postcode, job, row.Modes) ?? Travel.Impossible;

    private static bool IsNotNow(in CandidateFacts facts, in Judgement judgement) =>
        judgement.Verdict == Verdict.NoFit && (judgement.TravelMinutes is null || judgement.TravelMinutes <= facts.MaxTravelMinutes + 15);

    /// <summary>Rules 1, 2, 3, 5 and 6 are exact in the question itself.</summary>
    private static void AssertOnlyTravelOrHoursMayFail(MatchRules failing) => Assert.True((failing & ~(MatchRules.Travel | MatchRules.Hours)) == 0, $"{failing}");

    private static void AssertOnlyHoursMayFail(MatchRules failing) => Assert.True((failing & ~MatchRules.Hours) == 0, $"{failing}");

    private static BandCounts Bands(IEnumerable<Verdict> verdicts)
    {
        var counts = verdicts.CountBy(v => v).ToDictionary();
        return new BandCounts(
            counts.GetValueOrDefault(Verdict.Fit),
            counts.GetValueOrDefault(Verdict.FitAfterCarving) + counts.GetValueOrDefault(Verdict.FitWithSupport),
            counts.GetValueOrDefault(Verdict.ToDiscuss));
    }

    private static void AssertNarrow(IEnumerable<int> hits, IEnumerable<int> fits)
    {
        var (medianHits, medianFits) = (Middle(hits), Middle(fits));
        Assert.True(medianFits >= 5, $"A median of {medianFits} is too few to say anything.");
        Assert.True(medianHits <= 3 * medianFits, $"{medianHits} hits for {medianFits} who fit.");
    }

    private static string Figures(IEnumerable<int> hits, IEnumerable<int> fits, IEnumerable<double> times) =>
        $"median hits {Middle(hits)}, median fits {Middle(fits)}, hits {hits.Sum()}, fits {fits.Sum()}, ms p50 {Middle(times):0.0}, p95 {times.Order().ElementAt(times.Count() * 95 / 100):0.0}";

    private static T Middle<T>(IEnumerable<T> numbers) => numbers.Order().ElementAt(numbers.Count() / 2);
}
