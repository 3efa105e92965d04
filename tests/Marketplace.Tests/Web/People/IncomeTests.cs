using System.Net;
using Marketplace.Domain.Placements;
using Marketplace.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Marketplace.Tests.Web.People;

/// <summary>Inkomensgesprek: what stops, stays, may change and how to get back; who checked it and when; never an amount.</summary>
public sealed class IncomeTests(ConsultantAtWork work) : IClassFixture<ConsultantAtWork>
{
    [Fact]
    public async Task Of_somebody_of_whom_nothing_is_known_the_page_says_what_is_found_out()
    {
        var page = await work.Consultant.OpenAsync(Address(await work.Consultant.RegisterAsync()));

        Assert.Contains("Nog niet besproken", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Welke uitkering heeft deze persoon nu?", Part(page, "uitzoeken"), StringComparison.Ordinal);
        Assert.Contains("Wij weten nu niets dat zeker stopt.", Part(page, "stopt"), StringComparison.Ordinal);
        Assert.Equal(3, page.QuerySelectorAll("[aria-labelledby=vragen] li").Length);
    }

    [Theory]
    [InlineData("PW_BIJSTAND", "bijstand aan bij de gemeente")]
    [InlineData("WAJONG_ARB", "Wajong-uitkering")]
    [InlineData("WIA_WAO", "WIA-uitkering")]
    [InlineData("WW", "WW-uitkering")]
    public async Task Every_benefit_has_its_way_back_and_no_amount_stands_there(string status, string back)
    {
        var page = await work.Consultant.OpenAsync(Address(await RecordAsync(status)));

        Assert.Contains(back, Part(page, "terug"), StringComparison.Ordinal);
        Assert.DoesNotContain("€", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("%", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_bijstand_it_says_that_the_rules_of_next_year_are_not_known_yet()
    {
        var page = await work.Consultant.OpenAsync(Address(await RecordAsync("PW_BIJSTAND")));

        Assert.Contains("De nieuwe bedragen zijn nog niet bekend.", Part(page, "uitzoeken"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_talk_is_kept_with_who_and_when_and_before_which_day_the_rest_is_found_out()
    {
        var id = await RecordAsync("WW");
        await work.Consultant.PostAsync(Address(id), "vandaag gevoerd", Day(TestSite.SeedDay.AddDays(11)));

        Assert.Equal(HttpStatusCode.Redirect, work.Consultant.Status);
        var text = Part(await work.Consultant.OpenAsync(Address(id)), "nagekeken");
        Assert.Contains("S. Yilmaz, op 24 november 2026", text, StringComparison.Ordinal);
        Assert.Contains("vóór 5 december 2026", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_day_that_has_been_is_refused_and_nothing_is_kept()
    {
        var id = await RecordAsync("WW");
        var page = await work.Consultant.PostAsync(Address(id), "vandaag gevoerd", Day(TestSite.SeedDay));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, work.Consultant.Status);
        Assert.Contains("Vul een dag in die nog komt.", page.Errors(), StringComparison.Ordinal);
        Assert.Equal("24", page.Value("In.FindOutBefore.Dag"));
        Assert.False(await work.Site.WithAsync(db => db.IncomeTalks.AnyAsync(t => t.PersonId == id)));
    }

    [Fact]
    public async Task A_job_coach_reads_of_whom_the_coach_guides_and_records_nothing()
    {
        using var coach = await work.Site.SignedInAsync("jobcoach");
        var (own, other) = await work.Site.WithAsync(async db => (
            await db.Placements.Where(p => p.State == PlacementState.Running && db.Users.Any(u => u.Id == p.CoachId && u.Email == "jobcoach@demo.example")).Select(p => p.PersonId).FirstAsync(),
            await db.People.Where(p => !db.Placements.Any(x => x.PersonId == p.Id)).Select(p => p.Id).FirstAsync()));

        var page = await coach.OpenAsync(Address(own));
        Assert.Equal(HttpStatusCode.OK, coach.Status);
        Assert.Empty(page.QuerySelectorAll("main form[method=post]"));
        await coach.OpenAsync(Address(other));
        Assert.Equal(HttpStatusCode.NotFound, coach.Status);
    }

    private static string Address(Guid id) => $"/kandidaten/{id}/inkomen";

    private static string Part(AngleSharp.Dom.IDocument page, string id) => page.QuerySelector($"[aria-labelledby={id}]")!.TextContent;

    private static (string, string?)[] Day(DateOnly day) =>
        [("In.FindOutBefore.Dag", $"{day.Day}"), ("In.FindOutBefore.Maand", $"{day.Month}"), ("In.FindOutBefore.Jaar", $"{day.Year}")];

    private async Task<Guid> RecordAsync(string status)
    {
        var id = await work.Consultant.RegisterAsync();
        await work.Consultant.PostAsync($"/kandidaten/{id}/regelingen/gegevens", "Bewaar", ("In.Statuses", status));
        Assert.Equal(HttpStatusCode.Redirect, work.Consultant.Status);
        return id;
    }
}
