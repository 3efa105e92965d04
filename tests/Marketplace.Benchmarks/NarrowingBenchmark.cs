using Marketplace.Matching;
using Marketplace.Matching.Narrowing;
using Marketplace.Testing.Matching;

namespace Marketplace.Benchmarks;

/// <summary>The index in the process over the whole country (matching.md §13).</summary>
internal static class NarrowingBenchmark
{
    private const int Questions = 1_000;

    internal static void Run(int people, int jobs)
    {
        var engine = MatchEngine.Standard;
        var population = new Population(1);
        // The index is built from a sequence that exists already: reading it from a database is measured elsewhere.
        var everybody = population.People(people).ToList();
        var asked = new Population(2).Jobs(Questions).Select(j => j.Job!).ToList();

        var index = new CandidateIndex(engine);
        var before = Memory();
        index.Rebuild(everybody);
        var bytes = Memory() - before;
        Measured.Each("candidate-index-build", people, bytes, [() => Rebuilt(index, everybody)]);

        var compiled = asked.Select(j => engine.Compile(j.Job)).ToList();
        Measured.Each("candidates-country", people, bytes, [.. compiled.Select(job => new Func<int>(() => index.Search(new CandidateQuestion(job)).Bands.Total))]);
        Measured.Each("candidates-country-narrowed", people, bytes, [.. compiled.Select(job => new Func<int>(() => index.Search(new CandidateQuestion(job)).Narrowed))]);
        Measured.Each("candidates-region", people, bytes, [.. asked.Select((job, i) => new Func<int>(() =>
            index.Search(new CandidateQuestion(compiled[i]) { Viewer = new Viewer(Population.Today, job.RegionCode, null) }).Bands.Total))]);
        Measured.Each("not-now-region", people, bytes, [.. asked.Take(200).Select((job, i) => new Func<int>(() =>
            index.Search(new CandidateQuestion(compiled[i]) { ListsNotNow = true, Viewer = new Viewer(Population.Today, job.RegionCode, null) }).NotNow.Count))]);

        var revision = 1L;
        Measured.Each("candidate-change", people, bytes, [.. everybody.Take(200).Select(person => new Func<int>(() =>
        {
            index.Apply([person with { Revision = ++revision, Candidate = person.Candidate! with { RegionCode = "AM01" } }]);
            return index.Count;
        }))]);

        var jobIndex = new JobIndex(engine);
        var allJobs = population.Jobs(jobs).ToList();
        before = Memory();
        jobIndex.Rebuild(allJobs);
        bytes = Memory() - before;
        Measured.Each("jobs-country", jobs, bytes, [.. everybody.Take(Questions).Select(person => new Func<int>(() =>
            jobIndex.Search(new JobQuestion(person.Candidate!.Candidate)).Bands.Total))]);
    }

    private static int Rebuilt(CandidateIndex index, IReadOnlyList<CandidateChange> everybody)
    {
        index.Rebuild(everybody);
        return index.Count;
    }

    private static long Memory() => GC.GetTotalMemory(forceFullCollection: true);
}
