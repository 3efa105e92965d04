using Marketplace.Matching;
using Marketplace.Web.Pages.Proposals;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Xunit;

namespace Marketplace.Tests.Web.Proposals;

/// <summary>The address of the workbench, without a database.</summary>
public sealed class WorkbenchFilterTests
{
    private static readonly WorkbenchRow[] Rows =
    [
        Row("K-1", Verdict.Fit, score: 90, minutes: 15, hours: 16, new DateOnly(2026, 11, 1), mine: true, "mon-1"),
        Row("K-2", Verdict.FitWithSupport, score: 80, minutes: 16, hours: 15.75m, new DateOnly(2026, 1, 1), mine: false, "mon-2"),
        Row("K-3", Verdict.FitAfterCarving, score: 80, minutes: 45, hours: 24, null, mine: false, "sat-1"),
        Row("K-4", Verdict.ToDiscuss, score: 10, minutes: 46, hours: 7, null, mine: true, "sun-3"),
    ];

    [Theory]
    [InlineData("", "K-1 K-3 K-2 K-4")]
    [InlineData("?sorteer=langst", "K-3 K-4 K-2 K-1")]
    [InlineData("?past=good", "K-1")]
    [InlineData("?past=adapted", "K-3 K-2")]
    [InlineData("?past=good&past=find-out", "K-1 K-4")]
    [InlineData("?past=not-now", "")]
    [InlineData("?reis=15", "K-1")]
    [InlineData("?reis=30", "K-1 K-2")]
    [InlineData("?reis=45", "K-1 K-3 K-2")]
    [InlineData("?uren=8-16", "K-2")]
    [InlineData("?uren=16-24", "K-1")]
    [InlineData("?uren=24", "K-3")]
    [InlineData("?uren=8-16&uren=24", "K-3 K-2")]
    [InlineData("?dagdeel=ochtend", "K-1 K-3")]
    [InlineData("?dagdeel=middag", "K-2")]
    [InlineData("?dagdeel=avond", "K-4")]
    [InlineData("?dagdeel=weekend", "K-3 K-4")]
    [InlineData("?van=mij", "K-1 K-4")]
    [InlineData("?van=collega&dagdeel=ochtend", "K-3")]
    [InlineData("?reis=zomaar&uren=-1&pagina=x&sorteer=score&regelt=geld", "K-1 K-3 K-2 K-4")]
    public void An_address_gives_a_list_in_order(string address, string codes) =>
        Assert.Equal(codes, string.Join(' ', Filter(address).List(Rows).Select(r => r.Code)));

    [Fact]
    public void A_count_says_how_many_the_answer_would_show_beside_the_other_filters()
    {
        var filter = Filter("?past=good&dagdeel=ochtend");

        Assert.Equal([1, 1, 0, 9], filter.ChoicesOf(WorkbenchFacet.Band, Rows, notNow: 9).Select(c => c.Count!.Value));
        Assert.Equal([1, 0, 0, 0], filter.ChoicesOf(WorkbenchFacet.Dayparts, Rows, notNow: 9).Select(c => c.Count!.Value));
        Assert.Equal([true, false, false, false], filter.ChoicesOf(WorkbenchFacet.Dayparts, Rows, notNow: 9).Select(c => c.Selected));
    }

    [Fact]
    public void A_chip_takes_one_answer_away_and_keeps_the_rest()
    {
        var chips = Filter("?past=good&past=adapted&regelt=quiet-place&sorteer=langst&pagina=3").Chips();

        Assert.Equal(["Past goed", "Past met aanpassing", "Een rustige plek"], chips.Select(c => c.Text));
        Assert.Equal("?past=adapted&regelt=quiet-place&sorteer=langst", chips[0].Without);
        Assert.Equal("?past=good&past=adapted&sorteer=langst", chips[2].Without);
        Assert.Equal("?", Filter("?reis=30").Chips().Single().Without);
    }

    [Theory]
    [InlineData("", true, false)]
    [InlineData("?past=good", false, false)]
    [InlineData("?past=good&past=not-now", true, false)]
    [InlineData("?past=not-now", true, true)]
    public void The_section_below_is_shown_when_no_band_or_its_own_band_is_chosen(string address, bool shown, bool only) =>
        Assert.Equal((shown, only), (Filter(address).ShowsNotNow, Filter(address).ShowsNotNowOnly));

    [Fact]
    public void What_can_be_arranged_is_what_is_not_offered_and_adds_people_and_a_chosen_one_stays()
    {
        var choices = Filter("?regelt=quiet-place&regelt=pick-up").Arrangeable(["fixed-supervisor"], code => code is "lifting-aid" or "fixed-supervisor" ? 2 : 0);

        Assert.Equal(["quiet-place", "lifting-aid"], choices.Select(c => c.Value));
        Assert.Equal([true, false], choices.Select(c => c.Selected));
    }

    private static WorkbenchFilter Filter(string address) => WorkbenchFilter.Read(new QueryCollection(QueryHelpers.ParseQuery(address)));

    private static WorkbenchRow Row(string code, Verdict verdict, int score, int minutes, decimal hours, DateOnly? lastProposed, bool mine, params string[] dayparts) =>
        new(code, verdict, score, minutes, hours, dayparts, lastProposed, mine);
}
