using System.Net;
using AngleSharp.Html.Dom;
using Marketplace.Domain.Proposals;
using Marketplace.Domain.Vocabulary;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Marketplace.Tests.Web.Work;

/// <summary>Wat kost deze functie: without any person, every assumption to be changed, nothing stored.</summary>
public sealed class JobPriceTests(WorkSite work) : IClassFixture<WorkSite>
{
    private const string Retour = "20 uur per week: zonder regelingen ongeveer € 1.754 per maand; met loonkostensubsidie meestal € 530 tot € 1.400.";

    [Fact]
    public async Task The_employer_reads_the_price_in_one_sentence_and_in_24_months()
    {
        var page = await work.Employer.OpenAsync(await AddressAsync());

        Assert.Equal(HttpStatusCode.OK, work.Employer.Status);
        Assert.Contains(Retour, page.QuerySelector(".pw-lead")!.TextContent, StringComparison.Ordinal);
        var table = page.QuerySelectorAll("table").Single(t => t.TextContent.Contains("Met subsidie, van", StringComparison.Ordinal));
        Assert.Equal(24, table.QuerySelectorAll("tbody tr").Length);
        Assert.Equal(24, page.QuerySelectorAll("svg .pw-chart__block").Length);
        Assert.Contains("die worden bijgesteld", page.Body!.TextContent, StringComparison.Ordinal);

        // The flat subsidy of the start, first with the hours that a function of the demo gets back, then without.
        Assert.Contains("€ 536,20", page.Body.TextContent, StringComparison.Ordinal);
        Assert.Contains("€ 341,25", page.Body.TextContent, StringComparison.Ordinal);
        Assert.Contains("€ 877,45", (await PostAsync(("In.GuidanceHours", "0"), ("In.FreedCost", "0"))).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_price_stands_beside_the_job_and_before_it_is_published()
    {
        var job = (await AddressAsync())[..^"/kosten".Length];
        Assert.Contains("€ 530 tot € 1.400", (await work.Employer.OpenAsync(job)).QuerySelector(".pw-cost")!.TextContent, StringComparison.Ordinal);

        var concept = await work.ReadyAsync();
        Assert.Contains("Schatting voor 12,5 uur per week", (await work.Employer.OpenAsync($"/functies/{concept}/controle")).QuerySelector(".pw-cost")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Other_assumptions_change_the_price_and_nothing_is_stored()
    {
        var page = await PostAsync(("In.HoursPerWeek", "16"), ("In.HourlyWage", "16,50"), ("In.GuidanceHours", "2"), ("In.GuidanceCost", "30"), ("In.FreedHours", "10"), ("In.FreedCost", "40"));

        Assert.Equal(HttpStatusCode.OK, work.Employer.Status);
        Assert.Equal("16,50", WorkSite.Value(page, "In.HourlyWage"));
        var parts = page.QuerySelectorAll("table").First(t => t.TextContent.Contains("Bruto loon", StringComparison.Ordinal)).QuerySelectorAll("td").Select(c => c.TextContent).ToList();
        Assert.Equal(["€ 1.144,00", "€ 91,52", "€ 308,88", "€ 260,00", "− € 1.733,33", "€ 71,07"], parts);
        Assert.Contains(Retour, (await work.Employer.OpenAsync(await AddressAsync())).Body!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("In.HourlyWage", "14,98", "Dit is minder dan het minimumloon. Minimumloon per uur, voor volwassenen: € 14,99 per uur. Vanaf 1 juli 2026.")]
    [InlineData("In.HourlyWage", "0", "Vul een loon in van 0,01 tot en met 1000 euro per uur.")]
    [InlineData("In.HourlyWage", "9999999,99", "Vul een loon in van 0,01 tot en met 1000 euro per uur.")]
    [InlineData("In.HourlyWage", "veel", "Vul een getal in, zoals 12,5.")]
    [InlineData("In.Charges", "300", "Vul een percentage in van 0 tot en met 100.")]
    [InlineData("In.HoursPerWeek", "0", "Vul een getal in van 0,25 tot en met 60.")]
    [InlineData("In.HoursPerWeek", "168", "Vul een getal in van 0,25 tot en met 60.")]
    [InlineData("In.FreedCost", "-1", "Vul een bedrag in van 0 tot en met 1000 euro per uur.")]
    public async Task What_cannot_be_is_refused_and_the_rest_stays(string field, string value, string error)
    {
        var page = await PostAsync(("In.GuidanceHours", "3"), (field, value));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, work.Employer.Status);
        Assert.Equal([error], WorkSite.Errors(page));
        Assert.Equal(("3", value), (WorkSite.Value(page, "In.GuidanceHours"), WorkSite.Value(page, field)));
        Assert.Contains(Retour, page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_without_wage_shows_what_it_costs_as_paid_work()
    {
        var id = await work.ReadyAsync(("In.Form", Forms.Trial));

        var page = await work.Employer.OpenAsync($"/functies/{id}/kosten");

        Assert.Contains("Bij proefplaatsing hoort geen loon. Hieronder staat wat het kost als betaald werk.", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_is_proposed_the_price_is_the_same()
    {
        var address = await AddressAsync();
        var before = await TextAsync(address);
        await work.Site.WithAsync(async db => await db.Proposals.Where(p => db.Jobs.Any(j => j.Id == p.JobId && j.Title == "Medewerker retouren"))
            .ExecuteUpdateAsync(p => p.SetProperty(x => x.State, ProposalState.Withdrawn)));

        Assert.Equal(before, await TextAsync(address));
    }

    private async Task<string> TextAsync(string address) => (await work.Employer.OpenAsync(address)).QuerySelector("main")!.QuerySelector(".pw-stack")!.TextContent;

    private async Task<IHtmlDocument> PostAsync(params (string Name, string? Value)[] changes) => await work.Employer.PostAsync(await AddressAsync(), "Reken opnieuw", changes);

    private Task<string> AddressAsync() => work.Site.WithAsync(async db => $"/functies/{await db.Jobs.Where(j => j.Title == "Medewerker retouren").Select(j => j.Id).SingleAsync()}/kosten");
}
