using System.Net;
using AngleSharp.Html.Dom;
using Marketplace.Domain.FollowUp;
using Marketplace.Domain.Vocabulary;
using Marketplace.Domain.Work;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Marketplace.Tests.Web.Work;

/// <summary>The six questions about a task.</summary>
public sealed class NewTaskTests(WorkSite work) : IClassFixture<WorkSite>
{
    [Fact]
    public async Task The_example_sets_what_the_task_demands()
    {
        await work.PostTaskAsync("Bewaar en zet", changes: [("In.Name", "Dozen met voorbeeld"), ("In.Times", "2,5"), ("In.Per", "Day"), ("In.Minutes", "20")]);
        var task = await work.TaskAsync("Dozen met voorbeeld");
        var example = TaskExamples.Find("dozen-vouwen")!;

        Assert.Equal(example.Demands, task.Demands);
        Assert.Equal(example.Tags, task.Tags);
        Assert.Equal(new TaskRhythm(2.5m, Frequency.Day, 5, 20), task.Rhythm);
        Assert.Equal(TaskState.Listed, task.State);
    }

    [Fact]
    public async Task Without_a_name_the_task_has_the_name_of_the_example()
    {
        var name = TaskExamples.Find("magazijn-vegen")!.Name;
        var before = await work.Site.WithAsync(db => db.WorkTasks.CountAsync(t => t.Name == name));
        await work.PostTaskAsync("Bewaar en zet", changes: [("In.Name", ""), ("In.Example", "magazijn-vegen")]);

        Assert.Equal(before + 1, await work.Site.WithAsync(db => db.WorkTasks.CountAsync(t => t.Name == name)));
    }

    [Fact]
    public async Task When_no_example_fits_nothing_is_asked_yet_and_the_adviser_gets_an_item()
    {
        await work.PostTaskAsync("Bewaar en zet", changes: [("In.Example", "geen"), ("In.Name", "Vliegers repareren")]);
        var task = await work.TaskAsync("Vliegers repareren");
        var step = await work.Site.WithAsync(db => db.OpenSteps.SingleAsync(s => s.TaskId == task.Id));

        Assert.Equal(Levels.None, task.Demands);
        Assert.Equal((StepKind.TaskNotAsked, Recipient.Adviser, new DateOnly(2026, 11, 26)), (step.Kind, step.Recipient, step.DueOn));
    }

    [Fact]
    public async Task Tasks_that_were_added_one_by_one_come_into_one_job()
    {
        await work.PostTaskAsync("Bewaar en zet", changes: [("In.Name", "Eerste van drie")]);
        var second = work.Employer.Location!;
        await work.PostTaskAsync("Bewaar en zet", second, ("In.Name", "Tweede van drie"), ("In.MayMove", "false"));
        var third = work.Employer.Location!;
        var page = await work.Employer.OpenAsync(third);
        Assert.Contains("Eerste van drie", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        await work.PostTaskAsync("Verder", third, ("In.Name", "Derde van drie"));

        var job = await work.JobAsync(WorkSite.IdIn(work.Employer.Location!));
        Assert.Equal(["Derde van drie", "Eerste van drie"], job.Tasks.Select(t => t.Name).Order());
        Assert.Equal(TaskState.Listed, (await work.TaskAsync("Tweede van drie")).State);
    }

    [Fact]
    public async Task A_task_that_may_not_move_makes_no_job_and_the_page_says_where_it_stays()
    {
        await work.PostTaskAsync("Verder", changes: [("In.Name", "Sleutels beheren"), ("In.DoneBy", "de conciërge"), ("In.MayMove", "false")]);
        Assert.Equal("/werk/taken", work.Employer.Location);
        var page = await work.Employer.OpenAsync("/werk/taken");
        var task = await work.TaskAsync("Sleutels beheren");

        Assert.Contains("Deze taak blijft bij de conciërge", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll($"input[value='{task.Id}']"));
    }

    [Fact]
    public async Task An_empty_form_names_every_question_once_and_saves_nothing()
    {
        var before = await work.Site.WithAsync(db => db.WorkTasks.CountAsync());
        var page = await work.Employer.PostAsync("/werk/nieuw", "Verder");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, work.Employer.Status);
        Assert.Equal(
            [
                "Kies een voorbeeld, of kies ‘Geen voorbeeld past’.", "Schrijf op wat er te doen is.", "Vul in hoe vaak dit gebeurt.",
                "Kies per dag, per week of per maand.", "Vul in hoe lang het per keer duurt.",
                "Schrijf op wie het nu doet. Doet niemand het? Schrijf: niemand.", "Kies of iemand anders deze taak mag doen.",
            ],
            WorkSite.Errors(page));
        Assert.Equal(before, await work.Site.WithAsync(db => db.WorkTasks.CountAsync()));
    }

    [Theory]
    [InlineData("In.Times", "vaak", "Vul een getal in, zoals 12,5.")]
    [InlineData("In.Times", "0", "Vul een getal in van 0,25 tot en met 100.")]
    [InlineData("In.Times", "101", "Vul een getal in van 0,25 tot en met 100.")]
    [InlineData("In.Minutes", "2,5", "Vul een heel getal in, zoals 45.")]
    [InlineData("In.Minutes", "3601", "Vul een getal in van 1 tot en met 3600.")]
    [InlineData("In.Minutes", "3000", "Dit is samen langer dan een week. Kijk de getallen na.")]
    [InlineData("In.Per", "Year", "Kies een van de antwoorden")]
    [InlineData("In.MayMove", "misschien", "Kies een van de antwoorden")]
    [InlineData("In.Example", "bestaat-niet", "Kies een voorbeeld uit de lijst.")]
    [InlineData("In.DoneBy", "   ", "Schrijf op wie het nu doet. Doet niemand het? Schrijf: niemand.")]
    public async Task A_wrong_answer_is_refused_with_what_was_typed_still_there(string field, string value, string error)
    {
        var page = await work.PostTaskAsync(changes: [("In.Name", "Alles blijft staan"), (field, value)]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, work.Employer.Status);
        Assert.Equal([error], WorkSite.Errors(page));
        Assert.Equal("Alles blijft staan", WorkSite.Value(page, "In.Name"));
        Assert.StartsWith("Fout: ", page.Title, StringComparison.Ordinal);
        Assert.False(await work.Site.WithAsync(db => db.WorkTasks.AnyAsync(t => t.Name == "Alles blijft staan")));
    }

    [Theory]
    [InlineData("In.Name", 121, "Schrijf de taak op in hoogstens 120 tekens.")]
    [InlineData("In.DoneBy", 61, "Schrijf de functie op in hoogstens 60 tekens.")]
    public async Task A_text_that_is_too_long_is_refused(string field, int length, string error)
    {
        var page = await work.PostTaskAsync(changes: [(field, new string('x', length))]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, work.Employer.Status);
        Assert.Equal([error], WorkSite.Errors(page));
    }

    [Theory]
    [InlineData("palets", "pallets-stapelen")]
    [InlineData("RETOUREN", "retouren-sorteren")]
    [InlineData("cafe", null)]
    public async Task Examples_are_found_by_words_in_the_address(string query, string? expected)
    {
        var page = await work.Employer.OpenAsync($"/werk/nieuw?zoek={query}");
        var found = page.QuerySelectorAll("input[name='In.Example']").Select(i => i.GetAttribute("value")).ToList();

        Assert.Equal("geen", found[^1]);
        if (expected is null)
            Assert.Single(found);
        else
            Assert.Contains(expected, found);
    }

    [Fact]
    public async Task Examples_of_another_branch_are_a_choice_away()
    {
        var own = await work.Employer.OpenAsync("/werk/nieuw");
        var care = await work.Employer.OpenAsync("/werk/nieuw?branche=care");

        Assert.All(ExamplesOf(own), e => Assert.Equal("logistics", e.Sector));
        Assert.All(ExamplesOf(care), e => Assert.Equal("care", e.Sector));
    }

    [Fact]
    public async Task A_task_for_a_job_that_is_not_yours_is_not_there()
    {
        var other = await work.Site.WithAsync(db => db.Jobs.Where(j => j.Title == "Hulp op de werf").Select(j => j.Id).SingleAsync());
        await work.Employer.OpenAsync($"/werk/nieuw?functie={other}");
        Assert.Equal(HttpStatusCode.NotFound, work.Employer.Status);

        await work.PostTaskAsync(changes: [("In.Name", "Bij een ander"), ("functie", other.ToString())]);
        Assert.Equal(HttpStatusCode.NotFound, work.Employer.Status);
        Assert.False(await work.Site.WithAsync(db => db.WorkTasks.AnyAsync(t => t.Name == "Bij een ander")));
    }

    [Fact]
    public async Task A_task_can_go_into_a_concept_that_is_there()
    {
        var id = await work.ConceptAsync(("In.Name", "De eerste"));
        await work.PostTaskAsync("Verder", $"/werk/nieuw?functie={id}", ("In.Name", "De tweede"));

        Assert.Equal($"/werk/taken?functie={id}", work.Employer.Location);
        Assert.Equal(2, (await work.JobAsync(id)).Tasks.Count);
    }

    private static IEnumerable<TaskExample> ExamplesOf(IHtmlDocument page) =>
        page.QuerySelectorAll("input[name='In.Example']").Select(i => TaskExamples.Find(i.GetAttribute("value"))).OfType<TaskExample>();
}
