using Marketplace.Domain.FollowUp;
using Marketplace.Domain.Organisations;
using Marketplace.Domain.Regulations;
using Marketplace.Domain.Shared;
using Marketplace.Domain.Vocabulary;
using Marketplace.Domain.Work;
using Xunit;

namespace Marketplace.Tests.Domain.Work;

public class JobTests
{
    private static readonly Act Friday = new(Actor.Program, new DateTime(2026, 11, 27, 9, 0, 0, DateTimeKind.Utc), new DateOnly(2026, 11, 27));

    private static readonly RegulationBook Book = RegulationBook.Current;

    private readonly Organisation _employer = Employer();

    [Fact]
    public void A_job_is_named_after_the_task_that_takes_most_time()
    {
        var small = Task("Ramen lappen", 30);
        var large = Task("Dozen vouwen", 90);

        Assert.Equal("Dozen vouwen", Job.Of(_employer, [large], Friday).Title);
        Assert.Equal("Schappen vullen en ander werk", Job.Of(_employer, [small, Task("Schappen vullen", 91)], Friday).Title);
    }

    [Fact]
    public void Choosing_tasks_brings_new_ones_in_and_sends_the_others_back_to_the_list()
    {
        var (stays, leaves, comes) = (Task("blijft"), Task("gaat"), Task("komt"));
        var job = Job.Of(_employer, [stays, leaves], Friday);
        job.Choose([stays, comes], [stays.Id], Friday);

        Assert.Equal([stays, comes], job.Tasks);
        Assert.Equal((true, false), (stays.IsEssential, comes.IsEssential));
        Assert.Equal((TaskState.Listed, null), (leaves.State, leaves.JobId));
    }

    [Fact]
    public void Choosing_no_task_or_one_that_may_not_move_is_refused()
    {
        var job = Job.Of(_employer, [Task("een")], Friday);
        var stuck = Task("vast");
        stuck.MayMove = false;
        stuck.DoneBy = "de chef";

        Assert.Equal(Refusal.JobNeedsTask, Assert.Throws<RefusalException>(() => job.Choose([], [], Friday)).Reason);
        var refused = Assert.Throws<RefusalException>(() => job.Choose([stuck], [], Friday));
        Assert.Equal((Refusal.TaskMayNotMove, "de chef"), (refused.Reason, refused.Arguments[0]));
    }

    [Fact]
    public void Everything_that_is_missing_is_said_at_once_and_publishing_refuses_the_first()
    {
        var bare = new Organisation("Zonder plek", OrganisationKind.Company, false);
        var job = new Job(bare, "Hulp", Friday) { Form = Forms.Volunteer };
        job.Add(new WorkTask(bare.Id, "Nog niets gevraagd", new TaskRhythm(1, Frequency.Week, 5, 60), Friday) { Demands = new Levels([new("D1", 0)]) }, Friday);

        Assert.Equal(
            [Refusal.VolunteerOnlyAtNonProfit, Refusal.JobNeedsDemands, Refusal.JobNeedsHours, Refusal.JobNeedsDayparts, Refusal.JobNeedsPlace, Refusal.JobNeedsDisplacement],
            job.WhyNotOpen(bare, Book, Friday.Today).Select(r => r.Reason));
        Assert.Equal(Refusal.VolunteerOnlyAtNonProfit, Assert.Throws<RefusalException>(() => job.Publish(bare, Book, Friday)).Reason);
    }

    [Fact]
    public void Publishing_gives_the_adviser_two_working_days_to_call()
    {
        var job = Ready();
        var adviser = new Adviser(Guid.NewGuid(), Guid.NewGuid(), "M. Kaya", "078");
        var step = AdviserCall.Publish(job, _employer, adviser, Book, Friday);

        Assert.Equal(JobState.Open, job.State);
        Assert.Equal((StepKind.NewJob, Recipient.Adviser, adviser.UserId, adviser.OrganisationId, job.Id), (step.Kind, step.Recipient, step.UserId, step.OrganisationId, step.JobId));
        Assert.Equal((new DateOnly(2026, 11, 27), new DateOnly(2026, 12, 1)), (step.SendOn, step.DueOn));
    }

    [Fact]
    public void A_refused_job_gives_no_item()
    {
        var job = Ready();
        job.HoursMin = 20;
        job.HoursMax = 30;
        var refused = Assert.Throws<RefusalException>(() => AdviserCall.Publish(job, _employer, null, Book, Friday));

        Assert.Equal((Refusal.TasksDoNotFillHours, 5m, 20m), (refused.Reason, refused.Arguments[0], refused.Arguments[1]));
        Assert.Equal(JobState.Concept, job.State);
    }

    [Fact]
    public void An_open_job_stays_complete_and_a_stopped_one_is_not_changed()
    {
        var job = Ready();
        job.Publish(_employer, Book, Friday);
        job.GuardChange();
        job.FlexibleDayparts = [];
        Assert.Equal(Refusal.JobNeedsDayparts, Assert.Throws<RefusalException>(job.GuardChange).Reason);

        job.Stop(Friday);
        Assert.Empty(job.Tasks);
        Assert.Equal(Refusal.NotInThisState, Assert.Throws<RefusalException>(job.GuardChange).Reason);
    }

    [Fact]
    public void A_task_takes_everything_over_from_its_example()
    {
        var example = TaskExamples.All.First(e => e.SeasonFrom is not null && e.Circumstances.Count > 0);
        var task = Task("van een voorbeeld");
        task.Follow(example);

        Assert.Equal((example.Code, example.Demands, example.SeasonFrom, example.SeasonTo), (task.ExampleCode, task.Demands, task.SeasonFrom, task.SeasonTo));
        Assert.Equal(example.Tags, task.Tags);
        Assert.Equal(example.Circumstances, task.Circumstances);
        Assert.Equal(example.Certificates, task.Certificates);
        task.GuardAnswers();
    }

    private static Organisation Employer()
    {
        var employer = new Organisation("Retourhuis", OrganisationKind.Company, false) { Sector = "logistics" };
        employer.WorksIn("drechtsteden");
        employer.AddSite("Dordrecht", "3316");
        return employer;
    }

    private WorkTask Task(string name, int minutes = 60) =>
        new(_employer.Id, name, new TaskRhythm(5, Frequency.Week, 5, minutes), Friday) { DoneBy = "orderpicker", Demands = new Levels([new("D1", 1)]) };

    private Job Ready()
    {
        var job = Job.Of(_employer, [Task("een")], Friday);
        (job.HoursMin, job.HoursMax, job.FlexibleDayparts) = (4, 8, ["mon-1"]);
        return job;
    }
}
