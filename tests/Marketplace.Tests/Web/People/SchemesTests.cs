using System.Globalization;
using System.Net;
using Marketplace.Domain.Placements;
using Marketplace.Domain.Regulations;
using Marketplace.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Marketplace.Tests.Web.People;

/// <summary>The arrangements of a person: facts apart from the profile, twelve answers, and what was told.</summary>
public sealed class SchemesTests(ConsultantAtWork work) : IClassFixture<ConsultantAtWork>
{
    [Fact]
    public async Task Of_somebody_new_the_page_says_that_facts_are_missing_and_where_to_give_them()
    {
        var id = await work.Consultant.RegisterAsync();
        var page = await work.Consultant.OpenAsync(Address(id));

        Assert.Contains("Wij weten nog te weinig", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(12, page.QuerySelectorAll("main article").Length);
        Assert.All(page.QuerySelectorAll("main article"), a => Assert.Contains("Wie beslist", a.TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_answers_are_those_of_the_schemes_with_the_hours_that_the_municipality_set()
    {
        var id = await RecordAsync(("In.Statuses", "LKS_DOELGROEP"), ("In.Loonwaarde", "60"), ("In.LoonwaardeOn.Dag", "1"), ("In.LoonwaardeOn.Maand", "10"), ("In.LoonwaardeOn.Jaar", "2026"));
        var page = await work.Consultant.OpenAsync(Address(id) + "?In.Form=regular&In.Hours=24");

        var book = RegulationBook.Current;
        var today = TestSite.SeedDay;
        var expected = Arrangements.Of(
            new Facts(
                today, new PersonFacts(new HashSet<Status> { Status.LksDoelgroep }, new DateOnly(1990, 12, 5), 60),
                new WorkFacts("regular", today, HoursPerWeek: 24, FullTimeHours: 36, HourlyWage: book.On("wml.hourly", today)!.Number()), JobcoachHoursPerWeek: 3),
            book);
        foreach (var result in expected.Results)
        {
            var shown = page.QuerySelector($"[aria-labelledby='r-{result.Scheme}']")!.TextContent;
            Assert.Contains(result.Outcome switch { Outcome.Yes => "Dit kan", Outcome.Conditional => "Dit kan misschien", _ => "Dit kan nu niet" }, shown, StringComparison.Ordinal);
            Assert.All(result.Reasons.Select(Reason.Of).Where(r => r.Basis is not null), r => Assert.Contains(r.Text, shown, StringComparison.Ordinal));
        }

        var month = expected.Results.Single(r => r.Scheme == "lks").Number("month")!.Value;
        Assert.Contains(string.Create(CultureInfo.GetCultureInfo("nl-NL"), $"€ {month:N2}"), page.QuerySelector("[aria-labelledby='r-lks']")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("3 uur per week", page.QuerySelector("[aria-labelledby='r-jobcoach']")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_told_is_kept_with_versions_and_a_later_change_is_shown()
    {
        var id = await RecordAsync(("In.Statuses", "PW_BIJSTAND"));
        var page = await work.Consultant.OpenAsync(Address(id));
        await work.Consultant.PressAsync(page, "vandaag verteld");

        var told = await work.Site.WithAsync(db => db.ToldArrangements.AsNoTracking().SingleAsync(t => t.PersonId == id));
        Assert.Equal((TestSite.SeedDay, "S. Yilmaz", 12), (told.On, told.ByName, told.Results.Count));
        Assert.Contains(told.Results, r => r.Parameters.Contains("wml.hourly@2026-07-01"));
        Assert.DoesNotContain("is anders dan", (await work.Consultant.OpenAsync(Address(id))).Body!.TextContent, StringComparison.Ordinal);

        await work.Consultant.PostAsync(Address(id) + "/gegevens", "Bewaar", ("In.Statuses", "LKS_DOELGROEP"));

        var after = (await work.Consultant.OpenAsync(Address(id))).Body!.TextContent;
        Assert.Contains("Dit is anders dan op 24 november 2026 verteld is", after, StringComparison.Ordinal);
        Assert.Contains("No-riskpolis: eerst ‘dit kan misschien’, nu ‘dit kan’.", after, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_statement_that_runs_out_is_said_in_time()
    {
        var id = await RecordAsync(("In.Statuses", "DGR_PW"), ("In.StatementUntil.Dag", "15"), ("In.StatementUntil.Maand", "1"), ("In.StatementUntil.Jaar", "2027"));

        Assert.Contains("De laatste dag is 15 januari 2027", (await work.Consultant.OpenAsync(Address(id))).Body!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("In.Loonwaarde", "101", "Vul een loonwaarde in van 0 tot en met 100 procent.")]
    [InlineData("In.Loonwaarde", "60", "Vul de loonwaarde in en ook de dag waarop zij is gemeten.")]
    [InlineData("In.LoonwaardeOn", "1 1 2030", "Vul de loonwaarde in en ook de dag waarop zij is gemeten.")]
    [InlineData("In.AoDeterminedOn", "1 1 2030", "Deze dag ligt in de toekomst.")]
    [InlineData("In.AoDeterminedOn", "1 1 2024", "Deze datum hoort bij")]
    [InlineData("In.StatementUntil", "31 2 2027", "Vul een bestaande datum in")]
    public async Task A_wrong_answer_gets_a_sentence_and_the_rest_stays(string name, string value, string sentence)
    {
        var id = await work.Consultant.RegisterAsync();
        var parts = value.Split(' ');
        (string, string?)[] answer = parts.Length == 1 ? [(name, value)] : [(name + ".Dag", parts[0]), (name + ".Maand", parts[1]), (name + ".Jaar", parts[2])];

        var page = await work.Consultant.PostAsync(Address(id) + "/gegevens", "Bewaar", [("In.Statuses", "WW"), .. answer]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, work.Consultant.Status);
        Assert.Contains(sentence, page.Errors(), StringComparison.Ordinal);
        Assert.Equal("WW", page.Value("In.Statuses"));
        Assert.False(await work.Site.WithAsync(db => db.Standings.AnyAsync(s => s.Id == id)));
    }

    [Fact]
    public async Task Two_people_who_record_at_once_are_told()
    {
        var id = await RecordAsync(("In.Statuses", "WW"));
        using var colleague = await work.Site.SignedInAsync("consulent");
        var (seen, alsoSeen) = (await work.Consultant.OpenAsync(Address(id) + "/gegevens"), await colleague.OpenAsync(Address(id) + "/gegevens"));
        await work.Consultant.PressAsync(seen, "Bewaar");

        var again = await colleague.PressAsync(alsoSeen, "Bewaar");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, colleague.Status);
        Assert.Contains("U hebt dit zelf veranderd op", again.Errors(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_job_coach_reads_whom_the_coach_guides_and_does_not_write_and_reads_nobody_else()
    {
        using var coach = await work.Site.SignedInAsync("jobcoach");
        var (own, other) = await work.Site.WithAsync(async db =>
        {
            var guided = await db.Placements.Where(p => p.State == PlacementState.Running && db.Users.Any(u => u.Id == p.CoachId && u.Email == "jobcoach@demo.example")).Select(p => p.PersonId).ToListAsync();
            return (guided[0], await db.People.Where(p => !db.Placements.Any(x => x.PersonId == p.Id)).Select(p => p.Id).FirstAsync());
        });

        var page = await coach.OpenAsync(Address(own));
        Assert.Equal(HttpStatusCode.OK, coach.Status);
        Assert.Empty(page.QuerySelectorAll("main form[method=post]"));
        await coach.OpenAsync(Address(other));
        Assert.Equal(HttpStatusCode.NotFound, coach.Status);
    }

    [Theory]
    [InlineData("In.Hours=abc")]
    [InlineData("In.Hours=0")]
    [InlineData("In.Hours=999999&In.HourlyWage=-1")]
    [InlineData("In.Form=bestaat-niet&In.HourlyWage=9999999,99")]
    public async Task An_impossible_question_still_gives_a_page(string query)
    {
        var id = await RecordAsync(("In.Statuses", "LKS_DOELGROEP"));
        var page = await work.Consultant.OpenAsync($"{Address(id)}?{query}");

        Assert.Equal(HttpStatusCode.OK, work.Consultant.Status);
        Assert.Equal(12, page.QuerySelectorAll("main article").Length);
    }

    private static string Address(Guid id) => $"/kandidaten/{id}/regelingen";

    private async Task<Guid> RecordAsync(params (string Name, string? Value)[] answers)
    {
        var id = await work.Consultant.RegisterAsync();
        await work.Consultant.PostAsync(Address(id) + "/gegevens", "Bewaar", answers);
        Assert.Equal(HttpStatusCode.Redirect, work.Consultant.Status);
        return id;
    }
}
