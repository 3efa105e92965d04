using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Marketplace.Domain.FollowUp;
using Marketplace.Domain.People;
using Marketplace.Domain.Proposals;
using Marketplace.Domain.Shared;
using Marketplace.Testing;
using Marketplace.Web.Texts;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Marketplace.Tests.Web.Proposals;

/// <summary>From the employer's answer to "gaat door", over HTTP.</summary>
public sealed class ProposalPagesTests : IDisposable
{
    private readonly ProposalSite _site = new();

    public void Dispose() => _site.Dispose();

    [Fact]
    public async Task A_yes_asks_the_consultant_and_shows_no_name()
    {
        var (id, person) = await _site.ProposeAsync();
        var employer = await _site.AsAsync("werkgever");

        await employer.PostAsync($"/voorstellen/{id}", "Ik wil kennismaken");

        Assert.Equal($"/voorstellen/{id}", employer.Location);
        Assert.Equal(IntroductionState.AwaitingConsent, (await IntroductionAsync(id)).State);
        var next = Assert.Single(await OpenStepsAsync(id));
        Assert.Equal((StepKind.AskConsentToMeet, person.ConsultantId), (next.Kind, next.UserId!.Value));
        var page = await employer.OpenAsync(employer.Location!);
        Assert.Contains("Wij vragen de kandidaat of dat goed is", ProposalSite.TextOf(page), StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("main form"));
        Assert.False(await _site.Site.WithAsync(db => db.Audit.AnyAsync(a => a.Action == "ReadIdentity" && a.EntityId == person.Id)));
    }

    [Fact]
    public async Task A_no_takes_one_of_six_reasons_and_no_text()
    {
        var (id, _) = await _site.ProposeAsync();
        var employer = await _site.AsAsync("werkgever");
        var page = await employer.OpenAsync($"/voorstellen/{id}");
        Assert.Equal(
            ["De functie is al bezet", "De uren of dagen passen niet", "Wij hebben nu geen begeleider", "De taken zijn veranderd", "Wij wachten nog met deze functie", "Bel mij, ik leg het uit"],
            page.QuerySelectorAll(".pw-choice label").Select(l => l.TextContent.Trim()));
        Assert.Empty(page.QuerySelectorAll("main textarea, main input[type=text]"));

        await employer.PostAsync($"/voorstellen/{id}", "Niet voor deze functie", ("Decline.Reason", null));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, employer.Status);
        Assert.Contains("Kies een reden.", employer.Html, StringComparison.Ordinal);
        await employer.PostAsync($"/voorstellen/{id}", "Niet voor deze functie", ("Decline.Reason", "Nationality"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, employer.Status);
        Assert.Equal(ProposalState.Proposed, (await ProposalAsync(id)).State);

        await employer.PostAsync($"/voorstellen/{id}", "Niet voor deze functie", ("Decline.Reason", nameof(DeclineReason.CallMe)));

        Assert.Equal(HttpStatusCode.Redirect, employer.Status);
        Assert.Equal((ProposalState.NotForThisJob, DeclineReason.CallMe), ((await ProposalAsync(id)).State, (await ProposalAsync(id)).Declined));
        var adviser = (await _site.ActAsAsync("adviseur")).By;
        var call = Assert.Single(await OpenStepsAsync(id));
        Assert.Equal((StepKind.EmployerAsksCall, adviser.UserId, new DateOnly(2026, 11, 26)), (call.Kind, call.UserId, call.DueOn));
    }

    [Fact]
    public async Task A_second_answer_and_an_answer_to_an_old_page_are_refused()
    {
        var (id, _) = await _site.ProposeAsync();
        var employer = await _site.AsAsync("werkgever");
        var form = (await employer.OpenAsync($"/voorstellen/{id}")).QuerySelectorAll<IHtmlFormElement>("main form").First();
        await employer.PostAsync($"/voorstellen/{id}", "Niet voor deze functie", ("Decline.Reason", nameof(DeclineReason.Filled)));

        var page = await employer.PostAsync(form);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, employer.Status);
        Assert.Contains(Sentences.Of(Refusal.NotInThisState), ProposalSite.TextOf(page), StringComparison.Ordinal);
        Assert.False(await _site.Site.WithAsync(db => db.Introductions.AnyAsync(i => i.ProposalId == id)));
    }

    [Theory]
    [InlineData("Accept", "consulent")]
    [InlineData("Accept", "jobcoach")]
    [InlineData("Withdraw", "werkgever")]
    [InlineData("Withdraw", "consulent")]
    public async Task An_act_of_another_role_is_not_there(string handler, string account)
    {
        var (id, _) = await _site.ProposeAsync();
        var visitor = await _site.AsAsync(account);
        var page = await visitor.OpenAsync($"/voorstellen/{id}");
        var token = page.QuerySelector<IHtmlInputElement>("input[name=__RequestVerificationToken]")!.Value;

        using var content = new FormUrlEncodedContent([new("__RequestVerificationToken", token), new("In.Version", (await ProposalAsync(id)).Version.ToString())]);
        var answer = await visitor.Client.PostAsync($"/voorstellen/{id}?handler={handler}", content, CancellationToken.None);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal(ProposalState.Proposed, (await ProposalAsync(id)).State);
    }

    [Fact]
    public async Task Taken_back_the_employer_reads_not_free_any_more_and_nothing_about_the_person()
    {
        var (id, _) = await _site.ProposeAsync();
        var coach = await _site.AsAsync("jobcoach");

        await coach.PostAsync($"/voorstellen/{id}", "Neem terug");

        Assert.Equal(HttpStatusCode.Redirect, coach.Status);
        Assert.Empty(await OpenStepsAsync(id));
        var employer = await _site.AsAsync("werkgever");
        var page = await employer.OpenAsync($"/voorstellen/{id}");
        Assert.Contains("Deze kandidaat is niet meer vrij", ProposalSite.TextOf(page), StringComparison.Ordinal);
        Assert.DoesNotContain("Taken", page.QuerySelectorAll("main h3").Select(h => h.TextContent));
        Assert.Empty(page.QuerySelectorAll("main form"));
    }

    [Fact]
    public async Task Only_from_planned_on_the_employer_reads_the_first_name_and_the_coach()
    {
        var (id, person) = await _site.ToPlanAsync();
        var (first, last, phone) = await NameAsync(person);
        var employer = await _site.AsAsync("werkgever");
        Assert.DoesNotContain(first, ProposalSite.TextOf(await employer.OpenAsync($"/voorstellen/{id}")), StringComparison.Ordinal);
        var coach = await _site.AsAsync("jobcoach");

        await PlanAsync(coach, id);

        Assert.Equal(HttpStatusCode.Redirect, coach.Status);
        var text = ProposalSite.TextOf(await employer.OpenAsync($"/voorstellen/{id}"));
        Assert.Contains($"U maakt kennis met {first}", text, StringComparison.Ordinal);
        Assert.Contains("maandag 30 november 2026 om 10.30 uur", text, StringComparison.Ordinal);
        Assert.Contains("Ingang B", text, StringComparison.Ordinal);
        Assert.Contains("J. de Vries", text, StringComparison.Ordinal);
        Assert.DoesNotContain(last, text, StringComparison.Ordinal);
        Assert.DoesNotContain(phone, text.Replace('\u00a0', ' '), StringComparison.Ordinal);
        var read = await _site.Site.WithAsync(db => db.Audit.Where(a => a.Action == "ReadIdentity" && a.EntityId == person.Id && a.Role == "Employer").ToListAsync());
        Assert.Equal(["Kennismaking"], read.Select(r => r.Purpose).Distinct());
    }

    [Fact]
    public async Task The_calendar_file_holds_the_moment_and_no_more_than_the_first_name()
    {
        var (id, person) = await _site.ToPlanAsync();
        var (first, last, _) = await NameAsync(person);
        var employer = await _site.AsAsync("werkgever");
        await employer.OpenAsync($"/voorstellen/{id}/kennismaking.ics");
        Assert.Equal(HttpStatusCode.NotFound, employer.Status);
        var coach = await _site.AsAsync("jobcoach");
        await PlanAsync(coach, id);

        await employer.OpenAsync($"/voorstellen/{id}/kennismaking.ics");

        Assert.Equal("text/calendar", employer.Last!.Content.Headers.ContentType!.MediaType);
        Assert.Contains("DTSTART:20261130T093000Z\r\n", employer.Html, StringComparison.Ordinal);
        Assert.Contains($"SUMMARY:Kennismaking met {first}\r\n", employer.Html, StringComparison.Ordinal);
        Assert.Contains("LOCATION:Ingang B\\, Dordrecht\r\n", employer.Html, StringComparison.Ordinal);
        Assert.DoesNotContain(last, employer.Html, StringComparison.Ordinal);
        await coach.OpenAsync($"/voorstellen/{id}/kennismaking.ics");
        Assert.DoesNotContain(first, coach.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("consulent")]
    [InlineData("adviseur")]
    [InlineData("beheer")]
    public async Task The_calendar_file_is_for_the_employer_and_the_coach(string account)
    {
        var (id, _) = await _site.ToPlanAsync();
        await PlanAsync(await _site.AsAsync("jobcoach"), id);
        var visitor = await _site.AsAsync(account);

        await visitor.OpenAsync($"/voorstellen/{id}/kennismaking.ics");

        Assert.Equal(HttpStatusCode.Forbidden, visitor.Status);
    }

    [Theory]
    [InlineData("In.Time", "half elf", "Vul de tijd in met een punt, zoals 10.30.")]
    [InlineData("In.Time", "", "Vul de tijd in, zoals 10.30.")]
    [InlineData("In.Place", "", "Vul de plek in.")]
    [InlineData("In.AskFor", "", "Vul in naar wie de kandidaat vraagt.")]
    [InlineData("In.Day.Dag", "", "Vul ook de dag in")]
    [InlineData("In.Day.Dag", "23", "Dit moment is al voorbij. Kies een later moment.")]
    public async Task A_plan_that_is_not_whole_keeps_what_was_typed(string field, string value, string sentence)
    {
        var (id, _) = await _site.ToPlanAsync();
        var coach = await _site.AsAsync("jobcoach");

        var page = await PlanAsync(coach, id, (field, value));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, coach.Status);
        Assert.Contains(sentence, ProposalSite.TextOf(page), StringComparison.Ordinal);
        Assert.Equal(field == "In.Place" ? "" : "Ingang B, Dordrecht", page.QuerySelector<IHtmlInputElement>("input[name='In.Place']")!.Value);
        Assert.Equal(field == "In.Day.Dag" ? value : "30", page.QuerySelector<IHtmlInputElement>("input[name='In.Day.Dag']")!.Value);
        Assert.Equal(IntroductionState.ToPlan, (await IntroductionAsync(id)).State);
    }

    [Theory]
    [InlineData("10.30", 9, 30)]
    [InlineData("10:30", 9, 30)]
    [InlineData("1030", 9, 30)]
    [InlineData(" 14 ", 13, 0)]
    public async Task A_time_is_read_as_people_write_it_and_stored_as_utc(string typed, int hour, int minute)
    {
        var (id, _) = await _site.ToPlanAsync();
        var coach = await _site.AsAsync("jobcoach");

        await PlanAsync(coach, id, ("In.Time", typed));

        Assert.Equal(new DateTime(2026, 11, 30, hour, minute, 0, DateTimeKind.Utc), (await IntroductionAsync(id)).PlannedAt);
    }

    [Fact]
    public async Task The_coach_plans_again_records_and_goes_on_and_the_name_grows_with_the_stage()
    {
        var (id, person) = await _site.ToPlanAsync();
        var (first, last, phone) = await NameAsync(person);
        var (coach, employer) = (await _site.AsAsync("jobcoach"), await _site.AsAsync("werkgever"));
        await PlanAsync(coach, id);
        await PlanAsync(coach, id, ("In.Day.Dag", "2"), ("In.Day.Maand", "12"));
        Assert.Equal([(StepKind.RecordIntroduction, new DateOnly(2026, 12, 3))], (await OpenStepsAsync(id)).Select(s => (s.Kind, s.DueOn)));

        Assert.DoesNotContain("Is geweest", ProposalSite.TextOf(await coach.OpenAsync($"/voorstellen/{id}")), StringComparison.Ordinal);
        _site.Site.Clock.MoveTo(new DateOnly(2026, 12, 2));
        (coach, employer) = (await _site.AsAsync("jobcoach"), await _site.AsAsync("werkgever"));
        await coach.PostAsync($"/voorstellen/{id}", "Is geweest");
        Assert.DoesNotContain(last, ProposalSite.TextOf(await employer.OpenAsync($"/voorstellen/{id}")), StringComparison.Ordinal);
        await coach.PostAsync($"/voorstellen/{id}", "Gaat door");

        var next = Assert.Single(await OpenStepsAsync(id));
        Assert.Equal(StepKind.AgreePlacement, next.Kind);
        var page = await coach.OpenAsync($"/voorstellen/{id}");
        Assert.NotNull(page.QuerySelector($"a[href='/voorstellen/{id}/plaatsing']"));
        Assert.DoesNotContain("Neem terug", ProposalSite.TextOf(page), StringComparison.Ordinal);
        var text = ProposalSite.TextOf(await employer.OpenAsync($"/voorstellen/{id}"));
        Assert.Contains($"U gaat verder met {first} {last}", text, StringComparison.Ordinal);
        Assert.Contains(phone, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_it_stops_the_first_name_disappears_and_consent_to_meet_ends()
    {
        var (id, person) = await _site.ToPlanAsync();
        var (first, _, _) = await NameAsync(person);
        var (coach, employer) = (await _site.AsAsync("jobcoach"), await _site.AsAsync("werkgever"));
        await PlanAsync(coach, id);

        await coach.PostAsync($"/voorstellen/{id}", "Stopt");

        Assert.Equal(IntroductionState.Stopped, (await IntroductionAsync(id)).State);
        Assert.Empty(await OpenStepsAsync(id));
        Assert.DoesNotContain(first, ProposalSite.TextOf(await employer.OpenAsync($"/voorstellen/{id}")), StringComparison.Ordinal);
        var after = (await _site.PeopleAsync()).Single(p => p.Id == person.Id);
        Assert.DoesNotContain(after.Consents, c => c.Purpose == ConsentPurpose.Meet && c.HoldsOn(TestSite.SeedDay));
        Assert.NotNull(after.ConsentOn(ConsentPurpose.Proposed, TestSite.SeedDay));
    }

    [Fact]
    public async Task The_coach_reads_name_and_telephone_from_consent_on_and_every_time_is_logged()
    {
        var (id, person) = await _site.ToPlanAsync();
        var (first, last, phone) = await NameAsync(person);
        var coach = await _site.AsAsync("jobcoach");

        var text = ProposalSite.TextOf(await coach.OpenAsync($"/voorstellen/{id}")).Replace('\u00a0', ' ');

        Assert.Contains($"{first} {last}", text, StringComparison.Ordinal);
        Assert.Contains(phone, text, StringComparison.Ordinal);
        Assert.Equal(1, await ReadsAsync());
        await coach.OpenAsync($"/voorstellen/{id}");
        Assert.Equal(2, await ReadsAsync());
        var consultant = await _site.AsAsync("consulent");
        Assert.DoesNotContain(phone, ProposalSite.TextOf(await consultant.OpenAsync($"/voorstellen/{id}")), StringComparison.Ordinal);
        Assert.Equal(2, await ReadsAsync());

        Task<int> ReadsAsync() => _site.Site.WithAsync(db => db.Audit.CountAsync(a => a.Action == "ReadIdentity" && a.EntityId == person.Id && a.Role == "JobCoach"));
    }

    [Fact]
    public async Task An_introduction_that_waits_for_consent_cannot_be_planned()
    {
        var (id, _) = await _site.ProposeAsync();
        var employer = await _site.AsAsync("werkgever");
        await employer.PostAsync($"/voorstellen/{id}", "Ik wil kennismaken");
        var coach = await _site.AsAsync("jobcoach");

        await coach.OpenAsync($"/voorstellen/{id}/kennismaking");

        Assert.Equal(HttpStatusCode.NotFound, coach.Status);
    }

    [Fact]
    public async Task An_adviser_reads_the_state_and_nothing_of_the_person()
    {
        var (id, person) = await _site.ProposeAsync();
        var adviser = await _site.AsAsync("adviseur");

        var list = await adviser.OpenAsync("/voorstellen");

        Assert.Contains("Retourhuis De Kil", ProposalSite.TextOf(list), StringComparison.Ordinal);
        Assert.Contains("Voorgesteld", ProposalSite.TextOf(list), StringComparison.Ordinal);
        Assert.DoesNotContain(person.Code, adviser.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("Kandidaat", ProposalSite.TextOf(list), StringComparison.Ordinal);
        Assert.Empty(list.QuerySelectorAll("main a[href^='/voorstellen/']"));
        await adviser.OpenAsync($"/voorstellen/{id}");
        Assert.Equal(HttpStatusCode.Forbidden, adviser.Status);
    }

    private static async Task<IHtmlDocument> PlanAsync(WebVisitor coach, Guid id, params (string Name, string? Value)[] changes)
    {
        (string Name, string? Value)[] whole = [("In.Day.Dag", "30"), ("In.Day.Maand", "11"), ("In.Day.Jaar", "2026"), ("In.Time", "10.30"), ("In.Place", "Ingang B, Dordrecht"), ("In.AskFor", "A. Stolk")];
        return await coach.PostAsync($"/voorstellen/{id}/kennismaking", "de kennismaking", [.. whole.Where(w => changes.All(c => c.Name != w.Name)), .. changes]);
    }

    private Task<Proposal> ProposalAsync(Guid id) => _site.Site.WithAsync(db => db.Proposals.AsNoTracking().SingleAsync(p => p.Id == id));

    private Task<Introduction> IntroductionAsync(Guid id) => _site.Site.WithAsync(db => db.Introductions.AsNoTracking().SingleAsync(i => i.ProposalId == id));

    private Task<List<OpenStep>> OpenStepsAsync(Guid id) =>
        _site.Site.WithAsync(db => db.OpenSteps.AsNoTracking().Where(s => s.ProposalId == id && s.DoneAt == null && !s.IsVoid).ToListAsync());

    private async Task<(string First, string Last, string Phone)> NameAsync(Person person)
    {
        var facts = await _site.IdentityAsync(person.Id);
        return (facts.FirstName, facts.LastName, facts.Phone);
    }
}
