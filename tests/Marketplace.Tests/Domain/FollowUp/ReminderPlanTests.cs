using Marketplace.Domain.FollowUp;
using Marketplace.Domain.Placements;
using Marketplace.Domain.Reminders;
using Marketplace.Domain.Shared;
using Marketplace.Domain.Vocabulary;
using Xunit;
using static Marketplace.Tests.Domain.FollowUp.PlacementExample;

namespace Marketplace.Tests.Domain.FollowUp;

public sealed class ReminderPlanTests
{
    [Fact]
    public void At_the_start_every_line_of_the_function_is_stored()
    {
        var example = new PlacementExample(Terms(end: Start.AddMonths(12).AddDays(-1), subsidy: SubsidyKind.Measured, review: Start.AddMonths(7), lkv: LkvKind.Arbeidsgehandicapt, coachUntil: Start.AddMonths(6))).Started();

        var expected = ReminderRules.Of(ReminderPlan.FactsOf(example.Placement), Book, Start).Lines;

        Assert.NotEmpty(expected);
        Assert.Equal(
            expected.Select(l => $"{l.Code} {l.LegalDate:O} {l.SendOn:O} {l.Recipient} {l.Step}".ToUpperInvariant()).Order(),
            example.FollowUp.Reminders.Select(r => $"{r.Code} {r.LegalDate:O} {r.SendOn:O} {r.Recipient} {r.Step}".ToUpperInvariant()).Order());
        Assert.All(example.FollowUp.Reminders, r => Assert.Equal(ReminderState.Planned, r.State));
    }

    [Fact]
    public void Computing_again_on_the_same_facts_changes_nothing()
    {
        var example = new PlacementExample(Terms(form: Forms.Trial)).Started();
        var before = example.FollowUp.Reminders.Select(r => (r.Id, r.State, r.SendOn)).ToList();
        var steps = example.FollowUp.Steps.Count;

        example.FollowUp.Renew(Book, On(Start));

        Assert.Equal(before, example.FollowUp.Reminders.Select(r => (r.Id, r.State, r.SendOn)));
        Assert.Equal(steps, example.FollowUp.Steps.Count);
    }

    [Fact]
    public void A_later_day_adds_what_came_inside_the_horizon_and_leaves_the_rest()
    {
        var example = new PlacementExample(Terms(subsidy: SubsidyKind.Measured, review: Start.AddMonths(6))).Started();
        var before = example.FollowUp.Reminders.Select(r => r.Id).ToHashSet();
        var januaries = example.Lines("LKS_JAN").Count;

        example.FollowUp.Renew(Book, On(Start.AddMonths(11)));

        Assert.True(example.Lines("LKS_JAN").Count > januaries);
        Assert.All(example.FollowUp.Reminders.Where(r => before.Contains(r.Id)), r => Assert.True(r.IsOpen));
    }

    [Fact]
    public void When_facts_change_planned_lines_become_void_sent_lines_stay_and_done_lines_stay()
    {
        var example = new PlacementExample(Terms()).Started();
        example.Record(Start.AddDays(7), new Talk(Start.AddDays(7), RecordOutcome.GoesWell, EmployerTookPart: true));
        example.MakeDue(new DateOnly(2026, 3, 27)); // FU_M1 of 2 April was sent

        var start = Start.AddDays(7);
        ChangeTerms.To(example.FollowUp, Terms(start: start), Book, On(new DateOnly(2026, 3, 28)));

        Assert.All(example.Lines("FU_W1").Where(r => r.LegalDate == Start.AddDays(7)), r => Assert.Equal(ReminderState.Done, r.State));
        Assert.All(example.Lines("FU_M1").Where(r => r.LegalDate == Start.AddMonths(1)), r => Assert.Equal(ReminderState.Due, r.State));
        Assert.All(example.Lines("FU_M3").Where(r => r.LegalDate == Start.AddMonths(3)), r => Assert.Equal((ReminderState.Void, VoidReason.FactsChanged), (r.State, r.VoidBecause)));
        Assert.All(example.Lines("FU_M3").Where(r => r.LegalDate == start.AddMonths(3)), r => Assert.Equal(ReminderState.Planned, r.State));
    }

    [Fact]
    public void When_facts_change_back_the_same_row_follows_again()
    {
        var example = new PlacementExample(Terms()).Started();
        var line = example.Lines("FU_M12")[0];

        ChangeTerms.To(example.FollowUp, Terms(end: Start.AddMonths(6)), Book, On(Start.AddDays(1)));
        Assert.Equal(ReminderState.Void, line.State);
        ChangeTerms.To(example.FollowUp, Terms(), Book, On(Start.AddDays(2)));

        Assert.Equal((ReminderState.Planned, null), (line.State, line.VoidBecause));
    }

    [Fact]
    public void A_sending_day_that_somebody_moved_is_left_alone()
    {
        var example = new PlacementExample(Terms()).Started();
        var line = example.Lines("FU_M3")[0];
        line.Snooze(Start.AddMonths(2), On(Start.AddDays(3)));

        example.FollowUp.Renew(Book, On(Start.AddDays(4)));

        Assert.Equal(Start.AddMonths(2), line.SendOn);
        Assert.Equal(Start.AddMonths(3), line.LegalDate);
    }

    [Fact]
    public void Of_a_placement_that_is_entered_late_the_latest_talks_and_all_dates_of_law_are_open_and_older_contacts_void()
    {
        var entered = Start.AddMonths(7);
        var example = new PlacementExample(Terms(lkv: LkvKind.Arbeidsgehandicapt), enteredOn: entered).Started(entered);

        Assert.All(example.Lines("FU_W1").Concat(example.Lines("FU_M1")).Concat(example.Lines("FU_M3")), r => Assert.Equal(VoidReason.PastAtEntry, r.VoidBecause));
        Assert.All(example.Lines("FU_M6"), r => Assert.True(r.IsOpen));
        Assert.Equal([false, true], example.Lines("DOORSTROOM").Where(r => r.LegalDate < entered && r.Recipient == Recipient.Consultant).Select(r => r.IsOpen));
        Assert.All(example.Lines("LKV_DECL").Concat(example.Lines("NORISK_ASK")), r => Assert.True(r.IsOpen && r.LegalDate < entered));
    }

    [Fact]
    public void Computing_again_later_does_not_revive_what_was_over_when_it_was_entered()
    {
        var entered = Start.AddMonths(7);
        var example = new PlacementExample(Terms(), enteredOn: entered).Started(entered);

        example.FollowUp.Renew(Book, On(entered.AddMonths(8)));

        Assert.All(example.Lines("FU_M1"), r => Assert.Equal(VoidReason.PastAtEntry, r.VoidBecause));
    }

    [Theory]
    [InlineData(Forms.Internship)]
    [InlineData(Forms.TryOutDay)]
    [InlineData(Forms.DayActivity)]
    [InlineData(Forms.BasicJob)]
    public void The_four_forms_without_arrangements_get_talks_and_next_steps_only(string form)
    {
        var example = new PlacementExample(Terms(form: form, issuer: CoachIssuer.None)).Started();

        Assert.Contains(example.FollowUp.Reminders, r => r.Code == "FU_W1");
        Assert.Contains(example.FollowUp.Reminders, r => r.Code == ReminderCodes.DoorstroomTalk);
        Assert.All(example.FollowUp.Reminders, r => Assert.True(r.IsTalk));
    }

    [Fact]
    public void A_coach_of_whom_nobody_knows_who_pays_gets_the_talks_and_no_dates_of_a_decision()
    {
        var example = new PlacementExample(Terms(issuer: CoachIssuer.Unknown)).Started();

        Assert.Contains(example.FollowUp.Reminders, r => r is { Code: "FU_W1", Recipient: Recipient.JobCoach });
        Assert.DoesNotContain(example.FollowUp.Reminders, r => ReminderCodes.IsAboutCoach(r.Code));
        Assert.Contains(example.FollowUp.Steps, s => s is { Kind: StepKind.MissingFact, About: "jobcoach", Recipient: Recipient.Consultant });
    }

    [Fact]
    public void Without_a_coach_the_consultant_gets_the_part_of_the_coach_once()
    {
        var example = new PlacementExample(Terms(issuer: CoachIssuer.None), hasCoach: false).Started();

        Assert.Single(example.Lines("FU_M3"));
        Assert.Equal([Recipient.Consultant, Recipient.Employer], example.Lines("FU_W1").Select(r => r.Recipient).Order());
    }

    [Fact]
    public void A_missing_fact_is_an_item_until_it_is_known()
    {
        var example = new PlacementExample(Terms(end: Start.AddMonths(12), subsidy: SubsidyKind.Measured, lkv: LkvKind.Unknown)).Started();
        Assert.Equal(["firstContractStart", "lks.reviewOn", "lkv"], example.FollowUp.Steps.Where(s => s.IsOpen).Select(s => s.About).Order());

        ChangeTerms.To(example.FollowUp, Terms(end: Start.AddMonths(12), subsidy: SubsidyKind.Measured, review: Start.AddMonths(5), firstContract: Start), Book, On(Start.AddDays(1)));

        Assert.DoesNotContain(example.FollowUp.Steps, s => s.IsOpen);
        Assert.Contains(example.FollowUp.Reminders, r => r.Code == ReminderCodes.LoonwaardeReview);
    }

    [Fact]
    public void A_placement_that_is_agreed_has_no_reminders_yet()
    {
        var example = new PlacementExample(Terms(), enteredOn: Start.AddDays(-10));

        ChangeTerms.To(example.FollowUp, Terms(form: Forms.Trial), Book, On(Start.AddDays(-5)));

        Assert.Empty(example.FollowUp.Reminders);
        Assert.Equal(Refusal.NotInThisState, Assert.Throws<RefusalException>(() => example.Started(Start.AddDays(-1))).Reason);
    }
}
