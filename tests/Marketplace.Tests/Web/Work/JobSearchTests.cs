using System.Net;
using AngleSharp.Dom;
using Marketplace.Domain.Work;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Marketplace.Tests.Web.Work;

/// <summary>The list of jobs by words and filters, as its page shows it.</summary>
public sealed class JobSearchTests(WorkSite work) : IClassFixture<WorkSite>
{
    [Fact]
    public async Task Words_filters_and_counts_are_in_the_address_and_a_chip_takes_each_away()
    {
        using var adviser = await work.Site.SignedInAsync("adviseur");
        var page = await adviser.OpenAsync("/functies?zoek=inpakken&plaats=Dordrecht&branche=industry&hulp=jobcoach");

        Assert.Equal(["‘inpakken’", "Metaal, maritiem en industrie", "Dordrecht", "Jobcoach op de werkplek"], Chips(page).Select(c => c.Text));
        Assert.Contains("Inpakken en monteren", Titles(page));
        foreach (var chip in Chips(page))
        {
            var without = await adviser.OpenAsync("/functies" + chip.Without);
            Assert.Equal(Chips(page).Count - 1, Chips(without).Count);
            Assert.True(Total(without) >= Total(page));
        }

        var places = page.QuerySelectorAll("input[name=plaats]").Select(i => (Value: i.GetAttribute("value")!, Count: Count(page, i))).ToList();
        foreach (var (value, count) in places)
            Assert.Equal(count, Total(await adviser.OpenAsync($"/functies?zoek=inpakken&plaats={Uri.EscapeDataString(value)}&branche=industry&hulp=jobcoach")));
    }

    [Theory]
    [InlineData("inpaken dozzen", "inpakken dozen")]
    [InlineData("Slidrecht", "sliedrecht")]
    public async Task A_slip_is_forgiven_and_the_page_asks_what_was_meant(string words, string meant)
    {
        using var coach = await work.Site.SignedInAsync("jobcoach");
        var page = await coach.OpenAsync($"/functies?zoek={Uri.EscapeDataString(words)}");

        Assert.NotEmpty(Titles(page));
        Assert.Contains("woorden die erop lijken", page.Body!.TextContent, StringComparison.Ordinal);
        var link = page.QuerySelectorAll("main p a").Single(a => a.ParentElement!.TextContent.StartsWith("Bedoelde u", StringComparison.Ordinal));
        Assert.Equal(meant, link.TextContent);
        Assert.NotEmpty(Titles(await coach.OpenAsync("/functies" + link.GetAttribute("href"))));
    }

    [Fact]
    public async Task Nothing_found_says_what_can_be_set_wider()
    {
        using var coach = await work.Site.SignedInAsync("jobcoach");
        var page = await coach.OpenAsync("/functies?zoek=dossiers&plaats=Dordrecht");

        Assert.Equal(0, Total(page));
        var wider = page.QuerySelectorAll("main ul li").Where(l => l.TextContent.Contains("Zonder", StringComparison.Ordinal)).ToList();
        Assert.Equal(["Zonder ‘dossiers’", "Zonder het filter Plaats"], wider.Select(l => l.QuerySelector("a")!.TextContent));
        foreach (var line in wider)
            Assert.StartsWith($"{Total(await coach.OpenAsync("/functies" + line.QuerySelector("a")!.GetAttribute("href")))} ", line.TextContent.Split(": ")[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fewer_words_are_said_to_be_fewer()
    {
        using var coach = await work.Site.SignedInAsync("jobcoach");
        Assert.Contains("een deel van de woorden", (await coach.OpenAsync("/functies?zoek=oppotten+amsterdam")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_job_is_found_as_soon_as_it_is_online_and_by_its_new_name_as_soon_as_it_has_one()
    {
        using var coach = await work.Site.SignedInAsync("jobcoach");
        Assert.Equal(0, Total(await coach.OpenAsync("/functies?zoek=luchtballon")));
        var id = await work.OpenAsync();
        await work.Site.WithAsync(async db =>
        {
            (await db.Jobs.SingleAsync(j => j.Id == id)).Title = "Luchtballon vouwen";
            return await db.SaveChangesAsync();
        });
        Assert.Equal(["Luchtballon vouwen"], Titles(await coach.OpenAsync("/functies?zoek=luchtballon")));

        await work.Site.WithAsync(async db =>
        {
            (await db.WorkTasks.FirstAsync(t => t.JobId == id)).Name = "Zeppelin poetsen";
            return await db.SaveChangesAsync();
        });
        Assert.Equal(["Luchtballon vouwen"], Titles(await coach.OpenAsync("/functies?zoek=zeppelin")));

        await work.Employer.PostAsync($"/functies/{id}", "Even niet");
        Assert.Equal(0, Total(await coach.OpenAsync("/functies?zoek=luchtballon")));
    }

    public static TheoryData<string> BadAddresses =>
    [
        $"/functies?zoek={new string('a', 10_000)}",
        $"/functies?zoek={string.Concat(Enumerable.Repeat("inpakken+", 1100))}",
        "/functies?zoek=%22+AND+(+*%3F+title:x~2+%5Ba+TO+b%5D+%2F.*%2F",
        "/functies?zoek=%3Cscript%3Ealert(1)%3C%2Fscript%3E",
        "/functies?branche=bestaat-niet&vorm=x&uren=99-100&dagdeel=mon-9&hulp=%00&plaats=Nergenshuizen",
        $"/functies?plaats={new string('p', 5000)}",
        $"/functies?{string.Join('&', Enumerable.Range(0, 900).Select(i => $"plaats=p{i}"))}",
        "/functies?zoek=%ED%A0%80",
    ];

    [Theory]
    [MemberData(nameof(BadAddresses))]
    public async Task Whatever_stands_in_the_address_is_a_page(string address)
    {
        using var coach = await work.Site.SignedInAsync("jobcoach");
        var page = await coach.OpenAsync(address);

        Assert.Equal(HttpStatusCode.OK, coach.Status);
        Assert.Equal("Functies", page.QuerySelector("h1")!.TextContent);
        Assert.Empty(page.QuerySelectorAll("main script"));
    }

    [Fact]
    public async Task Only_jobs_of_the_own_region_and_open_ones_are_counted_for_a_coach()
    {
        using var coach = await work.Site.SignedInAsync("jobcoach");
        var open = await work.Site.WithAsync(db => db.Jobs.CountAsync(j => j.State == JobState.Open));
        var page = await coach.OpenAsync("/functies");

        Assert.Equal(open, Total(page));
        Assert.Equal(open, page.QuerySelectorAll("input[name=branche]").Sum(i => Count(page, i)));
        Assert.Empty(page.QuerySelectorAll("input[name=stand]"));
    }

    [Theory]
    [InlineData("reachtruck", "pallets-stapelen")]
    [InlineData("emballeren", "brood-inpakken")]
    [InlineData("wc poetsen", "toiletten-bijhouden")]
    [InlineData("wikk", "pallets-stapelen")]
    public async Task An_example_is_found_by_another_word_for_it_or_its_first_letters(string words, string code)
    {
        var page = await work.Employer.OpenAsync($"/werk/nieuw?zoek={Uri.EscapeDataString(words)}");
        Assert.Contains(code, page.QuerySelectorAll("#voorbeelden input[type=radio]").Select(i => i.GetAttribute("value")));
    }

    private static List<string> Titles(IDocument page) => [.. page.QuerySelectorAll("main article h2").Select(h => h.TextContent.Trim())];

    private static int Total(IDocument page) => int.Parse(page.QuerySelector(".pw-results-count strong")!.TextContent, System.Globalization.CultureInfo.InvariantCulture);

    private static List<(string Text, string Without)> Chips(IDocument page) =>
        [.. page.QuerySelectorAll(".pw-active a").Select(a => (a.FirstChild!.TextContent.Trim(), a.GetAttribute("href")!))];

    private static int Count(IDocument page, IElement input) =>
        int.Parse(page.QuerySelector($"label[for='{input.Id}'] .pw-count")!.TextContent.Trim(' ', '(', ')'), System.Globalization.CultureInfo.InvariantCulture);
}
