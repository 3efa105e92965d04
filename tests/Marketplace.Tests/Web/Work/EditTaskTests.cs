using System.Net;
using AngleSharp.Html.Dom;
using Marketplace.Domain.Vocabulary;
using Marketplace.Domain.Work;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Marketplace.Tests.Web.Work;

/// <summary>One task in full, with the 32 questions.</summary>
public sealed class EditTaskTests(WorkSite work) : IClassFixture<WorkSite>
{
    [Fact]
    public async Task Every_question_is_asked_once_in_five_closed_groups_with_not_asked_beforehand()
    {
        var id = await ListedAsync("Alle vragen", ("In.Example", "geen"));
        var page = await work.Employer.OpenAsync($"/werk/taken/{id}");
        var groups = page.QuerySelectorAll("details:has(input[name^='In.Demands'])");

        Assert.Equal(5, groups.Length);
        Assert.All(groups, g => Assert.False(g.HasAttribute("open")));
        foreach (var dimension in Dimensions.All)
        {
            var answers = page.QuerySelectorAll($"input[name='In.Demands[{dimension.Code}]']");
            Assert.Equal(["niet-gevraagd", "0", "1", "2", "3"], answers.Select(a => a.GetAttribute("value")));
            Assert.True(answers[0].HasAttribute("checked"));
            Assert.Contains(dimension.TaskQuestion, answers[0].Closest("fieldset")!.TextContent, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task An_example_fills_in_the_answers_and_saving_keeps_them_and_ends_the_item_of_the_adviser()
    {
        var id = await ListedAsync("Later gevraagd", ("In.Example", "geen"));
        var page = await work.Employer.PostAsync($"/werk/taken/{id}", "Vul in met dit voorbeeld", ("In.Example", "pallets-stapelen"), ("In.Name", "Later gevraagd!"));
        Assert.Equal(HttpStatusCode.OK, work.Employer.Status);
        Assert.Equal("Later gevraagd!", WorkSite.Value(page, "In.Name"));
        Assert.Equal("2", WorkSite.Value(page, "In.Demands[B1]"));
        Assert.False((await work.TaskAsync("Later gevraagd")).IsAsked);

        await work.Employer.PostAsync((IHtmlFormElement)page.QuerySelector("main form[method=post]")!);
        Assert.Equal(HttpStatusCode.Redirect, work.Employer.Status);
        Assert.Equal(TaskExamples.Find("pallets-stapelen")!.Demands, (await work.TaskAsync("Later gevraagd!")).Demands);
        Assert.True(await work.Site.WithAsync(db => db.OpenSteps.Where(s => s.TaskId == Guid.Parse(id)).Select(s => s.IsVoid).SingleAsync()));
    }

    [Fact]
    public async Task Level_nought_is_an_answer_and_not_asked_is_none()
    {
        var id = await ListedAsync("Nul of niets");
        await work.Employer.PostAsync($"/werk/taken/{id}", "Bewaar deze taak", ("In.Demands[C2]", "0"), ("In.Demands[D1]", "3"), ("In.Demands[B1]", "niet-gevraagd"));

        var demands = (await work.TaskAsync("Nul of niets")).Demands;
        Assert.Equal((0, 3, null), (demands["C2"], demands["D1"], demands["B1"]));
    }

    [Fact]
    public async Task Everything_of_a_task_can_be_changed()
    {
        var id = await ListedAsync("Was het een");
        await work.Employer.PostAsync($"/werk/taken/{id}", "Bewaar deze taak",
            ("In.Name", " Is het ander "), ("In.Times", "1,5"), ("In.Per", "Day"), ("In.DaysPerWeek", "6"), ("In.Minutes", "30"), ("In.DoneBy", "de chef"),
            ("In.SeasonFrom", "4"), ("In.SeasonTo", "10"), ("In.Tags", "wood"), ("In.Tags", "tools"), ("In.Certificates", "haccp"), ("In.Circumstances", "water"));

        var task = await work.TaskAsync("Is het ander");
        Assert.Equal(new TaskRhythm(1.5m, Frequency.Day, 6, 30), task.Rhythm);
        Assert.Equal(270, task.Rhythm.MinutesPerWeek);
        Assert.Equal(("de chef", 4, 10), (task.DoneBy, task.SeasonFrom, task.SeasonTo));
        Assert.Equal(["wood", "tools", "haccp", "water"], [.. task.Tags, .. task.Certificates, .. task.Circumstances]);
    }

    [Theory]
    [InlineData("In.Name", "", "Schrijf op wat er te doen is.")]
    [InlineData("In.DaysPerWeek", "8", "Vul een getal in van 1 tot en met 7.")]
    [InlineData("In.SeasonFrom", "13", "Kies een maand uit de lijst.")]
    [InlineData("In.SeasonFrom", "4", "Kies van een seizoen de eerste en de laatste maand.")]
    [InlineData("In.Demands[B1]", "4", "Kies een van de antwoorden.")]
    [InlineData("In.Demands[X9]", "1", "Kies een van de antwoorden.")]
    [InlineData("In.Tags", "gold", "Het antwoord ‘gold’ staat niet in de lijst. Kies een antwoord uit de lijst.")]
    [InlineData("In.Circumstances", "zon", "Het antwoord ‘zon’ staat niet in de lijst. Kies een antwoord uit de lijst.")]
    public async Task A_wrong_answer_is_refused_and_the_rest_stays(string field, string value, string error)
    {
        var name = $"Fout {field} ({value})";
        var id = await ListedAsync(name);
        var page = await work.Employer.PostAsync($"/werk/taken/{id}", "Bewaar deze taak", ("In.DoneBy", "de nieuwe chef"), (field, value));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, work.Employer.Status);
        Assert.Equal([error], WorkSite.Errors(page));
        Assert.Equal("de nieuwe chef", WorkSite.Value(page, "In.DoneBy"));
        Assert.Equal("inpakker", (await work.TaskAsync(name)).DoneBy);
    }

    [Fact]
    public async Task A_season_that_ends_before_it_begins_is_kept_only_when_it_is_meant()
    {
        var id = await ListedAsync("Strooizout laden");
        var page = await work.Employer.PostAsync($"/werk/taken/{id}", "Bewaar deze taak", ("In.SeasonFrom", "11"), ("In.SeasonTo", "2"), ("In.DoneBy", "chauffeur"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, work.Employer.Status);
        Assert.StartsWith("Dit seizoen eindigt voor het begint.", Assert.Single(WorkSite.Errors(page)), StringComparison.Ordinal);
        Assert.Equal("chauffeur", WorkSite.Value(page, "In.DoneBy"));
        Assert.Null((await work.TaskAsync("Strooizout laden")).SeasonFrom);

        await work.Employer.PostAsync($"/werk/taken/{id}", "Bewaar deze taak", ("In.SeasonFrom", "11"), ("In.SeasonTo", "2"), ("In.OverNewYear", "true"));
        var task = await work.TaskAsync("Strooizout laden");
        Assert.Equal((11, 2), (task.SeasonFrom, task.SeasonTo));
    }

    [Fact]
    public async Task A_question_that_a_form_left_out_is_asked_again()
    {
        var id = await ListedAsync("Halve post");
        var page = await work.Employer.PostAsync($"/werk/taken/{id}", "Bewaar deze taak", ("In.Demands[F3]", null));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, work.Employer.Status);
        Assert.Equal(["Kies een van de antwoorden."], WorkSite.Errors(page));
        Assert.True(page.QuerySelector("input[name='In.Demands[F3]']")!.Closest("details")!.HasAttribute("open"));
    }

    [Fact]
    public async Task A_task_in_a_job_cannot_stay_where_it_is()
    {
        await work.ConceptAsync(("In.Name", "Vast in functie"));
        var id = (await work.TaskAsync("Vast in functie")).Id;
        var page = await work.Employer.PostAsync($"/werk/taken/{id}", "Bewaar deze taak", ("In.MayMove", "false"));

        Assert.Equal(["Deze taak zit in een functie. Haal haar daar eerst uit."], WorkSite.Errors(page));
        Assert.True((await work.TaskAsync("Vast in functie")).MayMove);
    }

    [Fact]
    public async Task A_task_of_an_open_job_keeps_the_job_complete()
    {
        var job = await work.JobAsync(await work.OpenAsync());
        var page = await work.Employer.PostAsync($"/werk/taken/{job.Tasks[0].Id}", "Bewaar deze taak", ("In.Minutes", "10"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, work.Employer.Status);
        Assert.Equal(["Uw taken zijn samen 0,83 uur. U vraagt ten minste 4 uur."], WorkSite.Errors(page));
    }

    [Fact]
    public async Task A_stale_save_is_refused_and_can_be_repeated()
    {
        var id = await ListedAsync("Twee tegelijk");
        var page = await work.Employer.OpenAsync($"/werk/taken/{id}");
        var form = (IHtmlFormElement)page.QuerySelector("main form[method=post]")!;
        await work.Employer.PostAsync($"/werk/taken/{id}", "Bewaar deze taak", ("In.DoneBy", "de eerste"));
        var stale = await work.Employer.PostAsync(form, null, ("In.DoneBy", "de tweede"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, work.Employer.Status);
        Assert.Contains("U hebt dit zelf veranderd op 24 november", Assert.Single(WorkSite.Errors(stale)), StringComparison.Ordinal);
        Assert.Equal("de tweede", WorkSite.Value(stale, "In.DoneBy"));
        await work.Employer.PostAsync((IHtmlFormElement)stale.QuerySelector("main form[method=post]")!);
        Assert.Equal(HttpStatusCode.Redirect, work.Employer.Status);
        Assert.Equal("de tweede", (await work.TaskAsync("Twee tegelijk")).DoneBy);
    }

    private async Task<string> ListedAsync(string name, params (string Name, string? Value)[] changes)
    {
        await work.PostTaskAsync("Bewaar en zet", changes: [("In.Name", name), .. changes]);
        return (await work.TaskAsync(name)).Id.ToString();
    }
}
