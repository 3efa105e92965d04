using System.Net;
using Marketplace.Domain.FollowUp;
using Marketplace.Domain.People;
using Marketplace.Domain.Placements;
using Marketplace.Domain.Work;
using Marketplace.Testing;
using Marketplace.Tests.Web.FollowUp;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Marketplace.Tests.Web.Placements;

public class PlacementPagesTests(TestSite? site = null) : IDisposable
{
    private static readonly DateOnly Today = TestSite.SeedDay;
    private readonly TestSite _site = site ?? new();

    public void Dispose() => _site.Dispose();

    [Fact]
    public async Task From_an_introduction_that_goes_on_comes_a_placement_with_its_reminders_and_questions()
    {
        var proposal = await MakeGoingOnAsync();
        using var coach = await _site.SignedInAsync("jobcoach");

        await coach.PostAsync($"/voorstellen/{proposal}/plaatsing", "Maak de plaatsing", [("In.Form", "regular"), ("In.HoursPerWeek", "16,5"), .. FollowUpSite.Date("In.Start", Today)]);

        Assert.Equal(HttpStatusCode.Redirect, coach.Status);
        var placement = await _site.WithAsync(db => db.Placements.AsNoTracking().SingleAsync(p => p.ProposalId == proposal));
        Assert.Equal((PlacementState.Running, 16.5m), (placement.State, placement.Terms.HoursPerWeek));
        Assert.Equal(JobState.Filled, await _site.WithAsync(db => db.Jobs.Where(j => j.Id == placement.JobId).Select(j => j.State).SingleAsync()));
        Assert.True(await _site.WithAsync(db => db.Reminders.AnyAsync(r => r.PlacementId == placement.Id && r.Code == "FU_W1" && r.Recipient == Recipient.JobCoach)));
        Assert.Equal(["jobcoach", "lks", "lkv"], await _site.WithAsync(db => db.OpenSteps.Where(s => s.PlacementId == placement.Id && s.Kind == StepKind.MissingFact).Select(s => s.About).OrderBy(a => a).ToListAsync()));

        var page = await coach.OpenAsync(coach.Location!);
        Assert.Contains("De plaatsing is gemaakt.", page.Body!.TextContent, StringComparison.Ordinal);
        await coach.OpenAsync($"/voorstellen/{proposal}/plaatsing");
        Assert.Equal($"/plaatsingen/{placement.Id}", coach.Location);
    }

    [Fact]
    public async Task Without_a_talk_about_income_the_page_of_the_yes_says_so_and_does_not_block()
    {
        var proposal = await MakeGoingOnAsync();
        using var coach = await _site.SignedInAsync("jobcoach");
        var address = $"/voorstellen/{proposal}/plaatsing";
        Assert.Contains("Het inkomensgesprek is nog niet gevoerd", (await coach.OpenAsync(address)).Body!.TextContent, StringComparison.Ordinal);

        var person = await _site.WithAsync(db => db.Proposals.Where(p => p.Id == proposal).Select(p => p.PersonId).SingleAsync());
        await _site.WithAsync(async db =>
        {
            db.IncomeTalks.Add(new IncomeTalk(person, null, _site.Now));
            await db.SaveChangesAsync();
        });

        Assert.Contains("Het inkomensgesprek was op 24 november 2026", (await coach.OpenAsync(address)).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_placement_that_begins_later_has_no_reminders_yet()
    {
        var proposal = await MakeGoingOnAsync();
        using var coach = await _site.SignedInAsync("jobcoach");

        await coach.PostAsync($"/voorstellen/{proposal}/plaatsing", "Maak de plaatsing", [("In.Form", "trial"), ("In.HoursPerWeek", "16"), .. FollowUpSite.Date("In.Start", Today.AddDays(6))]);

        var placement = await _site.WithAsync(db => db.Placements.AsNoTracking().SingleAsync(p => p.ProposalId == proposal));
        Assert.Equal(PlacementState.Agreed, placement.State);
        Assert.False(await _site.WithAsync(db => db.Reminders.AnyAsync(r => r.PlacementId == placement.Id)));
    }

    [Fact]
    public async Task Facts_that_contradict_come_back_with_what_was_typed()
    {
        var proposal = await MakeGoingOnAsync();
        using var coach = await _site.SignedInAsync("jobcoach");

        var page = await coach.PostAsync($"/voorstellen/{proposal}/plaatsing", "Maak de plaatsing",
            [("In.Form", "regular"), ("In.HoursPerWeek", "16"), ("In.Supervisor", "mevrouw Smit"), .. FollowUpSite.Date("In.Start", Today), .. FollowUpSite.Date("In.End", Today.AddDays(-1))]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, coach.Status);
        Assert.Contains("De laatste dag ligt vóór de eerste dag.", coach.Html, StringComparison.Ordinal);
        Assert.Equal("mevrouw Smit", page.QuerySelector("input[name='In.Supervisor']")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Changed_terms_recompute_and_close_the_question()
    {
        var id = await _site.AddPlacementAsync(FollowUpSite.Terms(Today.AddDays(-3), subsidy: SubsidyKind.Measured));
        using var consultant = await _site.SignedInAsync("consulent");
        Assert.Contains("Wanneer is de nieuwe meting?", (await consultant.OpenAsync("/te-doen")).Items("vandaag"));

        await consultant.PostAsync($"/plaatsingen/{id}/afspraken", "Bewaar", FollowUpSite.Date("In.SubsidyReviewOn", Today.AddMonths(10)));

        Assert.Equal(HttpStatusCode.Redirect, consultant.Status);
        Assert.True(await _site.WithAsync(db => db.Reminders.AnyAsync(r => r.PlacementId == id && r.Code == "LKS_REVIEW" && r.LegalDate == Today.AddMonths(10))));
        Assert.DoesNotContain("Wanneer is de nieuwe meting?", (await consultant.OpenAsync("/te-doen")).Items("vandaag"));
    }

    [Fact]
    public async Task Two_people_who_change_the_same_terms_the_second_is_told()
    {
        var id = await _site.AddPlacementAsync(FollowUpSite.Terms(Today.AddDays(-3)));
        using var one = await _site.SignedInAsync("consulent");
        using var two = await _site.SignedInAsync("jobcoach");
        var form = (await two.OpenAsync($"/plaatsingen/{id}/afspraken")).QuerySelectorAll("main form").OfType<AngleSharp.Html.Dom.IHtmlFormElement>().First();
        await one.PostAsync($"/plaatsingen/{id}/afspraken", "Bewaar", ("In.HoursPerWeek", "20"));
        Assert.Equal(HttpStatusCode.Redirect, one.Status);

        var page = await two.PostAsync(form, null, ("In.HoursPerWeek", "30"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, two.Status);

        // Somebody of another organisation has no name here.
        Assert.Contains("Iemand anders heeft dit veranderd op", two.Html, StringComparison.Ordinal);
        Assert.Equal(["Nu opgeslagen: 20 uur per week"], page.QuerySelectorAll(".pw-stored > :first-child").Select(e => e.TextContent));
    }

    [Fact]
    public async Task A_next_step_that_starts_today_ends_the_one_before_it()
    {
        var id = await _site.AddPlacementAsync(FollowUpSite.Terms(Today.AddMonths(-2), form: "trial"));
        using var coach = await _site.SignedInAsync("jobcoach");

        await coach.PostAsync($"/plaatsingen/{id}/volgende", "Leg de volgende stap vast", [("In.Form", "regular"), .. FollowUpSite.Date("In.Start", Today)]);

        Assert.Equal(HttpStatusCode.Redirect, coach.Status);
        var (before, next) = await _site.WithAsync(async db => (await db.Placements.AsNoTracking().SingleAsync(p => p.Id == id), await db.Placements.AsNoTracking().SingleAsync(p => p.PreviousId == id)));
        Assert.Equal((PlacementState.NextStep, PlacementState.Running, SubsidyKind.Unknown), (before.State, next.State, next.Terms.Subsidy));
        Assert.True(await _site.WithAsync(db => db.Reminders.Where(r => r.PlacementId == id).AllAsync(r => r.State == ReminderState.Void && (r.VoidBecause == VoidReason.NextStep || r.VoidBecause == VoidReason.PastAtEntry))));
        var page = await coach.OpenAsync($"/plaatsingen/{next.Id}");
        Assert.Contains("Proefplaatsing, vanaf", page.QuerySelector("section[aria-labelledby=verloop]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_stay_under_twelve_statements_each_with_a_tag()
    {
        var id = await _site.AddPlacementAsync(FollowUpSite.Terms(Today.AddMonths(-6)));
        foreach (var account in (string[])["consulent", "werkgever"])
        {
            using var visitor = await _site.SignedInAsync(account);
            foreach (var address in (string[])["/plaatsingen", $"/plaatsingen/{id}", $"/plaatsingen/{id}/gesprek", .. account == "werkgever" ? (string[])[] : [$"/plaatsingen/{id}/afspraken", $"/plaatsingen/{id}/volgende"]])
            {
                _site.ForgetSql();
                await visitor.OpenAsync(address);
                Assert.Equal(HttpStatusCode.OK, visitor.Status);
                var selects = _site.Sql.Where(s => s.Contains("SELECT", StringComparison.Ordinal)).ToList();
                Assert.True(selects.Count <= 12, $"{address}: {selects.Count} statements");
                Assert.All(selects, s => Assert.StartsWith("--", s, StringComparison.Ordinal));
            }
        }
    }

    [Fact]
    public async Task The_dashboard_is_for_administrators_and_the_sent_mail_page_shows_mail()
    {
        using var coach = await _site.SignedInAsync("jobcoach");
        await coach.OpenAsync("/beheer/hangfire");
        Assert.Equal(HttpStatusCode.Forbidden, coach.Status);

        using var administrator = await _site.SignedInAsync("beheer");
        await administrator.OpenAsync("/beheer/hangfire");
        Assert.Equal(HttpStatusCode.OK, administrator.Status);
        Assert.Contains("'unsafe-inline'", string.Join(' ', administrator.Last!.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        await administrator.OpenAsync("/beheer");
        Assert.DoesNotContain("'unsafe-inline'", string.Join(' ', administrator.Last!.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);

        var page = await administrator.OpenAsync("/ontwikkel/post");
        Assert.Contains("Nog geen post", page.Body!.TextContent, StringComparison.Ordinal);
    }

    /// <summary>An introduction of the demo coach that was held goes on.</summary>
    private Task<Guid> MakeGoingOnAsync() => _site.WithAsync(async db =>
    {
        var held = await db.Introductions.FirstAsync(i => i.State == Marketplace.Domain.Proposals.IntroductionState.Held);
        held.GoOn(_site.Now);
        await db.SaveChangesAsync();
        return held.ProposalId;
    });
}
