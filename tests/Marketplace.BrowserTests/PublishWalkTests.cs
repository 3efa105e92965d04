using Marketplace.Domain.Work;
using Marketplace.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Xunit;

namespace Marketplace.BrowserTests;

/// <summary>A carved job without wage goes online: what blocks, what is asked, the price of paid work, the yes of the team, and all of it on paper.</summary>
public sealed class PublishWalkTests(BrowserFixture fixture)
{
    private const string CheckTitle = "De functie kan nog niet online";

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, true)]
    public async Task A_carved_job_goes_online_when_nothing_is_left_to_mend(bool script, bool phone)
    {
        using var site = new TestSite();
        var address = BrowserFixture.Start(site);
        var check = (await PageSamples.MakeAsync(site)).Single(s => s.Page == "/Work/CheckJob").Address;
        await using var visit = new Visit(fixture.Browser, address, site.Clock, script);
        var page = await visit.AsAsync("werkgever", phone);

        await page.GotoAsync(check);
        await KeepAsync(page, $"check-blocked-{phone}");
        Assert.Contains(CheckTitle, await page.WordsAsync(), StringComparison.Ordinal);
        await page.ClickOnAsync("Zet de functie online");
        Assert.Contains("Beantwoord eerst bij Nakijken de zes vragen over werk zonder loon.", await page.InnerTextAsync("#fouten"), StringComparison.Ordinal);
        await KeepAsync(page, $"check-refused-{phone}");

        await AnswerAsync(page, refilled: true);
        Assert.Contains("Dit is werk waar loon bij hoort.", await page.InnerTextAsync(".pw-checklist"), StringComparison.Ordinal);
        Assert.Contains("Wat kost dit als betaald werk?", await page.WordsAsync(), StringComparison.Ordinal);
        await KeepAsync(page, $"check-paid-price-{phone}");
        await AnswerAsync(page, refilled: false);

        await page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Leg het ja van het team vast" }).ClickAsync();
        await page.ClickOnAsync("Bewaar het ja van het team");
        await KeepAsync(page, $"check-team-errors-{phone}");
        await page.FillInAsync("Team.By", "de ploegleider");
        await page.FillInDateAsync("Team.On", TestSite.SeedDay);
        await page.FillInDateAsync("Team.ReviewOn", TestSite.SeedDay.AddMonths(3));
        await page.ClickOnAsync("Bewaar het ja van het team");
        var text = await page.WordsAsync();
        Assert.DoesNotContain(CheckTitle, text, StringComparison.Ordinal);
        Assert.Contains("Kijk hier nog even naar", text, StringComparison.Ordinal);
        Assert.Contains("Jonge hulp", text, StringComparison.Ordinal);
        await KeepAsync(page, $"check-marked-{phone}");
        await OnPaperAsync(page, $"check-paper-{phone}");

        await page.ClickOnAsync("Zet de functie online");
        Assert.Contains("Uw functie staat online.", await page.WordsAsync(), StringComparison.Ordinal);
        await KeepAsync(page, $"job-online-{phone}");
        var id = Guid.Parse(check.Split('/')[2]);
        Assert.Equal(JobState.Open, await site.WithAsync(db => db.Jobs.Where(j => j.Id == id).Select(j => j.State).SingleAsync()));
        await page.GotoAsync($"/functies/{id}/maken?alles=true");
        await KeepAsync(page, $"terms-{phone}");
    }

    private static async Task AnswerAsync(IPage page, bool refilled)
    {
        foreach (var (field, yes) in new[] { ("Paid", false), ("Vacancy", false), ("Hire", false), ("Extra", true), ("Learns", true), ("Refilled", refilled) })
            await page.ChooseAsync($"Unpaid.{field}", yes ? "true" : "false");
        await page.ClickOnAsync("Bewaar de antwoorden");
    }

    /// <summary>On paper the list, the answers and the price stay; buttons go.</summary>
    private static async Task OnPaperAsync(IPage page, string name)
    {
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        Assert.True(await page.Locator(".pw-checklist").IsVisibleAsync());
        Assert.True(await page.Locator(".pw-cost").IsVisibleAsync());
        Assert.Equal(0, await page.Locator("main button:visible").CountAsync());
        await KeepAsync(page, name, dark: false);
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Screen });
    }

    /// <summary>A picture for the eyes of a person, light and dark, in the folder that MARKETPLACE_PICTURES names.</summary>
    private static async Task KeepAsync(IPage page, string name, bool dark = true)
    {
        if (Environment.GetEnvironmentVariable("MARKETPLACE_PICTURES") is not { Length: > 0 } folder)
            return;
        await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, $"{name}.png"), FullPage = true });
        if (!dark)
            return;
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = ColorScheme.Dark });
        await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, $"{name}-dark.png"), FullPage = true });
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = ColorScheme.Light });
    }
}
