using Marketplace.Domain.Organisations;
using Marketplace.Domain.Regulations;
using Marketplace.Domain.Shared;
using Xunit;

namespace Marketplace.Tests.Domain.Regulations;

/// <summary>What a municipality sets itself: dated, with a source, and never by one person alone.</summary>
public sealed class MunicipalValueTests
{
    private static readonly Guid Municipality = Guid.NewGuid();
    private static readonly Act One = ActOf("B. Heer");
    private static readonly Act Other = ActOf("F. Beer");

    [Fact]
    public void A_value_counts_from_its_first_day_once_somebody_else_approved_it()
    {
        var value = Proposed(3, new DateOnly(2026, 7, 1));
        Assert.Null(MunicipalValue.On([value], MunicipalRule.JobcoachHours, new DateOnly(2026, 8, 1)));

        value.Approve([], Other);

        Assert.Null(MunicipalValue.On([value], MunicipalRule.JobcoachHours, new DateOnly(2026, 6, 30)));
        Assert.Equal(3, MunicipalValue.On([value], MunicipalRule.JobcoachHours, new DateOnly(2026, 7, 1))!.Value);
        Assert.Null(MunicipalValue.On([value], MunicipalRule.LoonwaardeReview, new DateOnly(2026, 8, 1)));
        Assert.Equal((Other.By.UserId, Other.Today), (value.DecidedBy, value.DecidedOn));
        Assert.Equal([null, nameof(MunicipalValueState.Proposed)], value.NewChanges.Select(c => c.From));
    }

    [Fact]
    public void Nobody_approves_an_own_proposal()
    {
        var value = Proposed(3, new DateOnly(2026, 7, 1));

        Assert.Equal(Refusal.FourEyes, Assert.Throws<RefusalException>(() => value.Approve([], One)).Reason);

        Assert.Equal(MunicipalValueState.Proposed, value.State);
    }

    [Fact]
    public void What_was_decided_stays()
    {
        var value = Proposed(3, new DateOnly(2026, 7, 1));
        value.Approve([], Other);

        Assert.Equal(Refusal.NotInThisState, Assert.Throws<RefusalException>(() => value.Withdraw(One)).Reason);

        var withdrawn = Proposed(4, new DateOnly(2026, 8, 1));
        withdrawn.Withdraw(One);
        Assert.Equal(Refusal.NotInThisState, Assert.Throws<RefusalException>(() => withdrawn.Approve([], Other)).Reason);
    }

    [Fact]
    public void First_days_ascend_when_proposed_and_again_when_approved()
    {
        var first = Proposed(3, new DateOnly(2026, 7, 1));
        var second = Proposed(4, new DateOnly(2026, 7, 1));
        first.Approve([first, second], Other);

        Assert.Equal(Refusal.MunicipalValueNotLater, Assert.Throws<RefusalException>(() => second.Approve([first, second], Other)).Reason);
        Assert.Equal(Refusal.MunicipalValueNotLater, Assert.Throws<RefusalException>(() => Proposed(4, new DateOnly(2026, 6, 30), first)).Reason);

        var later = Proposed(4, new DateOnly(2026, 7, 2), first);
        later.Approve([first, later], Other);
        Assert.Equal(3, MunicipalValue.On([first, later], MunicipalRule.JobcoachHours, new DateOnly(2026, 7, 1))!.Value);
        Assert.Equal(4, MunicipalValue.On([first, later], MunicipalRule.JobcoachHours, new DateOnly(2026, 7, 2))!.Value);
    }

    [Theory]
    [InlineData("jobcoach.hoursPerWeek", 0.25, null)]
    [InlineData("jobcoach.hoursPerWeek", 40, null)]
    [InlineData("jobcoach.hoursPerWeek", 0, Refusal.MunicipalValueOutOfRange)]
    [InlineData("jobcoach.hoursPerWeek", 40.01, Refusal.MunicipalValueOutOfRange)]
    [InlineData("jobcoach.hoursPerWeek", 2.125, Refusal.MunicipalValueOutOfRange)]
    [InlineData("trial.firstTermMonths", 2, null)]
    [InlineData("trial.firstTermMonths", 2.5, Refusal.MunicipalValueNotWhole)]
    [InlineData("trial.firstTermMonths", 7, Refusal.MunicipalValueNotWhole)]
    [InlineData("loonwaarde.reviewMonths", 0, Refusal.MunicipalValueNotWhole)]
    [InlineData("participation.premium", 150.5, null)]
    [InlineData("participation.premium", -1, Refusal.MunicipalValueOutOfRange)]
    public void A_value_that_cannot_be_is_refused(string rule, double value, Refusal? refusal)
    {
        var propose = () => MunicipalValue.Propose(Municipality, MunicipalRule.Find(rule)!, (decimal)value, new DateOnly(2026, 7, 1), "Verordening", [], RegulationBook.Current, One);

        Assert.Equal(refusal, refusal is null ? Nothing(propose()) : Assert.Throws<RefusalException>(propose).Reason);
    }

    private static Refusal? Nothing(MunicipalValue value) => value.State == MunicipalValueState.Proposed ? null : Refusal.NotInThisState;

    private static MunicipalValue Proposed(decimal hours, DateOnly from, params MunicipalValue[] approved) =>
        MunicipalValue.Propose(Municipality, MunicipalRule.JobcoachHours, hours, from, "Verordening, artikel 4", approved, RegulationBook.Current, One);

    private static Act ActOf(string name) =>
        new(new Actor(Guid.NewGuid(), name, Guid.NewGuid(), "Werkcentrum", Role.Administrator, false, ["drechtsteden"]), new DateTime(2026, 6, 1, 8, 0, 0, DateTimeKind.Utc), new DateOnly(2026, 6, 1));
}
