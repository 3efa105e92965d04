using Marketplace.Domain.FollowUp;
using Marketplace.Domain.Placements;
using Marketplace.Domain.Shared;
using Marketplace.Domain.Vocabulary;
using Xunit;
using static Marketplace.Tests.Domain.FollowUp.PlacementExample;

namespace Marketplace.Tests.Domain.FollowUp;

public sealed class NextStepTests
{
    private static readonly DateOnly Contract = Start.AddMonths(2);

    [Fact]
    public void A_trial_and_the_contract_after_it_are_one_chain()
    {
        var trial = new PlacementExample(Terms(form: Forms.Trial, subsidy: SubsidyKind.None)).Started();
        trial.MakeDue(Start.AddMonths(1));

        var contract = NextStep.Agree(trial.Placement, trial.Person, Terms(start: Contract), "mevrouw Smit", On(Contract.AddDays(-5)));
        Assert.Equal(PlacementState.Running, trial.Placement.State);
        Assert.Contains(trial.FollowUp.Reminders, r => r.IsOpen);

        var next = new PlacementFollowUp(contract);
        StartPlacement.Start(next, trial.FollowUp, Book, On(Contract));

        Assert.Equal((PlacementState.NextStep, Contract.AddDays(-1)), (trial.Placement.State, trial.Placement.LastDay));
        Assert.Equal((trial.Placement.Id, PlacementState.Running), (contract.PreviousId!.Value, contract.State));
        Assert.DoesNotContain(trial.FollowUp.Reminders, r => r.IsOpen);
        Assert.All(trial.FollowUp.Reminders, r => Assert.Equal(VoidReason.NextStep, r.VoidBecause));
        Assert.Contains(next.Reminders, r => r.Code == "FU_W1" && r.LegalDate == Contract.AddDays(7));
        Assert.Equal(trial.Placement.Workplaces.Select(w => w.Pc4), contract.Workplaces.Select(w => w.Pc4));
    }

    [Fact]
    public void Questions_about_facts_of_the_ended_placement_go_away()
    {
        var trial = new PlacementExample(Terms(form: Forms.Trial, issuer: CoachIssuer.Unknown)).Started();
        Assert.Contains(trial.FollowUp.Steps, s => s.IsOpen);
        var contract = NextStep.Agree(trial.Placement, trial.Person, Terms(start: Contract), "mevrouw Smit", On(Contract));

        StartPlacement.Start(new PlacementFollowUp(contract), trial.FollowUp, Book, On(Contract));

        Assert.DoesNotContain(trial.FollowUp.Steps, s => s.IsOpen);
    }

    [Fact]
    public void A_next_step_starts_after_the_previous_one_and_follows_a_running_placement()
    {
        var trial = new PlacementExample(Terms(form: Forms.Trial));
        Assert.Equal(Refusal.NotInThisState, Agreeing(Contract));

        trial.Started();
        Assert.Equal(Refusal.NextStepBeforePrevious, Agreeing(Start));

        Refusal Agreeing(DateOnly start) => Assert.Throws<RefusalException>(
            () => NextStep.Agree(trial.Placement, trial.Person, Terms(start: start), "mevrouw Smit", On(Contract))).Reason;
    }
}
