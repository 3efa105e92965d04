using Marketplace.Domain.People;
using Marketplace.Domain.Vocabulary;
using Marketplace.Domain.Work;
using Marketplace.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Xunit;

namespace Marketplace.BrowserTests;

/// <summary>The main job from end to end by four accounts, with and without script.</summary>
public sealed class MainJobTests(BrowserFixture fixture)
{
    private const string JobTitle = "Hulp bij retouren";
    private const string FirstName = "Wendelmoed";
    private const string LastName = "Zonneveld";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task From_a_task_to_a_placement_that_is_followed_up(bool script)
    {
        using var site = new TestSite();
        var browser = fixture.Browser;
        var address = BrowserFixture.Start(site);
        await using var visit = new Visit(browser, address, site.Clock, script);

        await PostWorkAsync(await visit.AsAsync("werkgever", phone: true));
        await AdviserCallsAsync(await visit.AsAsync("adviseur"));
        var code = await RegisterPersonAsync(await visit.AsAsync("consulent"), site);
        await ProposeAsync(await visit.AsAsync("jobcoach"), code);
        var proposal = await AcceptAsync(await visit.AsAsync("werkgever", phone: true), code);
        await AllowMeetingAsync(await visit.AsAsync("consulent"), code);
        await MeetAsync(visit, site, proposal);
        await FollowedUp.WalkAsync(visit, site, proposal, code);
    }

    /// <summary>Steps 1 and 2: work is posted on a phone, in at most 12 questions.</summary>
    private static async Task PostWorkAsync(IPage page)
    {
        await page.GotoAsync("/werk");
        await page.FollowAsync("Zet werk neer (5 minuten)");
        var questions = await page.CountOpenQuestionsAsync();
        await page.ChooseAsync("In.Example", "retouren-sorteren");
        await page.FillInAsync("In.Name", "Retouren uitpakken en op soort leggen");
        await page.FillInAsync("In.Times", "5");
        await page.ChooseAsync("In.Per", "Week");
        await page.FillInAsync("In.Minutes", "150");
        await page.FillInAsync("In.DoneBy", "orderpicker");
        await page.ChooseAsync("In.MayMove", "true");
        await page.ClickOnAsync("Verder: maak er een functie van");

        questions += await page.CountOpenQuestionsAsync();
        Assert.True(questions <= 12, $"The short path asks {questions} questions that have no answer set beforehand.");
        await page.FillInAsync("In.HoursMin", "8");
        await page.FillInAsync("In.HoursMax", "12,5");
        foreach (var part in new[] { "mon-1", "tue-1", "wed-1", "thu-1", "fri-1" })
            await page.ChooseAsync("In.Flexible", part);
        await page.Locator("summary", new PageLocatorOptions { HasText = "Dit hebben wij alvast ingevuld" }).ClickAsync();
        await page.FillInAsync("In.Title", JobTitle);
        await page.ClickOnAsync("Verder: kijk alles na");

        await page.ClickOnAsync("Zet de functie online");
        var text = await page.WordsAsync();
        Assert.Contains("M. Kaya", text, StringComparison.Ordinal);
        Assert.Contains("078 000 00", text, StringComparison.Ordinal);
    }

    private static async Task AdviserCallsAsync(IPage page)
    {
        await page.GotoAsync("/te-doen");
        var item = page.Locator("li.pw-todo", new PageLocatorOptions { HasText = "Nieuwe functie: bel binnen 2 werkdagen" }).Filter(new LocatorFilterOptions { HasText = "Retourhuis De Kil" });
        Assert.Contains("078 000 00 01", (await item.First.InnerTextAsync()).Replace('\u00a0', ' '), StringComparison.Ordinal);
        var before = await item.CountAsync();
        await item.First.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Ik heb gebeld" }).First.GoAsync();
        Assert.Equal(before - 1, await item.CountAsync());
    }

    private static async Task<string> RegisterPersonAsync(IPage page, TestSite site)
    {
        await page.GotoAsync("/kandidaten/nieuw");
        await page.FillInAsync("In.FirstName", FirstName);
        await page.FillInAsync("In.LastName", LastName);
        await page.FillInDateAsync("In.BirthDate", new DateOnly(1991, 3, 14));
        await page.FillInAsync("In.Phone", "06 12345678");
        await page.FillInAsync("In.Postcode", "3311 AB");
        await page.ClickOnAsync("Bewaar");
        Assert.DoesNotContain("/nieuw", page.Url, StringComparison.Ordinal);
        var personId = Guid.Parse(new Uri(page.Url).AbsolutePath.Split('/')[2]);
        var person = await site.WithAsync(db => db.People.Select(p => new { p.Id, p.Code }).SingleAsync(p => p.Id == personId));
        var profile = $"/kandidaten/{person.Id}/profiel";

        await page.GotoAsync($"{profile}/uren");
        await page.FillInAsync("In.HoursMin", "8");
        await page.FillInAsync("In.HoursWish", "12.5");
        await page.FillInAsync("In.HoursMax", "16");
        await page.ChooseAsync("In.Times", "all-1");
        await page.ClickOnAsync("Bewaar en verder");

        await page.GotoAsync($"{profile}/reizen");
        await page.ChooseAsync("In.Modes", "transit");
        await page.FillInAsync("In.MaxMinutes", "60");
        await page.ClickOnAsync("Bewaar en verder");

        await page.GotoAsync($"{profile}/mogelijkheden");
        await page.ChooseAsync("In.Source", "Conversation");
        foreach (var (dimension, _) in TaskExamples.Find("retouren-sorteren")!.Demands.Known)
            await page.ChooseAsync($"In.Levels[{dimension}]", "3");
        await page.ClickOnAsync("Bewaar en verder");

        await page.GotoAsync($"{profile}/helpt");
        await page.FillInAsync("In.Note", $"{FirstName} werkt graag met anderen.");
        await page.ClickOnAsync("Bewaar en verder");
        Assert.Contains(FirstName, await page.InputValueAsync("[name='In.Note']"), StringComparison.Ordinal);
        await page.FillInAsync("In.Note", "Werkt graag met anderen.");
        await page.ClickOnAsync("Bewaar en verder");

        await page.GotoAsync($"{profile}/wensen");
        await page.ChooseAsync("In.Forms", Forms.Regular);
        await page.ChooseAsync("In.Forms", Forms.Trial);
        await page.ChooseAsync("In.Sectors", "logistics");
        await page.ClickOnAsync("Bewaar en verder");

        await page.GotoAsync($"/kandidaten/{person.Id}/toestemming");
        foreach (var purpose in new[] { "gevonden", "voorgesteld" })
        {
            await page.Locator($"section[aria-labelledby={purpose}] input[type=radio][value=Together]").CheckAsync(new LocatorCheckOptions { Force = true });
            await page.ClickOnAsync("Leg de ja vast", $"section[aria-labelledby={purpose}]");
        }

        Assert.Equal(2, await site.WithAsync(db => db.People.Where(p => p.Id == person.Id).SelectMany(p => p.Consents).CountAsync(c => c.State == ConsentState.Given)));
        return person.Code;
    }

    private static async Task ProposeAsync(IPage page, string code)
    {
        await page.GotoAsync("/functies");
        await page.FollowAsync(JobTitle);
        await page.FollowAsync("Bekijk kandidaten");
        await page.GotoAsync(page.Url + "?volgorde=langst");
        var card = page.Locator("article.pw-match", new PageLocatorOptions { HasText = code });
        for (var more = 0; more < 5 && await card.CountAsync() == 0; more++)
            await page.FollowAsync("Volgende");
        Assert.Contains("Past goed", await card.First.InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("schatting", await card.First.InnerTextAsync(), StringComparison.Ordinal);
        await page.FollowAsync("Stel voor", $"article.pw-match:has-text('{code}')");
        await page.ClickOnAsync("Stel kandidaat voor");
    }

    /// <summary>The employer answers; nothing on the page says who it is.</summary>
    private static async Task<string> AcceptAsync(IPage page, string code)
    {
        await page.GotoAsync("/te-doen");
        await page.Locator("li.pw-todo", new PageLocatorOptions { HasText = JobTitle }).First.Locator(".pw-todo__acts a").First.GoAsync();
        var html = await page.ContentAsync();
        Assert.DoesNotContain(code, html, StringComparison.Ordinal);
        Assert.DoesNotContain(FirstName, html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(LastName, html, StringComparison.OrdinalIgnoreCase);
        await page.ClickOnAsync("Ik wil kennismaken");
        Assert.DoesNotContain(FirstName, await page.ContentAsync(), StringComparison.OrdinalIgnoreCase);
        return new Uri(page.Url).AbsolutePath;
    }

    private static async Task AllowMeetingAsync(IPage page, string code)
    {
        await page.GotoAsync("/te-doen");
        await page.Locator("li.pw-todo", new PageLocatorOptions { HasText = code }).First.Locator(".pw-todo__acts a").First.GoAsync();
        await page.Locator("section[aria-labelledby^=kennis-] input[type=radio][value=Telephone]").First.CheckAsync(new LocatorCheckOptions { Force = true });
        await page.ClickOnAsync("Leg de ja vast", "section[aria-labelledby^=kennis-]");
    }

    private static async Task MeetAsync(Visit visit, TestSite site, string proposal)
    {
        var coach = await visit.AsAsync("jobcoach");
        await coach.GotoAsync($"{proposal}/kennismaking");
        var day = TestSite.SeedDay.AddDays(2);
        await coach.FillInDateAsync("In.Day", day);
        await coach.FillInAsync("In.Time", "10.30");
        await coach.FillInAsync("In.Place", "Ingang magazijn");
        await coach.FillInAsync("In.AskFor", "de teamleider");
        await coach.ClickOnAsync("Plan de kennismaking");

        var employer = await visit.AsAsync("werkgever", phone: true);
        await employer.GotoAsync(proposal);
        var text = await employer.WordsAsync();
        Assert.Contains(FirstName, text, StringComparison.Ordinal);
        Assert.Contains("10.30", text, StringComparison.Ordinal);
        Assert.DoesNotContain(LastName, text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("06 12345678", text, StringComparison.Ordinal);

        site.Clock.MoveTo(day.AddDays(1));
        coach = await visit.AsAsync("jobcoach");
        await coach.GotoAsync(proposal);
        await coach.ClickOnAsync("Is geweest");
        await coach.ClickOnAsync("Gaat door");
    }
}
