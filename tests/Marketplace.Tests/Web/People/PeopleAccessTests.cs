using System.Net;
using AngleSharp.Html.Dom;
using Marketplace.Domain.People;
using Marketplace.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Marketplace.Tests.Web.People;

/// <summary>Who sees whom: the own organisation everything, a job coach of the region an anonymous profile with consent, nobody else anything.</summary>
public sealed class PeopleAccessTests : IDisposable
{
    private static readonly string[] Parts =
        ["", "/toestemming", "/profiel/wie", "/profiel/uren", "/profiel/reizen", "/profiel/mogelijkheden", "/profiel/helpt", "/profiel/wensen", "/profiel/samen"];

    private readonly TestSite _site = new();

    [Fact]
    public async Task A_consultant_of_another_organisation_of_the_region_finds_nobody()
    {
        var id = await _site.PersonAsync();
        await _site.MoveConsultantAsync();
        using var stranger = await _site.SignedInAsync("consulent");

        foreach (var part in Parts)
        {
            await stranger.OpenAsync($"/kandidaten/{id}{part}");
            Assert.Equal((part, HttpStatusCode.NotFound), (part, stranger.Status));
        }

        var list = await stranger.OpenAsync("/kandidaten?tab=alle");
        Assert.Contains("Voeg uw eerste kandidaat toe", list.Body!.TextContent, StringComparison.Ordinal);
        Assert.Empty(await _site.WithAsync(db => db.Audit.Where(a => a.Action == "ReadIdentity").ToListAsync()));
    }

    [Theory]
    [InlineData("/toestemming?handler=StopAll")]
    [InlineData("/toestemming?handler=Found")]
    [InlineData("/profiel/reizen")]
    [InlineData("/profiel/mogelijkheden")]
    [InlineData("/profiel/helpt")]
    [InlineData("/profiel/helpt?handler=NotAName")]
    [InlineData("/profiel/wensen")]
    [InlineData("/profiel/wie")]
    [InlineData("?handler=Reviewed")]
    public async Task A_post_of_another_organisation_changes_nothing(string target)
    {
        var id = await _site.PersonAsync();
        await _site.MoveConsultantAsync();
        using var stranger = await _site.SignedInAsync("consulent");
        var own = await stranger.RegisterAsync();
        var form = (await stranger.OpenAsync($"/kandidaten/{own}/profiel/wie")).QuerySelectorAll("main form").OfType<IHtmlFormElement>().First();
        var before = await _site.ReadAsync(id);
        form.SetAttribute("action", $"/kandidaten/{id}{target}");

        await stranger.PostAsync(
            form, null,
            ("Found.Way", "Together"), ("In.Modes", "walk"), ("In.MaxMinutes", "1"), ("In.Source", "Conversation"), ("In.Levels[B1]", "0"),
            ("In.Note", "Werkt met Emma."), ("word", "Emma"), ("In.Forms", "volunteer"), ("In.Version", before.Version.ToString()));

        Assert.Equal(HttpStatusCode.NotFound, stranger.Status);
        var after = await _site.ReadAsync(id);
        Assert.Equal(before.Version, after.Version);
        Assert.Equal(before.Consents.Count(c => c.State == ConsentState.Given), after.Consents.Count(c => c.State == ConsentState.Given));
        Assert.False(await _site.WithAsync(db => db.Audit.AnyAsync(a => a.Action == "ReadIdentity" && a.EntityId == id)));
    }

    [Fact]
    public async Task A_job_coach_of_the_region_reads_the_anonymous_profile_with_consent_to_be_found_and_no_longer()
    {
        var id = await _site.PersonAsync();
        using var consultant = await _site.SignedInAsync("consulent");
        var name = (await consultant.OpenAsync($"/kandidaten/{id}")).QuerySelector("h1")!.TextContent;
        await consultant.PostAsync($"/kandidaten/{id}/profiel/helpt", "later", ("In.Note", "Alleen voor ons."));
        var person = await _site.ReadAsync(id);
        using var coach = await _site.SignedInAsync("jobcoach");

        var page = await coach.OpenAsync($"/kandidaten/{id}");
        Assert.Equal((HttpStatusCode.OK, $"Kandidaat {person.Code}"), (coach.Status, page.QuerySelector("h1")!.TextContent));
        foreach (var part in name.Split(' '))
            Assert.DoesNotContain($" {part} ", $" {page.Body!.TextContent} ", StringComparison.Ordinal);
        Assert.DoesNotContain("Alleen voor ons.", coach.Html, StringComparison.Ordinal);
        Assert.DoesNotContain(person.Pc4, page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("main form"));

        await consultant.PostAsync($"/kandidaten/{id}/toestemming", "niet meer gevonden worden");
        await coach.OpenAsync($"/kandidaten/{id}");
        Assert.Equal(HttpStatusCode.NotFound, coach.Status);
    }

    [Fact]
    public async Task A_job_coach_does_not_find_who_was_never_asked_or_whose_consent_has_run_out()
    {
        using var coach = await _site.SignedInAsync("jobcoach");
        await coach.OpenAsync($"/kandidaten/{await _site.UnaskedAsync()}");
        Assert.Equal(HttpStatusCode.NotFound, coach.Status);

        var id = await _site.PersonAsync();
        var until = (await _site.ReadAsync(id)).ConsentOn(ConsentPurpose.Found, TestSite.SeedDay)!.Until!.Value;
        _site.Clock.MoveTo(until);
        using var onLastDay = await _site.SignedInAsync("jobcoach");
        await onLastDay.OpenAsync($"/kandidaten/{id}");
        Assert.Equal(HttpStatusCode.OK, onLastDay.Status);
        _site.Clock.MoveTo(until.AddDays(1));
        using var dayAfter = await _site.SignedInAsync("jobcoach");
        await dayAfter.OpenAsync($"/kandidaten/{id}");
        Assert.Equal(HttpStatusCode.NotFound, dayAfter.Status);
    }

    [Theory]
    [InlineData("werkgever")]
    [InlineData("adviseur")]
    [InlineData("beheer")]
    public async Task Other_roles_may_not_open_a_page_about_people(string account)
    {
        var id = await _site.PersonAsync();
        using var visitor = await _site.SignedInAsync(account);
        foreach (var address in Parts.Select(p => $"/kandidaten/{id}{p}").Append("/kandidaten").Append("/kandidaten/nieuw"))
        {
            await visitor.OpenAsync(address);
            Assert.Equal((address, HttpStatusCode.Forbidden), (address, visitor.Status));
        }
    }

    [Fact]
    public async Task The_list_reads_the_names_of_its_page_in_one_logged_read_and_turns_the_page_at_25()
    {
        using var consultant = await _site.SignedInAsync("consulent");
        var page = await consultant.OpenAsync("/kandidaten?tab=alle");
        var total = await _site.WithAsync(async db =>
        {
            var own = await db.Memberships.Where(m => db.Users.Any(u => u.Id == m.UserId && u.Email == "consulent@demo.example")).Select(m => m.OrganisationId).SingleAsync();
            return await db.People.CountAsync(p => p.OrganisationId == own);
        });

        Assert.Equal(25, page.QuerySelectorAll("tbody tr").Length);
        Assert.Contains($"U ziet 1 tot en met 25 van {total}", page.Body!.TextContent, StringComparison.Ordinal);
        var read = Assert.Single(await _site.WithAsync(db => db.Audit.Where(a => a.Action == "ReadIdentity").ToListAsync()));
        Assert.Equal(25, read.Subjects.Split(' ').Length);
        Assert.Equal(Math.Min(25, total - 25), (await consultant.OpenAsync("/kandidaten?tab=alle&pagina=2")).QuerySelectorAll("tbody tr").Length);
    }

    [Fact]
    public async Task The_tabs_and_the_search_narrow_the_list()
    {
        using var consultant = await _site.SignedInAsync("consulent");
        var id = await _site.PersonAsync();
        var code = (await _site.ReadAsync(id)).Code;

        Assert.Equal($"/kandidaten/{id}", Assert.Single(Links(await consultant.OpenAsync($"/kandidaten?tab=alle&code={code[2..]}"))));
        Assert.Empty(Links(await consultant.OpenAsync("/kandidaten?code=K-0000000")));
        var mine = await _site.WithAsync(db => db.People.CountAsync(p => db.Users.Any(u => u.Id == p.ConsultantId && u.Email == "consulent@demo.example")));
        Assert.Equal(Math.Min(25, mine), Links(await consultant.OpenAsync("/kandidaten")).Count);

        await consultant.PostAsync($"/kandidaten/{id}", "Vandaag besproken");
        Assert.Equal(TestSite.SeedDay, (await _site.ReadAsync(id)).LastReviewOn);
        Assert.DoesNotContain($"/kandidaten/{id}", Links(await consultant.OpenAsync("/kandidaten?tab=lang")));
        _site.Clock.MoveTo(TestSite.SeedDay.AddMonths(6).AddDays(1));
        using var later = await _site.SignedInAsync("consulent");
        Assert.NotEmpty(Links(await later.OpenAsync($"/kandidaten?tab=lang&code={code}")));

        var until = (await _site.ReadAsync(id)).ConsentOn(ConsentPurpose.Found, TestSite.SeedDay)!.Until!.Value;
        Assert.Equal(until.AddDays(-30) <= TestSite.SeedDay.AddMonths(6).AddDays(1), Links(await later.OpenAsync($"/kandidaten?tab=toestemming&code={code}")).Count > 0);
        _site.Clock.MoveTo(until.AddDays(-30));
        using var inTime = await _site.SignedInAsync("consulent");
        Assert.NotEmpty(Links(await inTime.OpenAsync($"/kandidaten?tab=toestemming&code={code}")));

        static List<string> Links(IHtmlDocument page) => [.. page.QuerySelectorAll("tbody th a").Select(a => a.GetAttribute("href")!)];
    }

    [Fact]
    public async Task A_job_coach_sees_in_the_list_the_own_organisation_only_and_where_the_others_are()
    {
        using var coach = await _site.SignedInAsync("jobcoach");
        var page = await coach.OpenAsync("/kandidaten");

        Assert.Empty(page.QuerySelectorAll("tbody tr"));
        Assert.Contains("Anderen in de regio vindt u op de werkbank", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("a[href='/kandidaten/nieuw']"));
    }

    public void Dispose() => _site.Dispose();
}
