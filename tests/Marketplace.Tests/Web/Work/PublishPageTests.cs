using System.Net;
using AngleSharp.Html.Dom;
using Marketplace.Domain.FollowUp;
using Marketplace.Domain.Vocabulary;
using Marketplace.Domain.Work;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Marketplace.Tests.Web.Work;

/// <summary>The check page: what blocks, what is marked, where to mend it, and the questions that are asked before a job goes online.</summary>
public sealed class PublishPageTests(WorkSite work) : IClassFixture<WorkSite>
{
    private const string Online = "Zet de functie online", SaveAnswers = "Bewaar de antwoorden", SaveTeam = "Bewaar het ja van het team";

    private static readonly (string, string?)[] Allowed =
    [
        ("Unpaid.Paid", "true"), ("Unpaid.Vacancy", "false"), ("Unpaid.Hire", "true"), ("Unpaid.Extra", "true"), ("Unpaid.Learns", "true"), ("Unpaid.Refilled", "false"),
    ];

    private static readonly (string, string?)[] TeamYes = [("Team.By", " de ploegleider "), .. Date("Team.On", 23, 11, 2026), .. Date("Team.ReviewOn", 24, 2, 2027)];

    [Fact]
    public async Task A_wage_below_the_minimum_blocks_with_amount_and_date_and_at_the_minimum_it_goes()
    {
        var id = await work.ReadyAsync(("In.HourlyWage", "14,98"));
        const string Below = "Het loon is € 14,98 per uur. Dat is minder dan het minimumloon voor volwassenen: € 14,99 per uur, vanaf 1 juli 2026.";

        var check = await work.Employer.OpenAsync(CheckOf(id));
        Assert.Equal([$"Eerst doen: {Below}"], WorkSite.Checks(check));
        Assert.Equal($"/functies/{id}/maken?alles=true#In_HourlyWage", check.QuerySelector(".pw-checklist a")!.GetAttribute("href"));
        var refused = await work.Employer.PostAsync(CheckOf(id), Online);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, work.Employer.Status);
        Assert.Equal([Below], WorkSite.Errors(refused));
        Assert.Equal(JobState.Concept, (await work.JobAsync(id)).State);

        await work.Employer.PostAsync($"/functies/{id}/maken", "Verder", ("In.HourlyWage", "14,99"));
        await work.Employer.PostAsync(CheckOf(id), Online);
        Assert.Equal((JobState.Open, 14.99m), await work.JobAsync(id) is var job ? (job.State, job.HourlyWage) : default);
    }

    [Fact]
    public async Task The_wage_of_the_employer_stands_on_the_pages_and_in_the_price_and_not_for_a_consultant()
    {
        var id = await work.ReadyAsync(("In.HourlyWage", "16,50"));
        var check = await work.Employer.OpenAsync(CheckOf(id));
        Assert.Contains("€ 16,50 per uur", Row(check, "Vorm en loon"), StringComparison.Ordinal);
        Assert.Contains("met een loon van € 16,50 per uur", check.QuerySelector(".pw-cost")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("16,50", WorkSite.Value(await work.Employer.OpenAsync($"/functies/{id}/kosten"), "In.HourlyWage"));

        await work.Employer.PostAsync(CheckOf(id), Online);
        Assert.Contains("€ 16,50 per uur", Row(await work.Employer.OpenAsync($"/functies/{id}"), "Loon"), StringComparison.Ordinal);
        using var consultant = await work.Site.SignedInAsync("consulent");
        Assert.DoesNotContain("16,50", (await consultant.OpenAsync($"/functies/{id}")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0", "Vul een loon in van 0,01 tot en met 1000 euro per uur. Of laat het leeg: dan is het minimumloon.")]
    [InlineData("-3", "Vul een loon in van 0,01 tot en met 1000 euro per uur. Of laat het leeg: dan is het minimumloon.")]
    [InlineData("9.999.999,99", "Vul een loon in van 0,01 tot en met 1000 euro per uur. Of laat het leeg: dan is het minimumloon.")]
    [InlineData("15,0051", "Vul een loon in euro en hele centen in, zoals 15,50.")]
    [InlineData("veel", "Vul een getal in, zoals 12,5.")]
    public async Task A_wage_that_cannot_be_is_refused_and_stays_as_typed(string wage, string sentence)
    {
        var id = await work.ReadyAsync();
        var page = await work.Employer.PostAsync($"/functies/{id}/maken", "Verder", ("In.HourlyWage", wage), ("In.ContactName", "Blijft staan"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, work.Employer.Status);
        Assert.Equal([sentence], WorkSite.Errors(page));
        Assert.Equal((wage, "Blijft staan"), (WorkSite.Value(page, "In.HourlyWage"), WorkSite.Value(page, "In.ContactName")));
        Assert.Null((await work.JobAsync(id)).HourlyWage);
    }

    [Fact]
    public async Task A_job_online_keeps_at_least_the_minimum_and_no_wage_belongs_to_unpaid_work()
    {
        var id = await work.OpenAsync();
        var below = await work.Employer.PostAsync($"/functies/{id}/maken", "Bewaar", ("In.HourlyWage", "12"));
        Assert.Contains("minder dan het minimumloon", Assert.Single(WorkSite.Errors(below)), StringComparison.Ordinal);
        var unpaid = await work.Employer.PostAsync($"/functies/{id}/maken", "Bewaar", ("In.HourlyWage", "16"), ("In.Form", Forms.Trial));
        Assert.Equal(["Bij proefplaatsing hoort geen loon. Laat het loon leeg, of kies een andere vorm van werk."], WorkSite.Errors(unpaid));

        Assert.Equal((null, Forms.Regular), await work.JobAsync(id) is var job ? (job.HourlyWage, job.Form) : default);
    }

    [Fact]
    public async Task When_the_minimum_rises_above_the_wage_of_a_job_online_its_employer_reads_so()
    {
        var id = await work.OpenAsync();
        await work.Site.WithAsync(db => db.Jobs.Where(j => j.Id == id).ExecuteUpdateAsync(j => j.SetProperty(x => x.HourlyWage, 14.50m)));
        const string TooLow = "Het loon is € 14,50 per uur. Dat is minder dan het minimumloon voor volwassenen: € 14,99 per uur, vanaf 1 juli 2026.";

        var page = await work.Employer.OpenAsync($"/functies/{id}");
        Assert.Contains(TooLow, page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector($"main a[href='/functies/{id}/maken?alles=true#In_HourlyWage']"));
        using var coach = await work.Site.SignedInAsync("jobcoach");
        Assert.DoesNotContain("te laag", (await coach.OpenAsync($"/functies/{id}")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Unpaid_work_is_asked_about_and_every_answer_is_kept_with_who_and_when()
    {
        var id = await work.ReadyAsync(("In.Form", Forms.Trial));
        var check = await work.Employer.OpenAsync(CheckOf(id));
        Assert.Equal(["Eerst doen: Beantwoord eerst bij Nakijken de zes vragen over werk zonder loon."], WorkSite.Checks(check));
        Assert.Equal("#zonder-loon", check.QuerySelector(".pw-checklist a")!.GetAttribute("href"));
        Assert.NotNull(check.QuerySelector("#zonder-loon"));
        Assert.Empty(check.QuerySelectorAll("#zonder-loon input[checked]"));

        await work.Employer.PostAsync(CheckOf(id), SaveAnswers, Allowed);
        Assert.Equal(CheckOf(id), work.Employer.Location);
        var answers = (await work.JobAsync(id)).DisplacementAnswers;
        Assert.Equal([true, false, true, true, true, false], answers.Select(a => a.Yes));
        Assert.All(answers, a => Assert.Equal(("A. Stolk", work.Site.Now.At), (a.By, a.At)));
        Assert.All(answers, a => Assert.NotNull(a.ByUserId));

        check = await work.Employer.OpenAsync(CheckOf(id));
        Assert.Empty(WorkSite.Checks(check));
        Assert.Contains("A. Stolk antwoordde ‘ja’ op 24 november 2026.", check.QuerySelector("#zonder-loon")!.TextContent, StringComparison.Ordinal);
        await work.Employer.PostAsync(CheckOf(id), Online);
        Assert.Equal(JobState.Open, (await work.JobAsync(id)).State);
    }

    [Fact]
    public async Task A_yes_that_blocks_shows_the_paid_price_on_the_same_page()
    {
        var id = await work.ReadyAsync(("In.Form", Forms.Trial));
        await work.Employer.PostAsync(CheckOf(id), SaveAnswers, [.. Allowed.Where(a => a.Item1 != "Unpaid.Refilled"), ("Unpaid.Refilled", "true")]);

        var check = await work.Employer.OpenAsync(CheckOf(id));
        Assert.Equal(["Eerst doen: Dit is werk waar loon bij hoort. Daarom kan het niet als proefplaatsing. Kies een vorm met loon."], WorkSite.Checks(check));
        Assert.Contains("Als betaald werk, 12,5 uur per week: zonder regelingen ongeveer € 1.096 per maand", check.QuerySelector(".pw-checklist__better")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Wat kost dit als betaald werk?", check.QuerySelector(".pw-cost")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("true", WorkSite.Value(check, "Unpaid.Refilled"));
        await work.Employer.PostAsync(CheckOf(id), Online);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, JobState.Concept), (work.Employer.Status, (await work.JobAsync(id)).State));
    }

    [Fact]
    public async Task Every_question_wants_an_answer_and_what_was_chosen_stays()
    {
        var id = await work.ReadyAsync(("In.Form", Forms.Trial));
        var page = await work.Employer.PostAsync(CheckOf(id), SaveAnswers, [.. Allowed.Where(a => a.Item1 is not ("Unpaid.Hire" or "Unpaid.Refilled"))]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, work.Employer.Status);
        Assert.Equal(["Kies ja of nee bij vraag 3.", "Kies ja of nee bij vraag 6."], WorkSite.Errors(page));
        Assert.Equal(("true", "false", null), (WorkSite.Value(page, "Unpaid.Paid"), WorkSite.Value(page, "Unpaid.Vacancy"), WorkSite.Value(page, "Unpaid.Hire")));

        page = await work.Employer.PostAsync(CheckOf(id), SaveAnswers);
        Assert.Equal(6, WorkSite.Errors(page).Count);
        Assert.Empty((await work.JobAsync(id)).DisplacementAnswers);
    }

    [Fact]
    public async Task Volunteer_work_at_a_company_is_refused_with_the_paid_price()
    {
        var id = await work.ReadyAsync();
        await work.Site.WithAsync(db => db.Jobs.Where(j => j.Id == id).ExecuteUpdateAsync(j => j.SetProperty(x => x.Form, Forms.Volunteer)));

        var check = await work.Employer.OpenAsync(CheckOf(id));
        Assert.StartsWith("Eerst doen: Vrijwilligerswerk kan alleen bij een organisatie zonder winst.", WorkSite.Checks(check)[0], StringComparison.Ordinal);
        Assert.StartsWith("Als betaald werk, 12,5 uur per week", check.QuerySelector(".pw-checklist__better")!.TextContent.Trim(), StringComparison.Ordinal);
        await work.Employer.PostAsync(CheckOf(id), Online);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, work.Employer.Status);
    }

    [Fact]
    public async Task A_carved_job_waits_for_the_team_and_the_adviser_looks_back_on_the_day()
    {
        var id = await CarvedAsync("Eerste verdeling");
        var check = await work.Employer.OpenAsync(CheckOf(id));
        Assert.Equal(["Eerst doen: Deze taken komen van collega’s. Leg eerst bij Nakijken vast dat het team ja zei, en wanneer u samen terugkijkt."], WorkSite.Checks(check));
        await work.Employer.PostAsync(CheckOf(id), Online);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, work.Employer.Status);

        await work.Employer.PostAsync(CheckOf(id), SaveTeam, TeamYes);
        check = await work.Employer.OpenAsync(CheckOf(id));
        Assert.Empty(WorkSite.Checks(check));
        Assert.Equal("Ja op 23 november 2026, door de ploegleider. Terugkijken op 24 februari 2027.", Row(check, "Het team"));
        Assert.Empty(await LookBacksAsync(id));
        await work.Employer.PostAsync(CheckOf(id), Online);
        Assert.Equal(JobState.Open, (await work.JobAsync(id)).State);
        Assert.Equal([(new DateOnly(2027, 2, 24), true)], await LookBacksAsync(id));

        await work.Employer.PostAsync(CheckOf(id), SaveTeam, [("Team.By", "het hele team"), .. Date("Team.On", 24, 11, 2026), .. Date("Team.ReviewOn", 1, 3, 2027)]);
        Assert.Equal([(new DateOnly(2027, 2, 24), false), (new DateOnly(2027, 3, 1), true)], await LookBacksAsync(id));
        using var adviser = await work.Site.SignedInAsync("adviseur");
        Assert.Contains("door het hele team", Row(await adviser.OpenAsync($"/functies/{id}"), "Het team"), StringComparison.Ordinal);
        using var coach = await work.Site.SignedInAsync("jobcoach");
        Assert.DoesNotContain("het hele team", (await coach.OpenAsync($"/functies/{id}")).Body!.TextContent, StringComparison.Ordinal);

        await work.Employer.PostAsync($"/functies/{id}", "Stop deze functie");
        Assert.All(await LookBacksAsync(id), step => Assert.False(step.IsOpen));
    }

    [Theory]
    [InlineData("Team.By", "", "Schrijf op wie ja zei namens het team.")]
    [InlineData("Team.On.Dag", "25", "Het team kan niet na vandaag ja zeggen. Kijk de datum na.")]
    [InlineData("Team.ReviewOn.Jaar", "2026", "Kies een dag na vandaag om samen terug te kijken.")]
    [InlineData("Team.ReviewOn.Dag", "", "Vul ook de dag in.")]
    public async Task A_yes_that_cannot_be_is_refused_and_the_rest_stays(string field, string value, string sentence)
    {
        var id = await CarvedAsync($"Verdeling {field} {value.Length}");
        var page = await work.Employer.PostAsync(CheckOf(id), SaveTeam, [.. TeamYes.Where(t => t.Item1 != field), (field, value)]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, work.Employer.Status);
        Assert.Equal([sentence], WorkSite.Errors(page));
        Assert.Equal(field == "Team.ReviewOn.Maand" ? value : "2", WorkSite.Value(page, "Team.ReviewOn.Maand"));
        Assert.Null((await work.JobAsync(id)).TeamYesOn);
    }

    [Fact]
    public async Task Words_that_may_shut_people_out_are_marked_with_a_better_wording_and_do_not_block()
    {
        var id = await work.ReadyAsync(("In.Title", "Jonge collega voor het magazijn"));
        await work.Site.WithAsync(async db =>
        {
            var task = await db.WorkTasks.SingleAsync(t => t.JobId == id);
            task.Name = "Dozen vouwen, flexibel en gezond";
            await db.SaveChangesAsync();
        });

        var check = await work.Employer.OpenAsync(CheckOf(id));
        Assert.Equal(
            [
                "Tip: In de naam van de functie staat ‘Jonge collega’. Dat gaat over leeftijd. Werk is voor elke leeftijd.",
                "Tip: In de taak ‘Dozen vouwen, flexibel en gezond’ staat ‘flexibel en gezond’. Dat gaat over gezondheid. Daar mag u niet naar vragen.",
            ],
            WorkSite.Checks(check));
        Assert.All(check.QuerySelectorAll(".pw-checklist__better"), b => Assert.StartsWith("Schrijf", b.TextContent.Trim(), StringComparison.Ordinal));
        Assert.Equal(2, check.QuerySelectorAll(".pw-checklist a").Length);
        await work.Employer.PostAsync(CheckOf(id), Online);
        Assert.Equal(JobState.Open, (await work.JobAsync(id)).State);
    }

    [Fact]
    public async Task A_name_in_the_title_is_replaced_or_said_to_be_no_name()
    {
        var id = await work.ReadyAsync();
        var terms = $"/functies/{id}/maken";
        var page = await work.Employer.PostAsync(terms, "Verder", ("In.Title", "Hulp voor Emma"), ("In.ContactName", "Blijft staan"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, work.Employer.Status);
        Assert.Equal(["In deze tekst staat misschien een naam: ‘Emma’."], WorkSite.Errors(page));

        page = await work.Employer.PressAsync(page, "Vervang ‘Emma’ door ‘een collega’");
        Assert.Equal(("Hulp voor een collega", "Blijft staan"), (WorkSite.Value(page, "In.Title"), WorkSite.Value(page, "In.ContactName")));
        Assert.NotEqual("Hulp voor een collega", (await work.JobAsync(id)).Title);

        page = await work.Employer.PostAsync(terms, "Verder", ("In.Title", "Hulp bij Emma Zorg"));
        page = await work.Employer.PressAsync(page, "Dit is geen naam");
        Assert.Equal("Hulp bij Emma Zorg", WorkSite.Value(page, "In.Title"));
        await work.Employer.PressAsync(page, "Verder");
        Assert.Equal(CheckOf(id), work.Employer.Location);
        Assert.Equal("Hulp bij Emma Zorg", (await work.JobAsync(id)).Title);
        Assert.Empty(WorkSite.Checks(await work.Employer.OpenAsync(CheckOf(id))));

        page = await work.Employer.PostAsync(terms, "Verder", ("In.Title", "Bel 06 12345678"));
        Assert.Equal(["Haal het telefoonnummer uit de tekst: ‘06 12345678’."], WorkSite.Errors(page));
        Assert.DoesNotContain(page.QuerySelectorAll("main button"), b => b.TextContent.Contains("Dit is geen naam", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_name_in_a_task_blocks_until_the_task_is_mended()
    {
        var id = await work.ConceptAsync(("In.Name", "Boodschappen halen voor Emma"), ("In.DoneBy", "onze Fatima"));
        await work.Employer.PostAsync($"/functies/{id}/maken", "Verder", ("In.HoursMin", "4"), ("In.HoursMax", "5"), ("In.Flexible", "mon-1"));
        var task = (await work.JobAsync(id)).Tasks.Single().Id;
        var check = await work.Employer.OpenAsync(CheckOf(id));
        Assert.Contains("In de taak ‘Boodschappen halen voor Emma’ staat misschien een naam of een nummer van iemand: ‘Emma’.", Assert.Single(WorkSite.Checks(check)), StringComparison.Ordinal);
        Assert.Equal($"/werk/taken/{task}", check.QuerySelector(".pw-checklist a")!.GetAttribute("href"));

        var page = await work.Employer.PostAsync($"/werk/taken/{task}", "Bewaar deze taak");
        page = await work.Employer.PressAsync(page, "Vervang ‘Emma’");
        Assert.Equal("Boodschappen halen voor een collega", WorkSite.Value(page, "In.Name"));
        Assert.Equal(["In deze tekst staat misschien een naam: ‘Fatima’."], WorkSite.Errors(page));
        page = await work.Employer.PressAsync(page, "Vervang ‘Fatima’");
        Assert.Equal("onze een collega", WorkSite.Value(page, "In.DoneBy"));
        await work.Employer.PostAsync((IHtmlFormElement)page.QuerySelector("main form[method=post]")!, null, ("In.DoneBy", "chauffeur"));
        Assert.Empty(WorkSite.Checks(await work.Employer.OpenAsync(CheckOf(id))));
    }

    [Fact]
    public async Task Every_place_to_mend_is_there()
    {
        var id = await work.ConceptAsync(("In.Example", "geen"), ("In.Name", "Alleen mannen voor Emma"));
        await work.Site.WithAsync(db => db.Jobs.Where(j => j.Id == id)
            .ExecuteUpdateAsync(j => j.SetProperty(x => x.Form, Forms.Volunteer).SetProperty(x => x.Pc4, "").SetProperty(x => x.Title, "Sterke man belt Emma")));

        var check = await work.Employer.OpenAsync(CheckOf(id));
        var links = check.QuerySelectorAll(".pw-checklist a").Select(a => a.GetAttribute("href")!).ToList();
        Assert.Equal(10, links.Count);
        foreach (var parts in links.Distinct().Select(l => l.Split('#')))
        {
            var page = parts[0].Length == 0 ? check : await work.Employer.OpenAsync(parts[0]);
            Assert.Equal(HttpStatusCode.OK, work.Employer.Status);
            Assert.True(parts.Length == 1 || page.GetElementById(parts[1]) is not null, string.Join('#', parts));
        }
    }

    [Fact]
    public async Task An_answer_of_somebody_else_meanwhile_is_not_overwritten()
    {
        var id = await work.ReadyAsync(("In.Form", Forms.Trial));
        var form = (await work.Employer.OpenAsync(CheckOf(id))).QuerySelectorAll("#zonder-loon form").OfType<IHtmlFormElement>().Single();
        await work.Employer.PostAsync(form, null, Allowed);
        var stale = await work.Employer.PostAsync(form, null, [.. Allowed.Where(a => a.Item1 != "Unpaid.Refilled"), ("Unpaid.Refilled", "true")]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, work.Employer.Status);
        Assert.Contains("U hebt dit zelf veranderd op 24 november", Assert.Single(WorkSite.Errors(stale)), StringComparison.Ordinal);
        Assert.Equal("true", WorkSite.Value(stale, "Unpaid.Refilled"));
        Assert.False((await work.JobAsync(id)).DisplacementAnswers[5].Yes);
    }

    [Fact]
    public async Task The_answers_of_another_employer_cannot_be_given()
    {
        var other = await work.Site.WithAsync(db => db.Jobs.Where(j => j.Title == "Hulp op de werf").Select(j => j.Id).SingleAsync());
        var id = await work.ReadyAsync(("In.Form", Forms.Trial));
        var form = (await work.Employer.OpenAsync(CheckOf(id))).QuerySelectorAll("#zonder-loon form").OfType<IHtmlFormElement>().Single();
        form.SetAttribute("action", form.GetAttribute("action")!.Replace(id.ToString(), other.ToString(), StringComparison.Ordinal));
        await work.Employer.PostAsync(form, null, Allowed);

        Assert.Equal(HttpStatusCode.NotFound, work.Employer.Status);
        Assert.Empty((await work.JobAsync(other)).DisplacementAnswers);
    }

    private async Task<Guid> CarvedAsync(string name)
    {
        var id = await work.ReadyAsync();
        await work.PostTaskAsync("Bewaar en zet", changes: [("In.Name", name)]);
        var task = await work.TaskAsync(name);
        var page = await work.Employer.OpenAsync($"/werk/taken?functie={id}");
        var form = page.QuerySelectorAll("main form").OfType<IHtmlFormElement>().First(f => f.QuerySelector("[name='In.Tasks']") is not null);
        var own = (await work.JobAsync(id)).Tasks.Select(t => ("In.Tasks", (string?)t.Id.ToString()));
        var save = page.QuerySelectorAll("main button").OfType<IHtmlButtonElement>().First(b => b.TextContent.Contains("Bewaar deze taken", StringComparison.Ordinal));
        await work.Employer.PostAsync(save.Form ?? form, save, [.. own, ("In.Tasks", task.Id.ToString())]);
        Assert.Equal(2, (await work.JobAsync(id)).Tasks.Count);
        return id;
    }

    private Task<List<(DateOnly On, bool IsOpen)>> LookBacksAsync(Guid id) => work.Site.WithAsync(async db =>
        (await db.OpenSteps.Where(s => s.JobId == id && s.Kind == StepKind.LookBack).OrderBy(s => s.DueOn).ToListAsync()).Select(s => (s.DueOn, s.IsOpen)).ToList());

    private static string CheckOf(Guid id) => $"/functies/{id}/controle";

    private static string Row(IHtmlDocument page, string label) =>
        page.QuerySelectorAll("dt").Single(t => t.TextContent.Trim() == label).NextElementSibling!.TextContent.Trim();

    private static (string, string?)[] Date(string field, int day, int month, int year) => [($"{field}.Dag", $"{day}"), ($"{field}.Maand", $"{month}"), ($"{field}.Jaar", $"{year}")];
}
