using System.Text.RegularExpressions;
using Marketplace.Domain.FollowUp;
using Marketplace.Domain.People;
using Marketplace.Domain.Placements;
using Marketplace.Domain.Vocabulary;
using Marketplace.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Xunit;

namespace Marketplace.BrowserTests;

/// <summary>J6, ontzorgd in one page: what it costs now, later and without subsidy, who asks what where, and every right was asked after thirty days.</summary>
public sealed partial class ArrangedJourneyTests(BrowserFixture fixture)
{
    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public async Task An_employer_reads_it_on_one_page_and_the_consultant_asks_until_nothing_is_left(bool script, bool phone)
    {
        using var site = new TestSite();
        await using var visit = new Visit(fixture.Browser, BrowserFixture.Start(site), site.Clock, script);
        var (placement, employer) = await PlacementAsync(site);

        var page = await visit.AsAsync(employer, phone);
        await page.GotoAsync($"/plaatsingen/{placement}");
        await page.Locator("main").GetByRole(AriaRole.Link, new LocatorGetByRoleOptions { Name = "Geregeld op één pagina" }).ClickAsync();
        var text = await page.WordsAsync();
        foreach (var words in new[] { "Nu", "Over zes maanden", "Zonder subsidie", "Wie vraagt wat?", "Begeleiding", "indicatie" })
            Assert.Contains(words, text, StringComparison.OrdinalIgnoreCase);
        Assert.True(Amount().Count(text) >= 3, text);
        var own = page.Locator("[aria-labelledby=wie] tbody tr").Filter(new LocatorFilterOptions { Has = page.Locator("td[data-label='Wie:']", new PageLocatorOptions { HasTextRegex = OnlyYou() }) });
        Assert.InRange(await own.CountAsync(), 0, 2);
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= window.innerWidth"), "the page scrolls sideways");
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        Assert.Equal(0, await page.Locator("main button:visible").CountAsync());
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Screen });

        // The employer does the own acts; the consultant the others, until the list of rights has nothing of this placement.
        await TickAllAsync(page, site, placement, Recipient.Employer);
        var consultant = await visit.AsAsync("consulent", phone);
        await consultant.GotoAsync("/plaatsingen/rechten");
        Assert.True(await consultant.Locator($"a[href='/plaatsingen/{placement}/geregeld']").CountAsync() > 0);
        await TickAllAsync(consultant, site, placement, Recipient.Consultant);
        await consultant.GotoAsync("/plaatsingen/rechten");
        Assert.Equal(0, await consultant.Locator($"a[href='/plaatsingen/{placement}/geregeld']").CountAsync());
    }

    /// <summary>Presses the button of every item of Te doen about a right of this placement.</summary>
    private static async Task TickAllAsync(IPage page, TestSite site, Guid placement, Recipient owner)
    {
        foreach (var id in await site.WithAsync(db => Open(db, placement).Where(s => s.Recipient == owner).Select(s => s.Id).ToListAsync()))
        {
            await page.GotoAsync("/te-doen");
            await page.Locator($"main form:has(input[value='{id}']) button, main button[value='{id}']").First.GoAsync();
            Assert.NotNull(await site.WithAsync(db => db.OpenSteps.Where(s => s.Id == id).Select(s => s.DoneAt).SingleAsync()));
        }
    }

    private static IQueryable<OpenStep> Open(Marketplace.Data.MarketplaceDbContext db, Guid placement) =>
        db.OpenSteps.Where(s => s.PlacementId == placement && s.Kind == StepKind.AskRight && s.DoneAt == null && !s.IsVoid);

    /// <summary>A paid placement whose person shares with the employer, with rights to be asked, of the consultant of the demo.</summary>
    private static Task<(Guid Id, string Employer)> PlacementAsync(TestSite site) => site.WithAsync(async db =>
    {
        var consultant = await db.Users.Where(u => u.Email == "consulent@demo.example").Select(u => u.Id).SingleAsync();
        var placement = await db.Placements.Where(p => (p.State == PlacementState.Running || p.State == PlacementState.Agreed) && p.ConsultantId == consultant && p.Terms.Form == Forms.Regular
            && db.Set<Consent>().Any(c => c.PersonId == p.PersonId && c.OrganisationId == p.EmployerId && c.Purpose == ConsentPurpose.Share && c.State == ConsentState.Given)
            && db.OpenSteps.Any(s => s.PlacementId == p.Id && s.Kind == StepKind.AskRight && s.Recipient == Recipient.Consultant && s.DoneAt == null && !s.IsVoid)).OrderBy(p => p.Terms.Start).FirstAsync();
        var email = await db.Memberships.Where(m => m.OrganisationId == placement.EmployerId).Select(m => db.Users.Single(u => u.Id == m.UserId).Email!).FirstAsync();
        return (placement.Id, email.Split('@')[0]);
    });

    [GeneratedRegex(@"€ ?[0-9.]+,[0-9]{2}")]
    private static partial Regex Amount();

    [GeneratedRegex(@"^\s*u\s*$")]
    private static partial Regex OnlyYou();
}
