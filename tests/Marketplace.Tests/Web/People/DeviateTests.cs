using System.Globalization;
using System.Net;
using AngleSharp.Html.Dom;
using Marketplace.Domain.FollowUp;
using Marketplace.Domain.People;
using Marketplace.Domain.Placements;
using Marketplace.Domain.Vocabulary;
using Marketplace.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Marketplace.Tests.Web.People;

/// <summary>Afwijken met reden: offered only where the municipality decides, four questions, a look back, and nothing for an employer.</summary>
public sealed class DeviateTests : IDisposable
{
    private static readonly (string Name, string? Value)[] Answers =
    [
        ("Answers.Effect", "Iemand leert de taken en blijft werken."), ("Answers.Purpose", "De begeleiding is bedoeld om te blijven werken."),
        ("Answers.Decision", "Zes uur begeleiding per week."), ("Answers.DecidedBy", "teamleider werk"),
        ("Answers.DecidedOn.Dag", "20"), ("Answers.DecidedOn.Maand", "11"), ("Answers.DecidedOn.Jaar", "2026"),
        ("Answers.LookBackOn.Dag", "1"), ("Answers.LookBackOn.Maand", "3"), ("Answers.LookBackOn.Jaar", "2027"),
    ];

    private readonly TestSite _site = new();

    public void Dispose() => _site.Dispose();

    [Fact]
    public async Task Other_hours_of_a_coach_count_for_this_person_and_are_looked_back_at()
    {
        using var consultant = await _site.SignedInAsync("consulent");
        var person = await PersonAsync("DGR_PW");
        var page = await consultant.OpenAsync($"/kandidaten/{person}/regelingen?In.Form=regular&In.Hours=20");
        var href = page.QuerySelector("[aria-labelledby='r-jobcoach'] a[href*='/afwijken/']")!.GetAttribute("href")!;
        await consultant.PostAsync(href, "Leg het besluit vast", [.. Answers, ("Answers.Rule", "jobcoach.hoursPerWeek"), ("Answers.Value", "6")]);
        Assert.Equal(HttpStatusCode.Redirect, consultant.Status);

        var after = (await consultant.OpenAsync(consultant.Location!)).QuerySelector("[aria-labelledby='r-jobcoach']")!.TextContent;
        Assert.Contains("6 uur per week", after, StringComparison.Ordinal);
        Assert.Contains("De gemeente wijkt hier af.", after, StringComparison.Ordinal);
        var step = await _site.WithAsync(db => db.OpenSteps.SingleAsync(s => s.PersonId == person && s.Kind == StepKind.LookBackDeviation));
        Assert.Equal((new DateOnly(2027, 3, 1), Recipient.Consultant), (step.DueOn, step.Recipient));

        _site.Clock.MoveTo(new DateOnly(2027, 3, 1));
        using var later = await _site.SignedInAsync("consulent");
        Assert.Contains($"/afwijkingen/{step.About}", (await later.OpenAsync("/te-doen")).Source.Text, StringComparison.Ordinal);
        await later.PostAsync($"/afwijkingen/{Guid.Parse(step.About)}", "Bewaar", ("In.CameOfIt", "Het werk gaat nu zelfstandig."), ("In.GoesOn", "false"));
        Assert.Equal("/afwijkingen", later.Location);
        Assert.Contains("Het werk gaat nu zelfstandig.", (await later.OpenAsync("/afwijkingen")).QuerySelector("main table")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(await _site.WithAsync(db => db.OpenSteps.Where(s => s.Id == step.Id).Select(s => s.DoneAt).SingleAsync()));
        _site.Clock.MoveTo(new DateOnly(2027, 3, 2));
        using var next = await _site.SignedInAsync("consulent");
        Assert.DoesNotContain("6 uur per week", (await next.OpenAsync($"/kandidaten/{person}/regelingen?In.Form=regular&In.Hours=20")).QuerySelector("[aria-labelledby='r-jobcoach']")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reason_of_the_municipality_is_set_aside_and_the_rule_stays_in_sight()
    {
        using var consultant = await _site.SignedInAsync("consulent");
        var person = await PersonAsync("DGR_PW");
        await consultant.PostAsync($"/kandidaten/{person}/afwijken/work-experience?In.Form=work-experience&In.Hours=20", "Leg het besluit vast", [.. Answers, ("Answers.Rule", "municipal-rules")]);
        Assert.Equal(HttpStatusCode.Redirect, consultant.Status);
        var text = (await consultant.OpenAsync(consultant.Location!)).QuerySelector("[aria-labelledby='r-work-experience']")!.TextContent;
        Assert.Contains("De gemeente heeft hier eigen regels voor.", text, StringComparison.Ordinal);
        Assert.Contains("De gemeente wijkt hier af.", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task From_geregeld_a_decision_moves_what_the_placement_costs_until_it_ends()
    {
        using var consultant = await _site.SignedInAsync("consulent");
        var placement = await _site.WithAsync(async db =>
        {
            var consultantId = await db.Users.Where(u => u.Email == "consulent@demo.example").Select(u => u.Id).SingleAsync();
            var found = (await db.Placements.Where(p => p.State == PlacementState.Running && p.ConsultantId == consultantId).OrderBy(p => p.Id).ToListAsync())
                .First(p => p.Terms.Form == Forms.Regular && !db.Deviations.Any(d => d.PersonId == p.PersonId));
            found.SetWage(new PlacementWage(16, 36, 0.25m), null);
            (await db.Standings.SingleAsync(s => s.Id == found.PersonId)).Record(new StandingFacts(["DGR_PW"], null, null, null, null, null, null), _site.Now);
            await db.SaveChangesAsync();
            return found.Id;
        });
        var page = await consultant.OpenAsync($"/plaatsingen/{placement}/geregeld");
        var before = Amounts(page);
        var href = page.QuerySelector("main a[href*='/afwijken/jobcoach']")!.GetAttribute("href")!;
        await consultant.PostAsync(
            href, "Leg het besluit vast",
            [.. Answers, ("Answers.Rule", "jobcoach-municipality"), ("Answers.PaysPerMonth", "150"), ("Answers.Until.Dag", "31"), ("Answers.Until.Maand", "3"), ("Answers.Until.Jaar", "2027")]);
        Assert.Equal(HttpStatusCode.Redirect, consultant.Status);

        page = await consultant.OpenAsync($"/plaatsingen/{placement}/geregeld");
        var after = Amounts(page);
        Assert.Equal([before[0] - 150, before[1], before[2]], after);
        Assert.Contains("Bijdrage van de gemeente", page.QuerySelector("main table")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("De gemeente betaalt € 150,00 per maand.", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("main a[href*='/afwijken/jobcoach']"));
        using var coach = await _site.SignedInAsync("jobcoach");
        Assert.Null((await coach.OpenAsync($"/plaatsingen/{placement}/geregeld")).QuerySelector("main a[href*='/afwijken/']"));

        static List<decimal> Amounts(IHtmlDocument page) =>
            [.. page.QuerySelectorAll(".pw-three dd").Select(dd => decimal.TryParse(dd.TextContent.Replace("€", "", StringComparison.Ordinal).Trim(), CultureInfo.GetCultureInfo("nl-NL"), out var amount) ? amount : -1)];
    }

    [Fact]
    public async Task At_a_national_rule_the_page_says_so_with_the_source_and_has_no_form()
    {
        using var consultant = await _site.SignedInAsync("consulent");
        var person = await PersonAsync("DGR_PW");
        var page = await consultant.OpenAsync($"/kandidaten/{person}/afwijken/no-risk?In.Form=regular&In.Hours=20");

        Assert.Equal("Hier kan de gemeente niet afwijken", page.QuerySelector("h1")!.TextContent);
        Assert.Contains("ZW 29b", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("main form[method=post]"));
        await consultant.OpenAsync($"/kandidaten/{person}/afwijken/bestaat-niet");
        Assert.Equal(HttpStatusCode.NotFound, consultant.Status);
        var schemes = await consultant.OpenAsync($"/kandidaten/{person}/regelingen?In.Form=regular&In.Hours=20");
        foreach (var scheme in new[] { "minimum-wage", "lks", "lks-flat", "lkv", "no-risk" })
            Assert.Null(schemes.QuerySelector($"[aria-labelledby='r-{scheme}'] a[href*='/afwijken/']"));
    }

    [Theory]
    [InlineData("Answers.Effect", "", "Schrijf op welk effect u wilt.")]
    [InlineData("Answers.Decision", "Bel 06 12345678 voor uitleg.", "telefoonnummer")]
    [InlineData("Answers.Value", "41", "40")]
    [InlineData("Answers.PaysPerMonth", "9999999,99", "10.000 euro per maand")]
    [InlineData("Answers.PaysPerMonth", "-1", "10.000 euro per maand")]
    [InlineData("Answers.Value", "", "40")]
    [InlineData("Answers.LookBackOn.Jaar", "2026", "Kies een dag na vandaag om terug te kijken.")]
    [InlineData("Answers.DecidedOn.Jaar", "2027", "Het besluit ligt in de toekomst.")]
    [InlineData("Answers.Rule", "lks-group", "Hier kan de gemeente niet afwijken.")]
    public async Task What_cannot_be_is_refused_with_what_was_typed(string field, string value, string error)
    {
        using var consultant = await _site.SignedInAsync("consulent");
        var person = await PersonAsync("DGR_PW");
        (string Name, string? Value)[] all = [.. Answers, ("Answers.Rule", "jobcoach.hoursPerWeek"), ("Answers.Value", "6"), ("Answers.PaysPerMonth", "")];
        var page = await consultant.PostAsync($"/kandidaten/{person}/afwijken/jobcoach?In.Form=regular&In.Hours=20", "Leg het besluit vast", [.. all.Select(a => a.Name == field ? (field, value) : a)]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, consultant.Status);
        Assert.Contains(error, page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("bedoeld om te blijven werken", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.False(await _site.WithAsync(db => db.Deviations.AnyAsync(d => d.PersonId == person)));
    }

    [Fact]
    public async Task The_demo_has_a_decision_of_which_the_look_back_is_due()
    {
        using var consultant = await _site.SignedInAsync("consulent");
        Assert.Contains("Kijk terug op het besluit om af te wijken", (await consultant.OpenAsync("/te-doen")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull((await consultant.OpenAsync("/afwijkingen")).QuerySelector("main table .utrecht-status-badge"));
    }

    [Fact]
    public async Task A_name_in_a_decision_is_replaced_or_said_to_be_no_name()
    {
        using var consultant = await _site.SignedInAsync("consulent");
        var person = await PersonAsync("DGR_PW");
        var address = $"/kandidaten/{person}/afwijken/jobcoach?In.Form=regular&In.Hours=20";
        var page = await consultant.PostAsync(address, "Leg het besluit vast", [
            .. Answers.Where(a => a.Name is not ("Answers.Effect" or "Answers.DecidedBy")),
            ("Answers.Rule", "jobcoach.hoursPerWeek"), ("Answers.Value", "6,5"), ("Answers.Effect", "Samen met Emma."), ("Answers.DecidedBy", "onze Fatima"),
        ]);
        page = await consultant.PressAsync(page, "Dit is geen naam");
        page = await consultant.PressAsync(page, "Vervang ‘Fatima’ door ‘deze persoon’");
        Assert.Equal(("Samen met Emma.", "onze deze persoon", "6,5"), (page.Value("Answers.Effect"), page.Value("Answers.DecidedBy"), page.Value("Answers.Value")));
        await consultant.PressAsync(page, "Leg het besluit vast");
        Assert.Equal(HttpStatusCode.Redirect, consultant.Status);

        var decision = await _site.WithAsync(db => db.Deviations.Where(d => d.PersonId == person).Select(d => d.Id).SingleAsync());
        page = await consultant.PostAsync($"/afwijkingen/{decision}", "Bewaar", ("In.CameOfIt", "Werkt met Emma en Fatima."), ("In.GoesOn", "false"));
        page = await consultant.PressAsync(page, "Dit is geen naam");
        Assert.Equal("Werkt met Emma en Fatima.", page.Value("In.CameOfIt"));
        await consultant.PressAsync(page, "Bewaar");
        Assert.Equal("/afwijkingen", consultant.Location);
    }

    /// <summary>Somebody of the consultant with one status, and no decision yet.</summary>
    private Task<Guid> PersonAsync(string status) => _site.WithAsync(async db =>
    {
        var consultant = await db.Users.Where(u => u.Email == "consulent@demo.example").Select(u => u.Id).SingleAsync();
        var person = await db.People.Where(p => p.ConsultantId == consultant && !db.Deviations.Any(d => d.PersonId == p.Id) && db.Standings.Any(s => s.Id == p.Id)).OrderBy(p => p.Code).Select(p => p.Id).FirstAsync();
        (await db.Standings.SingleAsync(s => s.Id == person)).Record(new StandingFacts([status], null, null, null, null, null, null), _site.Now);
        await db.SaveChangesAsync();
        return person;
    });
}
