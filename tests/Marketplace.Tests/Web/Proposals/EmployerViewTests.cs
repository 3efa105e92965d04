using CsCheck;
using Marketplace.Domain.Proposals;
using Marketplace.Domain.Vocabulary;
using Marketplace.Web.Pages.Proposals;
using Xunit;

namespace Marketplace.Tests.Web.Proposals;

/// <summary>What an employer may read, by stage (product.md).</summary>
public sealed class EmployerViewTests
{
    private static readonly Guid Sorting = Guid.NewGuid();
    private static readonly Guid Stacking = Guid.NewGuid();
    private static readonly Guid Later = Guid.NewGuid();
    private static readonly JobTask[] Tasks = [new(Sorting, "Sorteren"), new(Stacking, "Stapelen"), new(Later, "Vegen")];
    private static readonly PersonContact Person = new("Voornaam", "Achternaam", "06 1234 5678");
    private static readonly CoachContact Coach = new("J. de Vries", "078 000 00 25");

    private static readonly MatchSnapshot Match = new("fit-after-carving", [Stacking], ["fixed-supervisor", "fixed-order"], 17.5m, 25, ["D2"])
    {
        TasksKept = [Sorting],
        JobHoursMax = 20,
    };

    [Fact]
    public void A_proposal_shows_a_code_tasks_bands_and_what_is_asked()
    {
        var view = EmployerView.Of("7KQX", Match, Tasks);

        Assert.Equal("Kandidaat 7KQX", view.Title);
        Assert.Equal(
            [new("Sorteren", TaskFit.Fits), new("Stapelen", TaskFit.ComesOut), new EmployerTask("Vegen", TaskFit.NotCompared)],
            view.Tasks);
        Assert.Equal(("16 tot 20 uur per week", "tot 30 minuten"), (view.Hours, view.Travel));
        Assert.Equal(["Eén vaste begeleider", "Een vaste volgorde met een afvinklijst"], view.Asked);
    }

    [Theory]
    [InlineData(EmployerStage.Proposal, null, null, false)]
    [InlineData(EmployerStage.Introduction, "Voornaam", null, true)]
    [InlineData(EmployerStage.Contract, "Voornaam Achternaam", "06 1234 5678", true)]
    public void A_later_stage_shows_more_and_an_earlier_one_never_what_it_is_given(EmployerStage stage, string? name, string? phone, bool coach)
    {
        var view = EmployerView.Of("7KQX", Match, Tasks, stage, Person, Coach);

        Assert.Equal((name, phone), (view.Name, view.Phone));
        Assert.Equal(coach ? Coach : null, view.Coach);
    }

    [Theory]
    [InlineData(ProposalState.Proposed, null, EmployerStage.Proposal)]
    [InlineData(ProposalState.WantsToMeet, IntroductionState.AwaitingConsent, EmployerStage.Proposal)]
    [InlineData(ProposalState.WantsToMeet, IntroductionState.ToPlan, EmployerStage.Proposal)]
    [InlineData(ProposalState.WantsToMeet, IntroductionState.Planned, EmployerStage.Introduction)]
    [InlineData(ProposalState.WantsToMeet, IntroductionState.Held, EmployerStage.Introduction)]
    [InlineData(ProposalState.WantsToMeet, IntroductionState.GoesOn, EmployerStage.Contract)]
    [InlineData(ProposalState.WantsToMeet, IntroductionState.Stopped, EmployerStage.Proposal)]
    [InlineData(ProposalState.Withdrawn, IntroductionState.Planned, EmployerStage.Proposal)]
    [InlineData(ProposalState.NotForThisJob, null, EmployerStage.Proposal)]
    public void The_stage_follows_from_the_states(ProposalState proposal, IntroductionState? introduction, EmployerStage stage) =>
        Assert.Equal(stage, EmployerStages.Of(proposal, introduction));

    [Theory]
    [InlineData(3.75, 40, "0 tot 4 uur per week")]
    [InlineData(4, 40, "4 tot 8 uur per week")]
    [InlineData(15.75, 40, "12 tot 16 uur per week")]
    [InlineData(16, 40, "16 tot 20 uur per week")]
    [InlineData(19.75, 20, "16 tot 20 uur per week")]
    [InlineData(20, 20, "16 tot 20 uur per week")]
    [InlineData(20, 24, "20 tot 24 uur per week")]
    [InlineData(4, 4, "0 tot 4 uur per week")]
    public void Hours_are_a_band_of_four_that_does_not_pass_the_job(decimal hours, decimal jobMax, string band) =>
        Assert.Equal(band, EmployerView.HoursBand(hours, jobMax));

    [Theory]
    [InlineData(1, "tot 15 minuten")]
    [InlineData(15, "tot 15 minuten")]
    [InlineData(16, "tot 30 minuten")]
    [InlineData(30, "tot 30 minuten")]
    [InlineData(45, "tot 45 minuten")]
    [InlineData(46, "meer dan 45 minuten")]
    [InlineData(240, "meer dan 45 minuten")]
    public void The_ride_is_a_band_without_the_mode(int minutes, string band) => Assert.Equal(band, EmployerView.TravelBand(minutes));

    [Fact]
    public void Every_band_of_hours_holds_the_hours_and_is_four_wide() => Gen.Select(Gen.Int[1, 240], Gen.Int[1, 240]).Sample((quarters, jobQuarters) =>
    {
        var hours = Math.Min(quarters, jobQuarters) / 4m;
        var words = EmployerView.HoursBand(hours, jobQuarters / 4m).Split(' ');
        var (from, to) = (int.Parse(words[0], System.Globalization.CultureInfo.InvariantCulture), int.Parse(words[2], System.Globalization.CultureInfo.InvariantCulture));

        Assert.True(from <= hours && hours <= to && to - from == 4 && from % 4 == 0);
    });

    [Fact]
    public void The_combination_is_everything_that_is_rendered_but_the_code()
    {
        var mine = EmployerView.Of("7KQX", Match, Tasks).Combination;

        Assert.Equal(mine, EmployerView.Of(null, Match with { Hours = 16.25m, TravelMinutes = 16, Verdict = "to-discuss", OpenQuestions = [] }, Tasks).Combination);
        Assert.NotEqual(mine, EmployerView.Of("7KQX", Match with { Hours = 15.75m }, Tasks).Combination);
        Assert.NotEqual(mine, EmployerView.Of("7KQX", Match with { TravelMinutes = 31 }, Tasks).Combination);
        Assert.NotEqual(mine, EmployerView.Of("7KQX", Match with { Asked = ["fixed-supervisor"] }, Tasks).Combination);
        Assert.NotEqual(mine, EmployerView.Of("7KQX", Match with { TasksOut = [], TasksKept = [Sorting, Stacking] }, Tasks).Combination);
    }

    [Fact]
    public void Every_measure_has_a_sentence_for_an_employer()
    {
        var view = EmployerView.Of("7KQX", Match with { Asked = [.. Measures.All.Select(m => m.Code)] }, Tasks);

        Assert.All(view.Asked.Zip(Measures.All), pair => Assert.NotEqual(pair.Second.Code, pair.First));
    }
}
