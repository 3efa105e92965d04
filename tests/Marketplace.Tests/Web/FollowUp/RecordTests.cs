using System.Net;
using Marketplace.Domain.FollowUp;
using Marketplace.Domain.Placements;
using Marketplace.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Marketplace.Tests.Web.FollowUp;

public class RecordTests(TestSite? site = null) : IDisposable
{
    private static readonly DateOnly Today = TestSite.SeedDay;
    private readonly TestSite _site = site ?? new();

    public void Dispose() => _site.Dispose();

    [Fact]
    public async Task Three_clicks_record_a_talk_and_take_it_from_every_list_but_the_employers()
    {
        var id = await _site.AddPlacementAsync(FollowUpSite.Terms(Today.AddMonths(-6)));
        using var coach = await _site.SignedInAsync("jobcoach");
        await coach.OpenAsync("/te-doen");

        await coach.PostAsync(Address(id), "Bewaar", ("In.Outcome", "GoesWell"));

        Assert.Equal(HttpStatusCode.Redirect, coach.Status);
        var lines = await LinesAsync(id);
        Assert.All(lines.Where(l => l.Recipient != Recipient.Employer), l => Assert.Equal(ReminderState.Done, l.State));
        Assert.All(lines.Where(l => l.Recipient == Recipient.Employer), l => Assert.True(l.IsOpen));
        var page = await coach.OpenAsync($"/plaatsingen/{id}");
        Assert.Contains("Gaat goed", page.QuerySelector("section[aria-labelledby=verslagen]")!.TextContent, StringComparison.Ordinal);

        using var employer = await _site.SignedInAsync("werkgever");
        await employer.PostAsync(Address(id), "Bewaar", ("In.Outcome", "GoesWell"));
        Assert.All(await LinesAsync(id), l => Assert.Equal(ReminderState.Done, l.State));
    }

    [Fact]
    public async Task Without_an_outcome_the_form_comes_back_with_what_was_typed()
    {
        var id = await _site.AddPlacementAsync(FollowUpSite.Terms(Today.AddMonths(-6)));
        using var coach = await _site.SignedInAsync("jobcoach");

        var page = await coach.PostAsync(Address(id), "Bewaar", ("In.Hours", "1,5"), ("In.AgreedAct", "Een andere route proberen"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, coach.Status);
        Assert.Equal("1,5", page.QuerySelector("input[name='In.Hours']")!.GetAttribute("value"));
        Assert.Equal("Een andere route proberen", page.QuerySelector("textarea")!.TextContent.Trim());
    }

    [Fact]
    public async Task A_stop_asks_the_last_day_and_then_the_consultant_has_to_call_today()
    {
        var id = await _site.AddPlacementAsync(FollowUpSite.Terms(Today.AddMonths(-6)));
        using var employer = await _site.SignedInAsync("werkgever");
        await employer.PostAsync(Address(id), "Bewaar", ("In.Outcome", "Stopped"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, employer.Status);
        Assert.Contains("Vul de laatste werkdag in.", employer.Html, StringComparison.Ordinal);

        await employer.PostAsync(Address(id), "Bewaar", [("In.Outcome", "Stopped"), ("In.StopReason", "WorkWasDone"), .. FollowUpSite.Date("In.LastDay", Today.AddDays(-1))]);

        Assert.Equal(HttpStatusCode.Redirect, employer.Status);
        Assert.Equal(PlacementState.Stopped, await _site.WithAsync(db => db.Placements.Where(p => p.Id == id).Select(p => p.State).SingleAsync()));
        using var consultant = await _site.SignedInAsync("consulent");
        Assert.Contains("Bel vandaag", (await consultant.OpenAsync("/te-doen")).Items("vandaag"));
    }

    [Fact]
    public async Task The_text_guard_keeps_the_name_of_the_person_out()
    {
        var id = await _site.AddPlacementAsync(FollowUpSite.Terms(Today.AddMonths(-6)));
        using var employer = await _site.SignedInAsync("werkgever");
        var page = await employer.OpenAsync($"/plaatsingen/{id}");
        var name = page.QuerySelector("h1")!.TextContent.Split(',')[0].Trim();
        using var coach = await _site.SignedInAsync("jobcoach");

        await coach.PostAsync(Address(id), "Bewaar", ("In.Outcome", "GoesWell"), ("In.AgreedAct", $"Morgen bel ik {name} nog een keer"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, coach.Status);
        Assert.Contains("Haal de naam van deze persoon uit de tekst", coach.Html, StringComparison.Ordinal);
        Assert.Equal(0, await _site.WithAsync(db => db.FollowUpRecords.CountAsync(r => r.PlacementId == id)));
    }

    [Fact]
    public async Task A_word_that_only_looks_like_a_name_is_asked_about_and_kept()
    {
        var id = await _site.AddPlacementAsync(FollowUpSite.Terms(Today.AddMonths(-6)));
        using var coach = await _site.SignedInAsync("jobcoach");
        const string text = "Samen met Emma een fiets regelen";

        var page = await coach.PostAsync(Address(id), "Bewaar", ("In.Outcome", "GoesWell"), ("In.AgreedAct", text));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, coach.Status);
        page = await coach.PressAsync(page, "Dit is geen naam");
        Assert.Contains("De tekst is nu goed", coach.Html, StringComparison.Ordinal);
        await coach.PressAsync(page, "Bewaar");

        Assert.Equal(text, await _site.WithAsync(db => db.FollowUpRecords.Where(r => r.PlacementId == id).Select(r => r.AgreedAct).SingleAsync()));
        Assert.Contains("Emma", await _site.WithAsync(db => db.People.Where(p => db.Placements.Any(x => x.Id == id && x.PersonId == p.Id)).Select(p => p.NotNames).SingleAsync()));
    }

    [Fact]
    public async Task A_placement_of_another_tenant_does_not_exist()
    {
        var other = await _site.WithAsync(db => db.Placements.Where(p => p.State == PlacementState.Running && p.CoachId == null).Select(p => p.Id).FirstAsync());
        foreach (var account in (string[])["werkgever", "jobcoach"])
        {
            using var visitor = await _site.SignedInAsync(account);
            foreach (var address in (string[])[$"/plaatsingen/{other}", $"/plaatsingen/{other}/gesprek"])
            {
                await visitor.OpenAsync(address);
                Assert.Equal(HttpStatusCode.NotFound, visitor.Status);
            }
        }
    }

    private static string Address(Guid id) => $"/plaatsingen/{id}/gesprek?datum={Today:yyyy-MM-dd}";

    private Task<List<Reminder>> LinesAsync(Guid id) =>
        _site.WithAsync(db => db.Reminders.AsNoTracking().Where(r => r.PlacementId == id && r.LegalDate == Today && (r.Code == "FU_M6" || r.Code == "DOORSTROOM")).ToListAsync());
}
