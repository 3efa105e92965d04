using Marketplace.Domain.Work;
using Marketplace.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Xunit;

namespace Marketplace.BrowserTests;

/// <summary>J2, the scan on the floor: fourteen tasks become a job that is online, in at most sixty clicks and filled fields.</summary>
public sealed class ScanJourneyTests(BrowserFixture fixture)
{
    private const int MostActs = 60;
    private const int Examples = 12;

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public async Task Fourteen_tasks_become_a_job_online(bool script, bool phone)
    {
        using var site = new TestSite();
        await using var visit = new Visit(fixture.Browser, BrowserFixture.Start(site), site.Clock, script);
        var acts = new Acts(await visit.AsAsync("adviseur", phone));

        await acts.OpenAsync("/scan");
        await acts.SelectAsync("In.Employer", "Retourhuis De Kil");
        await acts.ClickAsync("Begin");
        await acts.FillAsync("In.Department", "Retouren");
        await acts.ClickAsync("Bewaar en ga verder");
        await acts.TickAsync("In.Busy", 0);
        await acts.ClickAsync("Bewaar en ga verder");
        for (var i = 0; i < Examples; i++)
            await acts.TickAsync("In.Examples", i);
        await acts.FillAsync("In.Own", "Bonnen op volgorde leggen\nRolcontainers klaarzetten");
        await acts.ClickAsync("Bewaar en ga verder");
        foreach (var field in await acts.EmptyAsync("DoneBy"))
            await acts.FillAsync(field, "magazijnchef");
        await acts.ClickAsync("Bewaar en ga verder");
        await acts.ClickAsync("Bewaar en ga verder"); // nothing always belongs to the place
        await acts.FillAsync("In.HoursMin", "16");
        await acts.FillAsync("In.HoursMax", "24");
        foreach (var part in new[] { 0, 3, 6, 9 })
            await acts.TickAsync("In.Flexible", part);
        await acts.ClickAsync("Bewaar en ga verder");
        await acts.FillAsync("In.Guide", "teamleider retouren");
        await acts.ClickAsync("Bewaar en ga verder");
        await acts.TickAsync("In.Proud", 2);
        await acts.ClickAsync("Bewaar en ga verder");
        await acts.ClickAsync("Bewaar en kijk alles na");
        var scan = new Uri(acts.Page.Url).AbsolutePath;
        Assert.Contains("14 taken", await acts.Page.WordsAsync(), StringComparison.Ordinal);

        acts.Page = await visit.AsAsync("werkgever", phone);
        await acts.OpenAsync(scan);
        await acts.FollowAsync("Kijk de functie na");
        await acts.FollowAsync("Leg het ja van het team vast");
        await acts.FillAsync("Team.By", "de ploegleider");
        await acts.FillDateAsync("Team.On", TestSite.SeedDay);
        await acts.FillDateAsync("Team.ReviewOn", TestSite.SeedDay.AddMonths(3));
        await acts.ClickAsync("Bewaar het ja van het team");
        await acts.ClickAsync("Zet de functie online");

        Assert.Contains("Uw functie staat online.", await acts.Page.WordsAsync(), StringComparison.Ordinal);
        var job = await site.WithAsync(db => db.Jobs.AsNoTracking().Include(j => j.Tasks).SingleAsync(j => db.Scans.Any(s => s.JobId == j.Id && s.Department == "Retouren")));
        Assert.Equal((JobState.Open, 14), (job.State, job.Tasks.Count));
        Assert.True(acts.Count <= MostActs, $"{acts.Count} acts");
        TestContext.Current.TestOutputHelper?.WriteLine($"{acts.Count} acts, {(phone ? "phone" : "1366")}");
    }

    /// <summary>Counts every click and every field that is filled, as a person does them.</summary>
    private sealed class Acts(IPage page)
    {
        public IPage Page { get; set; } = page;

        public int Count { get; private set; }

        public async Task OpenAsync(string address)
        {
            Count++;
            await Page.GotoAsync(address);
        }

        public async Task ClickAsync(string button)
        {
            Count++;
            await Page.ClickOnAsync(button);
        }

        public async Task FollowAsync(string link)
        {
            Count++;
            await Page.Locator("main").GetByRole(AriaRole.Link, new LocatorGetByRoleOptions { Name = link }).First.ClickAsync();
            await Page.WaitForLoadStateAsync();
        }

        public async Task FillAsync(string name, string value)
        {
            Count++;
            await Page.FillInAsync(name, value);
        }

        public async Task FillDateAsync(string name, DateOnly day)
        {
            Count += 3;
            await Page.FillInDateAsync(name, day);
        }

        public async Task TickAsync(string name, int place)
        {
            Count++;
            await Page.Locator($"main input[name='{name}']").Nth(place).CheckAsync(new LocatorCheckOptions { Force = true });
        }

        public async Task SelectAsync(string name, string label)
        {
            Count++;
            await Page.Locator($"main select[name='{name}']").SelectOptionAsync(new SelectOptionValue { Label = label });
        }

        /// <summary>Names of the fields that end so and have nothing in them.</summary>
        public Task<string[]> EmptyAsync(string end) =>
            Page.EvaluateAsync<string[]>("end => [...document.querySelectorAll('main input')].filter(i => i.name.endsWith('.' + end) && !i.value).map(i => i.name)", end);
    }
}
