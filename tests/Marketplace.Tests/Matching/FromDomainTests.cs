using Marketplace.Domain.People;
using Marketplace.Domain.Vocabulary;
using Marketplace.Domain.Work;
using Marketplace.Matching;
using Marketplace.Tests.Domain.Proposals;
using Xunit;

namespace Marketplace.Tests.Matching;

/// <summary>Stored people and jobs as the engine knows them.</summary>
public sealed class FromDomainTests
{
    private readonly Made _made = new();

    [Fact]
    public void A_person_becomes_a_candidate_with_what_comes_along_and_without_what_only_helps()
    {
        var person = _made.Person(change: p =>
        {
            p.SetSupport(["quiet-place", "lifting-aid"], ["jobcoach"], ["haccp"], ["heights"]);
            p.SetWishes([Forms.Regular, Forms.Trial], ["care"], ["kitchen"], ["wood"], new Levels([new("B1", 3)]));
            p.LastProposedOn = new DateOnly(2026, 10, 1);
        });

        var candidate = person.ToCandidate();

        Assert.Equal((person.Code, person.Pc4, 45), (candidate.Code, candidate.Pc4, candidate.MaxMinutes));
        Assert.Equal(new CandidateHours(8, 16, 24), candidate.Hours);
        Assert.Equal(["jobcoach"], candidate.Support);
        Assert.Equal(["haccp"], candidate.Certificates);
        Assert.Equal(["heights"], candidate.Exclusions);
        Assert.Equal(["care"], candidate.Wishes.Sectors);
        Assert.Equal(["kitchen"], candidate.Wishes.Tasks);
        Assert.Equal(["wood"], candidate.Wishes.NotTasks);
        Assert.Equal([Forms.Regular, Forms.Trial], candidate.Forms);
        Assert.Equal((3, 3), (candidate.Capacities["D1"], candidate.Growth["B1"]));
        Assert.Equal(person.LastProposedOn, candidate.LastProposed);
    }

    [Fact]
    public void A_job_keeps_its_minutes_essential_tasks_and_ids()
    {
        var job = _made.Job(change: j =>
        {
            j.PickUpPc4 = "3351";
            j.Certificates = ["vca-basis"];
            j.Tasks[0].IsEssential = true;
        });

        var match = job.ToMatchJob();

        Assert.Equal(new JobHours(8, 20), match.Hours);
        Assert.Equal(("3316", "3351", "industry", Forms.Regular), (match.Pc4, match.PickUpPc4, match.Sector, match.Form));
        Assert.Equal(["vca-basis"], match.Certificates);
        Assert.Equal(job.Tasks.Select(t => (t.Id.ToString("N"), t.Rhythm.MinutesPerWeek, t.IsEssential)), match.Tasks.Select(t => (t.Code, t.MinutesPerWeek, t.Essential)));
    }

    [Fact]
    public void Who_is_not_complete_or_lives_nowhere_is_not_compared()
    {
        var unknown = new Person("K-10002", _made.Municipality.Id, "drechtsteden", Made.ConsultantId, "3311", Made.Coach);

        Assert.False(unknown.IsComparable());
        Assert.Throws<InvalidOperationException>(() => unknown.ToCandidate());
        Assert.False(_made.Person(change: p => p.Pc4 = "0000").IsComparable());
        Assert.True(_made.Person().IsComparable());
    }

    [Fact]
    public void A_job_of_which_nothing_was_asked_is_not_compared()
    {
        var job = _made.Job();
        Assert.True(job.IsComparable());

        foreach (var task in job.Tasks)
            task.Demands = Levels.None;

        Assert.False(job.IsComparable());
    }

    [Fact]
    public void A_task_on_which_nothing_was_asked_counts_its_hours_and_is_neither_kept_nor_out()
    {
        var job = _made.Job(withUnasked: true);
        var person = _made.Person(can: [("D1", 2), ("B1", 2), ("D2", 2)]);
        var (candidate, matchJob) = (person.ToCandidate(), job.ToMatchJob());
        var result = MatchEngine.Standard.Match(candidate, matchJob);

        var snapshot = result.ToSnapshot(MatchEngine.Standard.Explain(candidate, matchJob), job);

        Assert.Equal(Verdict.FitAfterCarving, result.Verdict);
        Assert.Equal([Task(job, "Stapelen")], snapshot.TasksOut);
        Assert.Equal([Task(job, "Sorteren")], snapshot.TasksKept);
        Assert.Equal(16m, snapshot.Hours);
        Assert.True(result.ComparesSomething(job));
    }

    [Fact]
    public void Where_only_such_tasks_would_stay_there_is_no_match()
    {
        var job = _made.Job(withUnasked: true, change: j => j.HoursMin = 4);
        var person = _made.Person(can: [("D1", 0)], change: p => p.SetTimes(4, 4, 8, ["mon-1", "tue-1"]));

        var result = MatchEngine.Standard.Match(person.ToCandidate(), job.ToMatchJob());

        Assert.Equal(Verdict.FitAfterCarving, result.Verdict);
        Assert.False(result.ComparesSomething(job));
    }

    [Fact]
    public void Asked_of_the_employer_is_what_is_offered_and_used_and_never_what_comes_along()
    {
        // One step short on B1: the supervisor of the offer and the job coach who comes along both help.
        var job = _made.Job(change: j => j.Offers = ["jobcoach", "fixed-supervisor", "quiet-place"]);
        var offered = _made.Person(can: [("D1", 3), ("B1", 1), ("D2", 2)]);
        var comesAlong = _made.Person(can: [("D1", 3), ("B1", 1), ("D2", 2)], change: p => p.SetSupport([], ["jobcoach"], [], []));

        Assert.Equal(["jobcoach"], Asked(job, offered));
        Assert.Empty(Asked(job, comesAlong));
    }

    [Fact]
    public void Who_does_not_fit_has_no_proposal_to_keep()
    {
        var (job, person) = (_made.Job(), _made.Person(change: p => p.SetWishes([Forms.Volunteer], [], [], [], Levels.None)));
        var (candidate, matchJob) = (person.ToCandidate(), job.ToMatchJob());

        Assert.Throws<ArgumentException>(() =>
            MatchEngine.Standard.Match(candidate, matchJob).ToSnapshot(MatchEngine.Standard.Explain(candidate, matchJob), job));
    }

    [Fact]
    public void The_way_has_the_minutes_of_the_result_and_says_how()
    {
        var job = _made.Job(change: j => j.PickUpPc4 = "3351").ToMatchJob();
        var near = _made.Person(change: p =>
        {
            p.Pc4 = "3316";
            p.SetTravel(["walk", "bike"], 60);
        }).ToCandidate();
        var across = _made.Person(change: p => p.Pc4 = "3351").ToCandidate();

        var (way, toPickUp) = (MatchEngine.Standard.FastestWay(near, job)!, MatchEngine.Standard.FastestWay(across, job)!);

        Assert.Equal(("bike", false), (way.Mode, way.ToPickUp));
        Assert.Equal(MatchEngine.Standard.Match(near, job).TravelMinutes, way.Minutes);
        Assert.True(toPickUp.ToPickUp);
        Assert.Equal(MatchEngine.Standard.Match(across, job).TravelMinutes, toPickUp.Minutes);
    }

    private static Guid Task(Job job, string name) => job.Tasks.Single(t => t.Name == name).Id;

    private static IReadOnlyList<string> Asked(Job job, Person person)
    {
        var (candidate, matchJob) = (person.ToCandidate(), job.ToMatchJob());
        return MatchEngine.Standard.Match(candidate, matchJob).ToSnapshot(MatchEngine.Standard.Explain(candidate, matchJob), job).Asked;
    }
}
