using Marketplace.Domain.Vocabulary;
using Marketplace.Matching;
using Marketplace.Matching.Narrowing;
using Marketplace.Tests.Domain.Proposals;
using Xunit;

namespace Marketplace.Tests.Matching.Narrowing;

/// <summary>Changes of the index from a person.</summary>
public sealed class JobIndexTests
{
    private static readonly Candidate Candidate = ContractFiles.Read(ContractFiles.Bytes("match-example.in.json")).Candidates[0];
    private static readonly MatchJob Example = ContractFiles.Read(ContractFiles.Bytes("match-example.in.json")).Jobs[0];

    private readonly JobIndex _index = new(MatchEngine.Standard);

    [Fact]
    public void Jobs_come_change_and_go_by_revision()
    {
        _index.Apply([Job("F-1", 5), Job("F-2", 5)]);
        _index.Apply([Job("F-1", 4, j => j with { Form = Forms.Volunteer }), new JobChange("F-2", 5, null), Job("F-3", 1), Job("F-3", 2)]);

        Assert.Equal(["F-1", "F-2", "F-3"], Found());

        _index.Apply([Job("F-1", 6, j => j with { Form = Forms.Volunteer }), new JobChange("F-2", 6, null)]);
        _index.Apply([Job("F-2", 6)]);

        Assert.Equal(["F-3"], Found());
        Assert.Equal(2, _index.Count);

        _index.Rebuild([Job("F-2", 1)]);

        Assert.Equal(["F-2"], Found());
    }

    [Fact]
    public void A_job_that_cannot_be_compared_is_told_and_keeps_no_other_out()
    {
        _index.Apply([Job("F-1", 1)]);

        var changed = _index.Apply([Job("F-2", 1), new JobChange("F-1", 2, null), Job("F-3", 1, j => j with { Pc4 = "0000" })]);
        Assert.Equal("F-3", Assert.Single(changed).Code);
        Assert.Equal(["F-2"], Found());

        Assert.Equal("F-2", Assert.Single(_index.Rebuild([Job("F-2", 2, j => j with { Tasks = [] }), Job("F-1", 3)])).Code);
        Assert.Equal(["F-1"], Found());
    }

    [Fact]
    public void Only_the_regions_asked_for_are_counted()
    {
        _index.Apply([Job("F-1", 1), Job("F-2", 1) with { Job = new IndexedJob(Example with { Code = "F-2" }, "R2") }]);

        Assert.Equal(["F-2"], _index.Search(new JobQuestion(Candidate) { Regions = new HashSet<string> { "R2" } }).Listed.Select(h => h.Code));
        Assert.Equal(0, _index.Search(new JobQuestion(Candidate) { Regions = new HashSet<string>() }).Bands.Total);
    }

    [Fact]
    public void A_pick_up_point_near_by_counts_and_a_job_far_away_does_not()
    {
        _index.Apply([Job("F-1", 1, j => j with { Pc4 = "9711" }), Job("F-2", 1, j => j with { Pc4 = "9711", PickUpPc4 = Candidate.Pc4 })]);

        Assert.Equal(["F-2"], Found());
    }

    [Fact]
    public void A_task_of_which_nothing_was_asked_is_a_job_only_where_that_is_enough()
    {
        var unasked = Example.Tasks.Select(t => t with { Demands = Levels.None, MinutesPerWeek = 600 });
        _index.Apply([Job("F-1", 1, j => j with { Tasks = [.. unasked] })]);

        Assert.Equal(1, _index.Search(new JobQuestion(Candidate)).Bands.Total);
        Assert.Equal(0, _index.Search(new JobQuestion(Candidate) { ComparesSomething = true }).Bands.Total);
    }

    [Fact]
    public void A_stored_job_is_in_the_index_only_while_it_can_be_compared()
    {
        var job = new Made().Job();

        var change = JobChange.Of(job, 7);

        Assert.Equal((FromDomain.CodeOf(job.Id), 7L), (change.Code, change.Revision));
        Assert.Equal((job.RegionCode, job.Pc4), (change.Job!.RegionCode, change.Job.Job.Pc4));

        job.Pause(Made.Coach);

        Assert.Null(JobChange.Of(job, 8).Job);
    }

    private IEnumerable<string> Found() => _index.Search(new JobQuestion(Candidate)).Listed.Select(h => h.Code);

    private static JobChange Job(string code, long revision, Func<MatchJob, MatchJob>? change = null)
    {
        var job = Example with { Code = code };
        return new JobChange(code, revision, new IndexedJob(change?.Invoke(job) ?? job, "R1"));
    }
}
