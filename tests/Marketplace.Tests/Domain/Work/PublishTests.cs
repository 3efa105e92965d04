using Marketplace.Domain.FollowUp;
using Marketplace.Domain.Organisations;
using Marketplace.Domain.Privacy;
using Marketplace.Domain.Regulations;
using Marketplace.Domain.Shared;
using Marketplace.Domain.Vocabulary;
using Marketplace.Domain.Work;
using Xunit;

namespace Marketplace.Tests.Domain.Work;

/// <summary>What a job must be before it goes online: no names, the minimum wage, no paid work without wage, the team's yes.</summary>
public class PublishTests
{
    private static readonly RegulationBook Book = RegulationBook.Current;
    private static readonly Actor Stolk = new(Guid.NewGuid(), "A. Stolk", Guid.NewGuid(), "Retourhuis", Role.Employer, false, ["drechtsteden"]);
    private static readonly Act Friday = new(Stolk, new DateTime(2026, 11, 27, 9, 0, 0, DateTimeKind.Utc), new DateOnly(2026, 11, 27));

    private readonly Organisation _club = Club();

    [Theory]
    [InlineData("Hulp voor Emma", null)]
    [InlineData("Bel 06 12345678", null)]
    [InlineData("Hulp bij retouren", "Post naar piet@bedrijf.nl")]
    [InlineData("Hulp bij retouren", "Helpen bij Jan de Vries")]
    public void A_text_that_names_somebody_is_not_published(string title, string? task)
    {
        var job = Ready();
        (job.Title, job.Tasks[0].Name) = (title, task ?? job.Tasks[0].Name);

        var refused = Assert.Throws<RefusalException>(() => job.Publish(_club, Book, Friday));
        Assert.Equal(task is null ? Refusal.TitleNamesSomebody : Refusal.TaskNamesSomebody, refused.Reason);
    }

    [Fact]
    public void Who_does_it_now_is_a_function_and_no_name()
    {
        var job = Ready();
        job.Tasks[0].DoneBy = "onze Emma";

        Assert.Equal([Refusal.TaskNamesSomebody], Reasons(job));
    }

    [Fact]
    public void A_word_that_is_no_name_is_not_asked_about_again_and_a_number_stays_refused()
    {
        var job = Ready();
        job.Title = "Hulp voor Emma";
        ((IGuardedText)job).AcceptWord("Emma");
        Assert.Empty(Reasons(job));

        job.Title = "Hulp, bel 06 12345678";
        ((IGuardedText)job).AcceptWord("06 12345678");
        Assert.Equal([Refusal.TitleNamesSomebody], Reasons(job));
    }

    [Fact]
    public void A_job_online_takes_no_name_either()
    {
        var job = Ready();
        job.Publish(_club, Book, Friday);
        job.Title = "Hulp voor Emma";

        Assert.Equal(Refusal.TitleNamesSomebody, Assert.Throws<RefusalException>(job.GuardChange).Reason);
    }

    [Theory]
    [InlineData("14.98", false)]
    [InlineData("14.99", true)]
    [InlineData("16.50", true)]
    public void A_wage_below_the_minimum_of_the_day_is_refused_with_amount_and_date(string typed, bool goes)
    {
        var job = Ready();
        job.HourlyWage = decimal.Parse(typed, System.Globalization.CultureInfo.InvariantCulture);
        if (goes)
        {
            job.Publish(_club, Book, Friday);
            return;
        }

        var refused = Assert.Throws<RefusalException>(() => job.Publish(_club, Book, Friday));
        Assert.Equal((Refusal.WageBelowMinimum, 14.98m, 14.99m, new DateOnly(2026, 7, 1)), (refused.Reason, refused.Arguments[0], refused.Arguments[1], refused.Arguments[2]));
    }

    [Fact]
    public void A_job_that_opens_again_pays_the_minimum_of_that_day()
    {
        var spring = Friday with { Today = new DateOnly(2026, 3, 2) };
        var job = Ready();
        job.HourlyWage = Book.On("wml.hourly", spring.Today)!.Number();
        job.Publish(_club, Book, spring);
        job.Pause(spring);

        Assert.Equal(Refusal.WageBelowMinimum, Assert.Throws<RefusalException>(() => job.Reopen(Book, Friday)).Reason);
    }

    [Fact]
    public void The_amount_is_that_of_the_day_on_which_the_work_starts()
    {
        var spring = Friday with { Today = new DateOnly(2026, 3, 2) };
        var least = Book.On("wml.hourly", spring.Today)!.Number()!.Value;
        var job = Ready();
        job.HourlyWage = least;
        Assert.DoesNotContain(Refusal.WageBelowMinimum, job.WhyNotOpen(_club, Book, spring.Today).Select(r => r.Reason));

        job.StartsOn = new DateOnly(2026, 7, 1);
        Assert.Contains(Refusal.WageBelowMinimum, job.WhyNotOpen(_club, Book, spring.Today).Select(r => r.Reason));
    }

    [Theory]
    [InlineData("0", Forms.Regular, Refusal.WageOutOfRange)]
    [InlineData("-1", Forms.Regular, Refusal.WageOutOfRange)]
    [InlineData("9999999.99", Forms.Regular, Refusal.WageOutOfRange)]
    [InlineData("15.005", Forms.Regular, Refusal.WageOutOfRange)]
    [InlineData("15", Forms.Volunteer, Refusal.WageNotForThisForm)]
    public void A_wage_that_cannot_be_is_refused_at_once(string typed, string form, Refusal reason)
    {
        var job = Ready();
        (job.Form, job.HourlyWage) = (form, decimal.Parse(typed, System.Globalization.CultureInfo.InvariantCulture));

        Assert.Equal(reason, Assert.Throws<RefusalException>(job.GuardAnswers).Reason);
    }

    [Theory]
    [InlineData(Forms.Regular, false)]
    [InlineData(Forms.Secondment, false)]
    [InlineData(Forms.Sheltered, false)]
    [InlineData(Forms.BasicJob, false)]
    [InlineData(Forms.Internship, false)]
    [InlineData(Forms.Trial, true)]
    [InlineData(Forms.ParticipationPlace, true)]
    [InlineData(Forms.WorkExperience, true)]
    [InlineData(Forms.Volunteer, true)]
    public void The_questions_are_asked_of_the_forms_that_the_rules_call_unpaid(string form, bool asks)
    {
        var job = Ready();
        job.Form = form;

        Assert.Equal(asks, job.WhyNotOpen(_club, Book, Friday.Today).Any(r => r.Reason == Refusal.JobNeedsDisplacement));
    }

    [Theory]
    [InlineData(Forms.WorkExperience, 0, false)]
    [InlineData(Forms.WorkExperience, 1, true)]
    [InlineData(Forms.WorkExperience, 2, true)]
    [InlineData(Forms.WorkExperience, 3, true)]
    [InlineData(Forms.WorkExperience, 4, false)]
    [InlineData(Forms.WorkExperience, 5, false)]
    [InlineData(Forms.WorkExperience, 6, true)]
    [InlineData(Forms.Volunteer, 1, true)]
    [InlineData(Forms.Trial, 1, false)]
    [InlineData(Forms.Trial, 2, false)]
    [InlineData(Forms.Trial, 3, false)]
    [InlineData(Forms.Trial, 6, true)]
    [InlineData(Forms.Regular, 1, false)]
    public void A_yes_to_1_2_3_or_6_blocks_and_for_a_trial_only_to_6(string form, int yes, bool blocks)
    {
        var job = Ready();
        job.Form = form;
        job.AnswerDisplacement([.. Enumerable.Range(1, 6).Select(q => q == yes)], Friday);

        Assert.Equal(blocks ? [Refusal.WorkIsPaidWork] : [], Reasons(job));
    }

    [Fact]
    public void The_same_rule_judges_the_arrangements_of_a_person()
    {
        foreach (var answers in Enumerable.Range(0, 64).Select(n => Enumerable.Range(0, 6).Select(q => (n >> q & 1) == 1).ToList()))
        {
            var all = new Displacement(answers[0], answers[1], answers[2], answers[3], answers[4], answers[5]);
            foreach (var (form, scheme) in new[] { (Forms.Trial, "trial-placement"), (Forms.WorkExperience, "work-experience"), (Forms.Volunteer, "volunteer") })
            {
                var facts = new Facts(Friday.Today, new PersonFacts(new HashSet<Status> { Status.PwBijstand }, Bijstand: true), new WorkFacts(form, Friday.Today, Displacement: all));
                var isNo = Arrangements.Of(facts, Book).Results.First(s => s.Scheme == scheme).Reasons.Contains("displacement");
                Assert.Equal(all.Blocks(form), isNo);
            }
        }
    }

    [Fact]
    public void Every_answer_keeps_who_gave_it_and_when()
    {
        var job = Ready();
        job.Form = Forms.Trial;
        job.AnswerDisplacement([false, false, false, true, true, false], Friday);
        var kaya = Friday with { By = Stolk with { UserId = Guid.NewGuid(), Name = "M. Kaya" }, At = Friday.At.AddDays(3) };
        job.AnswerDisplacement([false, true, false, true, true, false], kaya);

        Assert.Equal([1, 2, 3, 4, 5, 6], job.DisplacementAnswers.Select(a => a.Question));
        Assert.Equal(["A. Stolk", "M. Kaya", "A. Stolk", "A. Stolk", "A. Stolk", "A. Stolk"], job.DisplacementAnswers.Select(a => a.By));
        Assert.Equal((true, kaya.At, kaya.By.UserId), (job.DisplacementAnswers[1].Yes, job.DisplacementAnswers[1].At, job.DisplacementAnswers[1].ByUserId));
        Assert.Equal(Friday.At, job.DisplacementAnswers[0].At);
    }

    [Fact]
    public void Changing_an_open_job_into_unpaid_work_asks_the_questions_first()
    {
        var job = Ready();
        job.Publish(_club, Book, Friday);
        job.Form = Forms.Volunteer;

        Assert.Equal(Refusal.JobNeedsDisplacement, Assert.Throws<RefusalException>(job.GuardChange).Reason);
    }

    [Theory]
    [InlineData("orderpicker", "orderpicker", true)]
    [InlineData("niemand", "orderpicker", true)]
    [InlineData("niemand", "Niemand", false)]
    [InlineData("orderpicker", null, false)]
    public void A_job_is_carved_when_several_tasks_come_from_somebody(string first, string? second, bool carved)
    {
        var job = Job.Of(_club, [Task(first), .. second is null ? new List<WorkTask>() : [Task(second)]], Friday);

        Assert.Equal(carved, job.IsCarved);
    }

    [Fact]
    public void A_carved_job_waits_for_the_team_and_a_day_to_look_back()
    {
        var job = Ready(Task("orderpicker"), Task("orderpicker"));
        Assert.Equal([Refusal.JobNeedsTeam], Reasons(job));
        Assert.Equal(Refusal.JobNeedsTeam, Assert.Throws<RefusalException>(() => job.Publish(_club, Book, Friday)).Reason);

        job.RecordTeamYes("de ploegleider", Friday.Today, Friday.Today.AddMonths(3), Friday);
        AdviserCall.Publish(job, _club, null, Book, Friday);
        var item = AdviserCall.LookBack(job, null)!;
        Assert.Equal((JobState.Open, "de ploegleider", Friday.Today), (job.State, job.TeamYesBy, job.TeamYesOn));
        Assert.Equal((StepKind.LookBack, Recipient.Adviser, job.Id, new DateOnly(2027, 2, 27), new DateOnly(2027, 2, 27)), (item.Kind, item.Recipient, item.JobId, item.SendOn, item.DueOn));
    }

    [Fact]
    public void The_yes_is_about_these_tasks()
    {
        var job = Ready(Task("orderpicker"), Task("orderpicker"));
        job.RecordTeamYes("de ploegleider", Friday.Today, Friday.Today.AddDays(1), Friday);
        job.Add(Task("orderpicker"), Friday);

        Assert.Equal(("", null, null), (job.TeamYesBy, job.TeamYesOn, job.ReviewOn));
        Assert.Null(AdviserCall.LookBack(job, null));
    }

    [Theory]
    [InlineData(1, 90, Refusal.TeamYesInFuture)]
    [InlineData(0, 0, Refusal.ReviewNotAfterToday)]
    [InlineData(-5, -1, Refusal.ReviewNotAfterToday)]
    public void The_yes_is_not_after_today_and_the_day_to_look_back_is(int yes, int review, Refusal reason)
    {
        var job = Ready(Task("orderpicker"), Task("orderpicker"));

        Assert.Equal(reason, Assert.Throws<RefusalException>(() => job.RecordTeamYes("de ploegleider", Friday.Today.AddDays(yes), Friday.Today.AddDays(review), Friday)).Reason);
        Assert.Null(job.TeamYesOn);
    }

    private IEnumerable<Refusal> Reasons(Job job) => job.WhyNotOpen(_club, Book, Friday.Today).Select(r => r.Reason);

    private Job Ready(params WorkTask[] tasks)
    {
        var job = Job.Of(_club, tasks.Length == 0 ? [Task("orderpicker")] : tasks, Friday);
        (job.HoursMin, job.HoursMax, job.FlexibleDayparts) = (4, 8, ["mon-1"]);
        return job;
    }

    private WorkTask Task(string doneBy) =>
        new(_club.Id, "Dozen vouwen", new TaskRhythm(5, Frequency.Week, 5, 60), Friday) { DoneBy = doneBy, Demands = new Levels([new("D1", 1)]) };

    /// <summary>Without profit, so that volunteer work is possible, and it may offer every form.</summary>
    private static Organisation Club()
    {
        var club = new Organisation("Gemeente", OrganisationKind.Municipality, true) { Sector = "logistics" };
        club.WorksIn("drechtsteden");
        club.AddSite("Dordrecht", "3316");
        return club;
    }
}
