using Marketplace.Domain.FollowUp;
using Marketplace.Domain.Organisations;
using Marketplace.Domain.People;
using Marketplace.Domain.Proposals;
using Marketplace.Domain.Regulations;
using Marketplace.Domain.Shared;
using Marketplace.Domain.Vocabulary;
using Marketplace.Domain.Work;
using Xunit;

namespace Marketplace.Tests.Domain.People;

/// <summary>What stops together with a consent, with two jobs at one employer and one at another.</summary>
public sealed class StopConsentTests
{
    private static readonly DateOnly Today = new(2026, 11, 24);

    private static readonly Act Now = new(new Actor(Guid.NewGuid(), "S. Yilmaz", Guid.NewGuid(), "Sociale dienst", Role.Consultant, false, []), new DateTime(2026, 11, 24, 8, 0, 0, DateTimeKind.Utc), Today);

    private readonly Organisation _first = new("Eerste", OrganisationKind.Company, false);
    private readonly Organisation _second = new("Tweede", OrganisationKind.Company, false);
    private readonly Person _person;

    public StopConsentTests()
    {
        _person = new Person("K-12345", Guid.NewGuid(), "region", Guid.NewGuid(), "3311", Now);
        _person.Give(ConsentPurpose.Found, null, ConsentWay.Together, false, "", Now);
        _person.Give(ConsentPurpose.Proposed, null, ConsentWay.Together, false, "", Now);
    }

    [Fact]
    public void Stopping_to_be_proposed_ends_consent_to_meet_where_no_introduction_goes_on()
    {
        var (going, goesOn) = Meet(_first, goOn: true);
        var (waiting, planned) = Meet(_first, goOn: false);
        var (elsewhere, other) = Meet(_second, goOn: false);

        StopConsent.ToBeProposed(_person, [going, waiting, elsewhere], [goesOn, planned, other], Now);

        Assert.Equal((ProposalState.WantsToMeet, ProposalState.Withdrawn, ProposalState.Withdrawn), (going.State, waiting.State, elsewhere.State));
        Assert.Equal((IntroductionState.GoesOn, IntroductionState.Stopped, IntroductionState.Stopped), (goesOn.State, planned.State, other.State));
        Assert.NotNull(_person.ConsentOn(ConsentPurpose.Meet, Today, _first.Id));
        Assert.Null(_person.ConsentOn(ConsentPurpose.Meet, Today, _second.Id));
        Assert.NotNull(_person.ConsentOn(ConsentPurpose.Found, Today));
    }

    [Fact]
    public void Stopping_to_meet_one_employer_leaves_the_other()
    {
        var (here, stopped) = Meet(_first, goOn: false);
        var (there, stays) = Meet(_second, goOn: false);

        StopConsent.ToMeet(_person, [here, there], [stopped, stays], Now, _first.Id);

        Assert.Equal((ProposalState.Withdrawn, ProposalState.WantsToMeet), (here.State, there.State));
        Assert.Equal((IntroductionState.Stopped, IntroductionState.ToPlan), (stopped.State, stays.State));
        Assert.NotNull(_person.ConsentOn(ConsentPurpose.Meet, Today, _second.Id));
    }

    [Fact]
    public void Somebody_else_is_left_alone()
    {
        var (mine, introduction) = Meet(_first, goOn: false);
        var other = new Person("K-54321", Guid.NewGuid(), "region", Guid.NewGuid(), "3311", Now);

        StopConsent.Everything(other, [mine], [introduction], Now);

        Assert.Equal((ProposalState.WantsToMeet, IntroductionState.ToPlan), (mine.State, introduction.State));
    }

    [Fact]
    public void Only_steps_that_ask_for_nothing_any_more_go_away()
    {
        var (gone, stopped) = Meet(_first, goOn: false);
        var (going, goesOn) = Meet(_second, goOn: true);
        var plan = Step(StepKind.PlanIntroduction, gone.Id);
        var place = Step(StepKind.AgreePlacement, going.Id);
        var foundEnds = Step(StepKind.ConsentEnds, null, ConsentPurpose.Found);
        var proposedEnds = Step(StepKind.ConsentEnds, null, ConsentPurpose.Proposed);

        StopConsent.ToBeProposed(_person, [gone, going], [stopped, goesOn], Now);
        StopConsent.VoidSteps(_person, [plan, place, foundEnds, proposedEnds], [gone, going], [stopped, goesOn]);

        Assert.Equal((true, false, false, true), (plan.IsVoid, place.IsVoid, foundEnds.IsVoid, proposedEnds.IsVoid));

        OpenStep Step(StepKind kind, Guid? proposalId, ConsentPurpose? about = null) =>
            new(kind, Recipient.JobCoach, null, null, Today, Today) { ProposalId = proposalId, PersonId = _person.Id, About = about?.ToString() ?? "" };
    }

    private (Proposal Proposal, Introduction Introduction) Meet(Organisation employer, bool goOn)
    {
        var job = new Job(employer, "Inpakker", Now) { HoursMin = 4, HoursMax = 20, FlexibleDayparts = ["mon-1"], Place = "Dordrecht", Pc4 = "3311" };
        job.Add(new WorkTask(employer.Id, "Dozen vouwen", new TaskRhythm(5, Frequency.Week, 5, 240), Now) { DoneBy = "de chef", Demands = new Levels([new("D1", 1)]) }, Now);
        job.Publish(employer, RegulationBook.Current, Now);
        var proposal = Proposal.Make(job, _person, new MatchSnapshot("fit", [], [], 16, 10, []), 5, 0, false, Now);
        if (_person.ConsentOn(ConsentPurpose.Meet, Today, employer.Id) is null)
            _person.Give(ConsentPurpose.Meet, employer.Id, ConsentWay.Together, false, "", Now);
        var introduction = proposal.Accept(_person, Now);
        if (goOn)
        {
            introduction.Plan(Now.At.AddMinutes(1), "Hier", "de chef", Now);
            introduction.Hold(Now);
            introduction.GoOn(Now);
        }

        return (proposal, introduction);
    }
}
