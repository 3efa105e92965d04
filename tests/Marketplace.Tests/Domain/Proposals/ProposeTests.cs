using Marketplace.Domain.FollowUp;
using Marketplace.Domain.Organisations;
using Marketplace.Domain.People;
using Marketplace.Domain.Proposals;
using Marketplace.Domain.Shared;
using Xunit;

namespace Marketplace.Tests.Domain.Proposals;

/// <summary>The verbs of a proposal and an introduction, with what each asks of whom.</summary>
public sealed class ProposeTests
{
    private static readonly MatchSnapshot Fits = new("fit", [], [], 16, 12, []);

    private readonly Made _made = new();
    private readonly List<OpenStep> _steps = [];

    [Fact]
    public void A_proposal_asks_the_employer_for_an_answer_in_five_working_days()
    {
        var (proposal, answer) = Propose.Make(_made.Job(), _made.Person(), Fits, 5, 0, false, Made.Coach);

        // Tuesday 24 November + five working days: a weekend lies between.
        Assert.Equal((StepKind.AnswerProposal, Recipient.Employer, new DateOnly(2026, 12, 1)), (answer.Kind, answer.Recipient, answer.DueOn));
        Assert.Equal((_made.Employer.Id, (Guid?)null, proposal.Id), (answer.OrganisationId, answer.UserId, answer.ProposalId));
        Assert.Null(answer.PersonId);
    }

    [Theory]
    [InlineData(ConsentPurpose.Found, Refusal.NoConsentFound)]
    [InlineData(ConsentPurpose.Proposed, Refusal.NoConsentProposed)]
    public void Without_consent_nobody_is_proposed(ConsentPurpose missing, Refusal refusal)
    {
        var person = _made.Person();
        if (missing == ConsentPurpose.Found)
            StopConsent.Everything(person, [], [], Made.Coach);
        else
            StopConsent.ToBeProposed(person, [], [], Made.Coach);

        Assert.Equal(refusal, Refused(() => Propose.Make(_made.Job(), person, Fits, 5, 0, false, Made.Coach)));
    }

    [Fact]
    public void A_sixth_open_proposal_and_a_second_of_the_same_person_are_refused()
    {
        var (job, person) = (_made.Job(), _made.Person());

        Assert.Equal(Refusal.TooManyProposals, Refused(() => Propose.Make(job, person, Fits, 5, 5, false, Made.Coach)));
        Assert.Equal(Refusal.AlreadyProposed, Refused(() => Propose.Make(job, person, Fits, 5, 0, true, Made.Coach)));
        Assert.Equal(ProposalState.Proposed, Propose.Make(job, person, Fits, 5, 4, false, Made.Coach).Proposal.State);
    }

    [Fact]
    public void A_yes_of_the_employer_asks_the_consultant_for_consent_and_closes_the_question()
    {
        var (proposal, person) = Proposed();

        var (introduction, next) = Propose.Accept(proposal, person, _steps, Made.Coach);

        Assert.Equal((IntroductionState.AwaitingConsent, ProposalState.WantsToMeet), (introduction.State, proposal.State));
        Assert.Equal((StepKind.AskConsentToMeet, Recipient.Consultant, (Guid?)Made.ConsultantId), (next.Kind, next.Recipient, next.UserId));
        Assert.All(_steps, s => Assert.False(s.IsOpen));
    }

    [Fact]
    public void Where_consent_to_meet_holds_already_the_coach_plans()
    {
        var (proposal, person) = Proposed();
        person.Give(ConsentPurpose.Meet, _made.Employer.Id, ConsentWay.Together, false, "", Made.Coach);

        var (introduction, next) = Propose.Accept(proposal, person, _steps, Made.Coach);

        Assert.Equal(IntroductionState.ToPlan, introduction.State);
        Assert.Equal((StepKind.PlanIntroduction, (Guid?)Made.CoachId), (next.Kind, next.UserId));
    }

    [Theory]
    [InlineData(DeclineReason.Filled, false)]
    [InlineData(DeclineReason.Times, false)]
    [InlineData(DeclineReason.NoSupervisor, false)]
    [InlineData(DeclineReason.TasksChanged, false)]
    [InlineData(DeclineReason.Waiting, false)]
    [InlineData(DeclineReason.CallMe, true)]
    public void Only_call_me_gives_the_adviser_a_task(DeclineReason reason, bool calls)
    {
        var (proposal, _) = Proposed();
        var adviser = new Adviser(Guid.NewGuid(), Guid.NewGuid(), "M. Kaya", "078 000 00 10");

        var call = Propose.Decline(proposal, reason, _steps, adviser, Made.Coach);

        Assert.Equal((ProposalState.NotForThisJob, reason), (proposal.State, proposal.Declined));
        Assert.Equal(calls, call is not null);
        if (call is not null)
            Assert.Equal((StepKind.EmployerAsksCall, Recipient.Adviser, adviser.UserId, new DateOnly(2026, 11, 26)), (call.Kind, call.Recipient, call.UserId, call.DueOn));
        Assert.All(_steps, s => Assert.False(s.IsOpen));
    }

    [Fact]
    public void An_answer_can_be_given_once()
    {
        var (proposal, person) = Proposed();
        Propose.Decline(proposal, DeclineReason.Filled, _steps, null, Made.Coach);

        Assert.Equal(Refusal.NotInThisState, Refused(() => Propose.Accept(proposal, person, _steps, Made.Coach)));
        Assert.Equal(Refusal.NotInThisState, Refused(() => Propose.Decline(proposal, DeclineReason.Times, _steps, null, Made.Coach)));
    }

    [Fact]
    public void Taking_back_stops_the_introduction_ends_consent_to_meet_and_leaves_nothing_to_do()
    {
        var (introduction, proposal, person) = Planned();

        Propose.Withdraw(proposal, introduction, person, _steps, meetsHereOtherwise: false, Made.Coach);

        Assert.Equal((ProposalState.Withdrawn, IntroductionState.Stopped), (proposal.State, introduction.State));
        Assert.Null(person.ConsentOn(ConsentPurpose.Meet, Made.Today, _made.Employer.Id));
        Assert.All(_steps, s => Assert.False(s.IsOpen));
    }

    /// <summary>The coach, a week later.</summary>
    private static Act Afterwards => Made.Coach with { At = Made.Coach.At.AddDays(7), Today = Made.Coach.Today.AddDays(7) };

    [Fact]
    public void A_meeting_that_is_still_to_come_was_not_held()
    {
        var (introduction, _, _) = Planned();

        Assert.Equal(Refusal.MeetingNotYet, Refused(() => introduction.Hold(Made.Coach)));
        Assert.Equal(IntroductionState.Planned, introduction.State);
    }

    [Fact]
    public void What_both_go_on_with_cannot_be_taken_back()
    {
        var (introduction, proposal, person) = Planned();
        introduction.Hold(Afterwards);
        Introduce.GoOn(introduction, _steps, Made.Coach);

        Assert.Equal(Refusal.NotInThisState, Refused(() => Propose.Withdraw(proposal, introduction, person, _steps, false, Made.Coach)));
    }

    [Fact]
    public void Planning_asks_the_coach_for_the_outcome_on_the_next_working_day_and_again_when_it_moves()
    {
        var (introduction, _, _) = Planned(new DateOnly(2026, 11, 27));

        // Friday 27 November: the next working day is Monday.
        var record = Assert.Single(_steps, s => s.IsOpen);
        Assert.Equal((StepKind.RecordIntroduction, new DateOnly(2026, 11, 30)), (record.Kind, record.DueOn));

        _steps.Add(Introduce.Plan(introduction, Moment(new DateOnly(2026, 12, 2)), "Hier", "A. Stolk", [.. _steps], Made.Coach));

        Assert.True(record.IsVoid);
        Assert.Equal(new DateOnly(2026, 12, 3), Assert.Single(_steps, s => s.IsOpen).DueOn);
    }

    [Fact]
    public void A_moment_in_the_past_changes_nothing()
    {
        var (introduction, _, _) = Planned();
        var before = introduction.PlannedAt;

        Assert.Equal(Refusal.MomentInPast, Refused(() => Introduce.Plan(introduction, Made.Coach.At, "Hier", "A. Stolk", _steps, Made.Coach)));
        Assert.Equal(before, introduction.PlannedAt);
        Assert.Single(_steps, s => s.IsOpen);
    }

    [Fact]
    public void Going_on_asks_the_coach_for_the_placement_and_keeps_consent()
    {
        var (introduction, _, person) = Planned();
        introduction.Hold(Afterwards);

        var next = Introduce.GoOn(introduction, _steps, Made.Coach);

        Assert.Equal((StepKind.AgreePlacement, (Guid?)Made.CoachId), (next.Kind, next.UserId));
        Assert.NotNull(person.ConsentOn(ConsentPurpose.Meet, Made.Today, _made.Employer.Id));
        Assert.All(_steps, s => Assert.False(s.IsOpen));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Consent_to_meet_ends_with_the_introduction_unless_another_one_needs_it(bool meetsHereOtherwise)
    {
        var (introduction, _, person) = Planned();

        Introduce.Stop(introduction, person, _steps, meetsHereOtherwise, Made.Coach);

        Assert.Equal(IntroductionState.Stopped, introduction.State);
        Assert.Equal(meetsHereOtherwise, person.ConsentOn(ConsentPurpose.Meet, Made.Today, _made.Employer.Id) is not null);
        Assert.All(_steps, s => Assert.False(s.IsOpen));
    }

    private (Proposal Proposal, Person Person) Proposed()
    {
        var person = _made.Person();
        var (proposal, answer) = Propose.Make(_made.Job(), person, Fits, 5, 0, false, Made.Coach);
        _steps.Add(answer);
        return (proposal, person);
    }

    private (Introduction Introduction, Proposal Proposal, Person Person) Planned(DateOnly? day = null)
    {
        var (proposal, person) = Proposed();
        var (introduction, ask) = Propose.Accept(proposal, person, _steps, Made.Coach);
        _steps.Add(ask);
        person.Give(ConsentPurpose.Meet, _made.Employer.Id, ConsentWay.Together, false, "", Made.Coach);
        _steps.Add(Introduce.Allow(introduction, person, _steps, Made.Coach));
        _steps.Add(Introduce.Plan(introduction, Moment(day ?? new DateOnly(2026, 11, 26)), "Op het werk", "A. Stolk", [.. _steps], Made.Coach));
        return (introduction, proposal, person);
    }

    private static DateTime Moment(DateOnly day) => DutchCalendar.ToUtc(day.ToDateTime(new TimeOnly(10, 0)));

    private static Refusal Refused(Action act) => Assert.Throws<RefusalException>(act).Reason;
}
