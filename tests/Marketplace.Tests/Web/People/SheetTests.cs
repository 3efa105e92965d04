using System.Net;
using AngleSharp.Html.Dom;
using Marketplace.Domain.FollowUp;
using Marketplace.Domain.People;
using Marketplace.Domain.Shared;
using Marketplace.Domain.Vocabulary;
using Marketplace.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Marketplace.Tests.Web.People;

/// <summary>The six sheets of a profile.</summary>
public sealed class SheetTests(ConsultantAtWork work) : IClassFixture<ConsultantAtWork>
{
    private static readonly (string Name, string? Value)[] Times =
        [("In.HoursMin", "12,5"), ("In.HoursWish", "16"), ("In.HoursMax", "20.25"), ("In.Times", "all-1"), ("In.Times", "tue-2")];

    private readonly TestSite _site = work.Site;
    private readonly WebVisitor _consultant = work.Consultant;

    [Fact]
    public async Task A_profile_that_is_filled_in_sheet_by_sheet_is_complete_and_says_so()
    {
        var id = await _consultant.RegisterAsync();

        await _consultant.PostAsync(Sheet(id, "uren"), "Bewaar en verder", Times);
        Assert.Equal(Sheet(id, "reizen"), _consultant.Location);
        await _consultant.PostAsync(Sheet(id, "reizen"), "Bewaar en verder", ("In.Modes", "bike"), ("In.Modes", "transit"), ("In.MaxMinutes", "45"));
        Assert.Equal(Sheet(id, "mogelijkheden"), _consultant.Location);
        await _consultant.PostAsync(Sheet(id, "mogelijkheden"), "Bewaar en verder", ("In.Levels[D1]", "2"));
        Assert.Equal(Sheet(id, "helpt"), _consultant.Location);
        await _consultant.PostAsync(Sheet(id, "helpt"), "Bewaar en verder", ("In.Helps", "own-pace"), ("In.BringsAlong", "jobcoach"), ("In.Certificates", "haccp"), ("In.Exclusions", "night"));
        Assert.Equal(Sheet(id, "wensen"), _consultant.Location);
        await _consultant.PostAsync(Sheet(id, "wensen"), "Bewaar en later verder", ("In.Forms", "regular"), ("In.Sectors", "care"), ("In.Tags", "kitchen"), ("In.Growth[D1]", "3"));
        Assert.Equal($"/kandidaten/{id}", _consultant.Location);

        var person = await _site.ReadAsync(id);
        Assert.True(person.IsComplete);
        Assert.Equal((12.5m, 16m, 20.25m), (person.HoursMin, person.HoursWish, person.HoursMax));
        Assert.Equal(["mon-1", "tue-1", "tue-2", "wed-1", "thu-1", "fri-1", "sat-1", "sun-1"], person.AvailableDayparts);
        Assert.Equal(["bike", "transit"], person.Modes);
        Assert.Equal(45, person.MaxTravelMinutes);
        Assert.Equal(("own-pace", "jobcoach", "haccp", "night"), (person.Helps.Single(), person.BringsAlong.Single(), person.Certificates.Single(), person.Exclusions.Single()));
        Assert.Equal(("regular", "care", "kitchen", 3), (person.Forms.Single(), person.WishedSectors.Single(), person.WishedTags.Single(), person.Growth["D1"]));
        var hub = await _consultant.OpenAsync($"/kandidaten/{id}");
        Assert.Equal(["Klaar", "Klaar", "Bezig", "Klaar", "Klaar", "Nog niet"], hub.QuerySelectorAll("[aria-labelledby=bladen] li > span:last-child").Select(s => s.TextContent.Trim()));
        Assert.DoesNotContain("Vul dit nog in", hub.QuerySelector("[aria-labelledby=vindbaar]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_reminders_of_a_person_follow_the_facts_at_once()
    {
        var id = await _consultant.RegisterAsync();
        var today = _site.Clock.Today();

        Assert.Equal([("REVIEW_6M", today.AddMonths(6))], await LinesAsync(id));
        Assert.Equal(2, await OpenQuestionsAsync(id)); // the day of the ladder, and no answer yet

        await _consultant.PostAsync($"/kandidaten/{id}", "Vandaag gemeten");
        Assert.Contains(("LADDER", today.AddMonths(6)), await LinesAsync(id));
        Assert.Equal(1, await OpenQuestionsAsync(id));

        await _consultant.PostAsync(Sheet(id, "mogelijkheden"), "Bewaar en verder", ("In.Levels[D1]", "2"));
        Assert.Contains(await LinesAsync(id), line => line.Code == "SCORE_OLD");
        Assert.Equal(0, await OpenQuestionsAsync(id));
    }

    private Task<List<(string Code, DateOnly LegalDate)>> LinesAsync(Guid person) => _site.WithAsync(async db =>
        (await db.Reminders.Where(r => r.PersonId == person).OrderBy(r => r.LegalDate).ToListAsync()).ConvertAll(r => (r.Code, r.LegalDate)));

    private Task<int> OpenQuestionsAsync(Guid person) =>
        _site.WithAsync(db => db.OpenSteps.CountAsync(s => s.PersonId == person && s.Kind == StepKind.MissingFact && s.DoneAt == null));

    [Theory]
    [InlineData("In.HoursMin", "12,3", "in kwartieren")]
    [InlineData("In.HoursMin", "", "in kwartieren")]
    [InlineData("In.HoursMax", "60,25", "in kwartieren")]
    [InlineData("In.HoursMin", "0", "in kwartieren")]
    [InlineData("In.HoursWish", "8", "minder dan ‘ten minste’")]
    [InlineData("In.HoursMax", "14", "minder dan ‘het liefst’")]
    [InlineData("In.Times", null, "Kies ten minste één dagdeel.")]
    [InlineData("In.Times", "mon-9", "Kies ten minste één dagdeel.")]
    public async Task Hours_that_cannot_be_are_told_and_kept(string field, string? value, string sentence)
    {
        var id = await _consultant.RegisterAsync();

        var page = await _consultant.PostAsync(Sheet(id, "uren"), "Bewaar en verder", [.. Times.Where(t => t.Name != field), (field, value)]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, _consultant.Status);
        Assert.Contains(sentence, page.Errors(), StringComparison.Ordinal);
        if (field != "In.HoursWish")
            Assert.Equal("16", page.Value("In.HoursWish"));
        Assert.Null((await _site.ReadAsync(id)).HoursMin);
    }

    [Theory]
    [InlineData("In.MaxMinutes", "0", "van 1 tot en met 240")]
    [InlineData("In.MaxMinutes", "241", "van 1 tot en met 240")]
    [InlineData("In.Modes", null, "Kies ten minste één manier.")]
    [InlineData("In.Modes", "horse", "staat niet in de lijst")]
    public async Task Travel_that_cannot_be_is_told(string field, string? value, string sentence)
    {
        var id = await _consultant.RegisterAsync();

        var page = await _consultant.PostAsync(
            Sheet(id, "reizen"), "Bewaar en verder", [.. new (string Name, string? Value)[] { ("In.Modes", "bike"), ("In.MaxMinutes", "45") }.Where(t => t.Name != field), (field, value)]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, _consultant.Status);
        Assert.Contains(sentence, page.Errors(), StringComparison.Ordinal);
        Assert.Null((await _site.ReadAsync(id)).MaxTravelMinutes);
    }

    [Fact]
    public async Task Every_question_begins_as_not_discussed_and_has_the_words_of_the_list()
    {
        var id = await _consultant.RegisterAsync();
        var page = await _consultant.OpenAsync(Sheet(id, "mogelijkheden"));

        foreach (var dimension in Dimensions.All)
        {
            Assert.Equal("open", page.Value($"In.Levels[{dimension.Code}]"));
            var group = page.QuerySelector($"[name='In.Levels[{dimension.Code}]']")!.Closest("fieldset")!;
            Assert.Contains(dimension.PersonQuestion, group.QuerySelector("legend")!.TextContent, StringComparison.Ordinal);
            Assert.Equal(["Nog niet besproken", dimension.PersonWords[1], dimension.PersonWords[2], dimension.PersonWords[3], dimension.PersonWords[0]], group.QuerySelectorAll("label").Select(l => l.TextContent));
        }

        await _consultant.PostAsync(Sheet(id, "mogelijkheden"), "Bewaar en verder");
        Assert.Empty((await _site.ReadAsync(id)).Capacities);
    }

    [Fact]
    public async Task An_answer_keeps_its_day_source_and_who_until_it_changes_or_all_is_discussed_again()
    {
        // It moves the clock, so it has a site of its own.
        using var site = new TestSite();
        using var consultant = await site.SignedInAsync("consulent");
        var id = await consultant.RegisterAsync();
        await consultant.PostAsync(Sheet(id, "mogelijkheden"), "Bewaar en verder", ("In.Levels[B1]", "2"), ("In.Levels[D1]", "0"));

        site.Clock.MoveTo(TestSite.SeedDay.AddDays(1));
        await consultant.SignInAsync("consulent");
        await consultant.PostAsync(Sheet(id, "mogelijkheden"), "Bewaar en verder", ("In.Source", "WorkingAlong"), ("In.Levels[D1]", "1"));

        var person = await site.ReadAsync(id);
        Answer(person, "B1", 2, CapacitySource.Conversation, TestSite.SeedDay);
        Answer(person, "D1", 1, CapacitySource.WorkingAlong, TestSite.SeedDay.AddDays(1));
        Assert.Contains("Besproken op 24 november 2026, gesprek, S. Yilmaz", (await consultant.OpenAsync(Sheet(id, "mogelijkheden"))).Body!.TextContent, StringComparison.Ordinal);

        site.Clock.MoveTo(TestSite.SeedDay.AddDays(2));
        await consultant.SignInAsync("consulent");
        await consultant.PostAsync(Sheet(id, "mogelijkheden"), "Bewaar en verder", ("In.Source", "TrialPlacement"), ("In.AllAgain", "true"), ("In.Levels[D1]", "open"));
        person = await site.ReadAsync(id);
        Answer(person, "B1", 2, CapacitySource.TrialPlacement, TestSite.SeedDay.AddDays(2));
        Assert.Single(person.Capacities);

        static void Answer(Person person, string dimension, int level, CapacitySource source, DateOnly on)
        {
            var answer = person.Capacities.Single(c => c.Dimension == dimension);
            Assert.Equal((level, source, on, "S. Yilmaz"), (answer.Level, answer.Source, answer.On, answer.RecordedBy));
        }
    }

    [Theory]
    [InlineData("mogelijkheden", "In.Levels[B1]", "4", "Kies een antwoord uit de lijst.")]
    [InlineData("mogelijkheden", "In.Source", null, "Kies hoe u dit weet.")]
    [InlineData("helpt", "In.BringsAlong", "quiet-place", "staat niet in de lijst")]
    [InlineData("helpt", "In.Exclusions", "epilepsie", "staat niet in de lijst")]
    [InlineData("wensen", "In.Forms", null, "Kies ten minste één vorm van werk.")]
    [InlineData("wensen", "In.UnwantedTags", "kitchen", "‘keuken’ staat bij graag en bij liever niet.")]
    public async Task An_answer_outside_its_list_is_refused(string sheet, string field, string? value, string sentence)
    {
        var id = await _consultant.RegisterAsync();
        (string, string?)[] others = sheet == "wensen" && field != "In.Forms" ? [("In.Forms", "regular"), ("In.Tags", "kitchen")] : [];

        var page = await _consultant.PostAsync(Sheet(id, sheet), "Bewaar en verder", [.. others, (field, value)]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, _consultant.Status);
        Assert.Contains(sentence, page.Errors(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_goal_is_higher_than_what_is_known_now()
    {
        var id = await _consultant.RegisterAsync();
        await _consultant.PostAsync(Sheet(id, "mogelijkheden"), "Bewaar en verder", ("In.Levels[D1]", "2"), ("In.Levels[D2]", "3"));
        var page = await _consultant.OpenAsync(Sheet(id, "wensen"));

        Assert.Equal(["", "3"], page.QuerySelectorAll("[name='In.Growth[D1]'] option").OfType<IHtmlOptionElement>().Select(o => o.Value));
        Assert.Null(page.QuerySelector("[name='In.Growth[D2]']"));

        await _consultant.PostAsync(Sheet(id, "wensen"), "Bewaar en verder", ("In.Forms", "regular"), ("In.Growth[D1]", "1"));
        Assert.Equal(0, (await _site.ReadAsync(id)).Growth.Count);
    }

    [Fact]
    public async Task Who_saves_what_somebody_else_just_changed_is_told_once_and_keeps_the_answers()
    {
        var id = await _consultant.RegisterAsync();
        var mine = await _consultant.OpenAsync(Sheet(id, "mogelijkheden"));
        using var colleague = await _site.SignedInAsync("consulent");

        // Only a child changes: it still counts as a change of the person.
        await colleague.PostAsync(Sheet(id, "mogelijkheden"), "Bewaar en verder", ("In.Levels[B2]", "1"));
        var page = await _consultant.PostAsync(Form(mine), null, ("In.Levels[B1]", "3"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, _consultant.Status);
        Assert.Contains("U hebt dit zelf veranderd op", page.Errors(), StringComparison.Ordinal);
        Assert.Equal("3", page.Value("In.Levels[B1]"));
        Assert.Equal("B2", Assert.Single((await _site.ReadAsync(id)).Capacities).Dimension);

        await _consultant.PostAsync(Form(page), null);
        Assert.Equal(HttpStatusCode.Redirect, _consultant.Status);
        Assert.Equal(3, (await _site.ReadAsync(id)).CapacityLevels["B1"]);
    }

    [Fact]
    public async Task Nothing_that_helps_is_an_answer_too()
    {
        var id = await _consultant.RegisterAsync();
        await _consultant.PostAsync(Sheet(id, "helpt"), "Bewaar en later verder");
        var hub = await _consultant.OpenAsync($"/kandidaten/{id}");

        Assert.Equal("Klaar", hub.QuerySelectorAll("[aria-labelledby=bladen] li > span:last-child")[3].TextContent.Trim());
    }

    [Fact]
    public async Task A_corrected_name_is_kept_in_the_vault_and_the_postcode_in_the_profile()
    {
        var id = await _consultant.RegisterAsync();
        await _consultant.PostAsync(Sheet(id, "wie"), "Bewaar en later verder", ("In.FirstName", "Zilfa"), ("In.Postcode", "3331 ZZ"));

        var page = await _consultant.OpenAsync(Sheet(id, "wie"));
        Assert.Equal(("Zilfa", "3331 ZZ"), (page.Value("In.FirstName"), page.Value("In.Postcode")));
        Assert.Equal("3331", (await _site.ReadAsync(id)).Pc4);
    }

    private static string Sheet(Guid id, string blad) => $"/kandidaten/{id}/profiel/{blad}";

    private static IHtmlFormElement Form(IHtmlDocument page) => page.QuerySelectorAll("main form[method=post]").OfType<IHtmlFormElement>().First();
}
