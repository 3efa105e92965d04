using Marketplace.Domain.FollowUp;
using Marketplace.Domain.Placements;
using Marketplace.Domain.Shared;
using Xunit;
using static Marketplace.Tests.Domain.FollowUp.PlacementExample;

namespace Marketplace.Tests.Domain.FollowUp;

public sealed class RecordTalkTests
{
    private static readonly DateOnly HalfYear = Start.AddMonths(6);

    [Fact]
    public void One_record_closes_follow_up_and_next_step_of_one_date_for_every_recipient_but_the_employer()
    {
        var example = new PlacementExample(Terms()).Started();

        var record = example.Record(HalfYear, new Talk(HalfYear, RecordOutcome.GoesWell));

        var talks = example.FollowUp.Reminders.Where(r => r.IsTalk && r.LegalDate == HalfYear).ToList();
        Assert.Equal(5, talks.Count);
        Assert.All(talks.Where(r => r.Recipient != Recipient.Employer), r => Assert.Equal((ReminderState.Done, record.Id), (r.State, r.RecordId)));
        Assert.All(talks.Where(r => r.Recipient == Recipient.Employer), r => Assert.True(r.IsOpen));
        Assert.All(example.FollowUp.Reminders.Where(r => r.LegalDate != HalfYear), r => Assert.True(r.IsOpen));
    }

    [Fact]
    public void The_line_of_the_employer_is_answered_when_the_employer_took_part()
    {
        var example = new PlacementExample(Terms()).Started();

        example.Record(HalfYear, new Talk(HalfYear, RecordOutcome.GoesWell, EmployerTookPart: true));

        Assert.All(example.Lines("FU_M6"), r => Assert.Equal(ReminderState.Done, r.State));
    }

    [Fact]
    public void A_record_of_the_employer_closes_the_line_of_the_employer_only()
    {
        var example = new PlacementExample(Terms()).Started();

        example.Record(HalfYear, new Talk(HalfYear, RecordOutcome.GoesWell), Recipient.Employer);

        Assert.All(example.Lines("FU_M6"), r => Assert.Equal(r.Recipient != Recipient.Employer, r.IsOpen));
        Assert.All(example.Lines("DOORSTROOM"), r => Assert.True(r.IsOpen));
    }

    [Fact]
    public void A_talk_never_closes_a_date_of_law_of_the_same_day()
    {
        var example = new PlacementExample(Terms(subsidy: SubsidyKind.Flat)).Started();

        example.Record(HalfYear, new Talk(HalfYear, RecordOutcome.GoesWell, EmployerTookPart: true));

        Assert.All(example.Lines("LKS_FORFAIT_END"), r => Assert.True(r.IsOpen && r.LegalDate == HalfYear));
    }

    [Fact]
    public void Something_needed_opens_an_item_for_the_coach_in_two_working_days()
    {
        var example = new PlacementExample(Terms()).Started();
        var friday = new DateOnly(2026, 3, 6);

        example.Record(Start.AddDays(7), new Talk(friday, RecordOutcome.SomethingNeeded));

        var step = Assert.Single(example.FollowUp.NewSteps, s => s.Kind == StepKind.SomethingNeeded);
        Assert.Equal((Recipient.JobCoach, example.Coach, new DateOnly(2026, 3, 10)), (step.Recipient, step.UserId, step.DueOn));
    }

    [Fact]
    public void Without_a_coach_the_consultant_gets_what_is_needed()
    {
        var example = new PlacementExample(Terms(issuer: CoachIssuer.None), hasCoach: false).Started();

        example.Record(Start.AddDays(7), new Talk(Start.AddDays(7), RecordOutcome.SomethingNeeded), Recipient.Employer);

        var step = Assert.Single(example.FollowUp.NewSteps, s => s.Kind == StepKind.SomethingNeeded);
        Assert.Equal((Recipient.Consultant, example.Consultant), (step.Recipient, step.UserId));
    }

    [Fact]
    public void An_agreed_act_becomes_an_item_of_its_owner_on_its_day()
    {
        var example = new PlacementExample(Terms()).Started();
        var before = new DateOnly(2026, 3, 23);

        var record = example.Record(Start.AddDays(7), new Talk(Start.AddDays(7), RecordOutcome.GoesWell, AgreedAct: "Een fiets regelen", AgreedOwner: Recipient.Employer, AgreedBefore: before));

        var step = Assert.Single(example.FollowUp.NewSteps, s => s.Kind == StepKind.AgreedAct);
        Assert.Equal((Recipient.Employer, example.Placement.EmployerId, before), (step.Recipient, step.OrganisationId, step.DueOn));
        Assert.Equal((Recipient.Employer, before), (record.AgreedOwner, record.AgreedBefore));
        Assert.True(step.SendOn < before);
    }

    [Fact]
    public void A_stop_closes_talks_keeps_dates_of_law_inside_the_work_and_asks_to_call_today()
    {
        var example = new PlacementExample(Terms(subsidy: SubsidyKind.Flat, lkv: LkvKind.Arbeidsgehandicapt)).Started();
        example.MakeDue(Start.AddMonths(4));
        var lastDay = Start.AddMonths(4);

        example.Record(Start.AddMonths(3), new Talk(lastDay, RecordOutcome.Stopped, LastDay: lastDay, StopReason: StopReason.WorkWasDone));

        Assert.Equal((PlacementState.Stopped, lastDay, StopReason.WorkWasDone), (example.Placement.State, example.Placement.LastDay, example.Placement.StoppedBecause));
        Assert.DoesNotContain(example.FollowUp.Reminders, r => r.IsTalk && r.IsOpen);
        Assert.All(example.Lines("LKV_DECL").Concat(example.Lines("NORISK_ASK")), r => Assert.True(r.IsOpen)); // start + 3 and + 2 months: inside
        Assert.All(example.Lines("LKS_FORFAIT_END"), r => Assert.Equal(VoidReason.Stopped, r.VoidBecause)); // start + 6 months: after the end
        var call = Assert.Single(example.FollowUp.NewSteps, s => s.Kind == StepKind.CallToday);
        Assert.Equal((Recipient.Consultant, example.Consultant, lastDay), (call.Recipient, call.UserId, call.DueOn));
    }

    [Fact]
    public void A_stop_asks_the_last_day_and_refuses_one_in_the_future_and_one_before_the_start()
    {
        var example = new PlacementExample(Terms()).Started();
        var today = Start.AddDays(7);

        Assert.Equal(Refusal.LastDayNeeded, Refused(null));
        Assert.Equal(Refusal.LastDayInFuture, Refused(today.AddDays(1)));
        Assert.Equal(Refusal.LastDayBeforeStart, Refused(Start.AddDays(-1)));

        Refusal Refused(DateOnly? lastDay) => Assert.Throws<RefusalException>(
            () => example.Record(today, new Talk(today, RecordOutcome.Stopped, LastDay: lastDay))).Reason;
    }

    [Fact]
    public void A_talk_lies_not_in_the_future_and_not_after_the_end_of_the_placement()
    {
        var example = new PlacementExample(Terms()).Started();
        var today = Start.AddDays(7);
        Assert.Equal(Refusal.RecordDateInFuture, Assert.Throws<RefusalException>(
            () => RecordTalk.Record(example.FollowUp, today, new Talk(today.AddDays(1), RecordOutcome.GoesWell), Recipient.JobCoach, Book, On(today))).Reason);

        example.Record(today, new Talk(today, RecordOutcome.Stopped, LastDay: today));

        Assert.Equal(Refusal.NotInThisState, Assert.Throws<RefusalException>(
            () => example.Record(today, new Talk(today, RecordOutcome.GoesWell))).Reason);
    }
}
