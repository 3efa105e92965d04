using System.Net;
using AngleSharp.Html.Dom;
using Marketplace.Domain.FollowUp;
using Marketplace.Domain.Work;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Marketplace.Tests.Web.Work;

/// <summary>The inventory: tick, add up, make a job, delete, put back.</summary>
public sealed class TasksTests(WorkSite work) : IClassFixture<WorkSite>
{
    [Fact]
    public async Task Ticked_tasks_add_up_without_script_and_nothing_is_saved()
    {
        var (one, two) = (await ListedAsync("Optellen een"), await ListedAsync("Optellen twee"));
        var page = await PostAsync("/werk/taken", "Reken opnieuw", ("In.Tasks", one), ("In.Tasks", two));

        Assert.Equal(HttpStatusCode.OK, work.Employer.Status);
        Assert.Equal("10 uur per week", page.QuerySelector("#functie .pw-big")!.TextContent.Trim());
        Assert.Matches("^10 uur per week, ongeveer € 877 per maand$", page.QuerySelector("#balk p")!.TextContent.Trim());
        Assert.Contains("Ongeveer € 877 per maand zonder regelingen.", page.QuerySelector("#functie")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Inpakker: 10 uur", page.QuerySelector("#functie")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(2, page.QuerySelectorAll("#functie input[name='In.Essential']:not([checked])").Length);
        Assert.Equal(TaskState.Listed, (await work.TaskAsync("Optellen een")).State);
    }

    [Fact]
    public async Task Ticked_tasks_become_a_concept_and_only_a_ticked_box_makes_one_essential()
    {
        var (one, two) = (await ListedAsync("Samen een"), await ListedAsync("Samen twee"));
        await PostAsync("/werk/taken", "Maak er een functie van", ("In.Tasks", one), ("In.Tasks", two), ("In.Essential", two));

        var job = await work.JobAsync(WorkSite.IdIn(work.Employer.Location!));
        Assert.Equal($"/functies/{job.Id}/maken", work.Employer.Location);
        Assert.Equal(["Samen twee"], job.Tasks.Where(t => t.IsEssential).Select(t => t.Name));
        Assert.Equal(2, job.Tasks.Count);
    }

    [Fact]
    public async Task A_job_needs_a_task()
    {
        var page = await PostAsync("/werk/taken", "Maak er een functie van");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, work.Employer.Status);
        Assert.Equal(["Kies ten minste één taak."], WorkSite.Errors(page));
    }

    [Fact]
    public async Task A_task_that_may_not_move_is_refused_with_the_reason_also_when_the_box_is_forged()
    {
        var id = await ListedAsync("Kluis openen", ("In.MayMove", "false"), ("In.DoneBy", "de eigenaar"));
        var page = await PostAsync("/werk/taken", "Maak er een functie van", ("In.Tasks", id));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, work.Employer.Status);
        Assert.Equal(["Deze taak blijft bij de eigenaar."], WorkSite.Errors(page));
        Assert.Equal(TaskState.Listed, (await work.TaskAsync("Kluis openen")).State);
    }

    [Fact]
    public async Task A_task_that_is_in_another_job_cannot_come_into_a_second()
    {
        await work.ConceptAsync(("In.Name", "Al bezet"));
        var id = (await work.TaskAsync("Al bezet")).Id.ToString();
        await PostAsync("/werk/taken", "Maak er een functie van", ("In.Tasks", id));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, work.Employer.Status);
    }

    [Fact]
    public async Task Tasks_of_a_concept_can_be_added_and_taken_out()
    {
        var id = await work.ConceptAsync(("In.Name", "Gaat eruit"));
        var added = await ListedAsync("Komt erin");
        var page = await work.Employer.OpenAsync($"/werk/taken?functie={id}");
        Assert.Single(page.QuerySelectorAll("input[name='In.Tasks'][checked]"));
        await PostAsync($"/werk/taken?functie={id}", "Bewaar deze taken", ("In.Tasks", added));

        Assert.Equal(["Komt erin"], (await work.JobAsync(id)).Tasks.Select(t => t.Name));
        Assert.Equal((TaskState.Listed, (Guid?)null), await StateOfAsync("Gaat eruit"));
    }

    [Fact]
    public async Task An_open_job_keeps_enough_tasks_for_its_hours()
    {
        var id = await work.OpenAsync();
        var little = await ListedAsync("Te weinig", ("In.Times", "1"));
        var page = await PostAsync($"/werk/taken?functie={id}", "Bewaar deze taken", ("In.Tasks", little));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, work.Employer.Status);
        Assert.Equal(["Uw taken zijn samen 1 uur. U vraagt ten minste 4 uur."], WorkSite.Errors(page));
        Assert.Equal("Dozen vouwen", Assert.Single((await work.JobAsync(id)).Tasks).Name);
    }

    [Fact]
    public async Task A_deleted_task_can_be_put_back_at_once_and_for_thirty_days()
    {
        var id = await ListedAsync("Weg en terug", ("In.Example", "geen"));
        await PressAsync(await work.Employer.OpenAsync("/werk/taken"), id);
        Assert.Equal(TaskState.Deleted, (await StateOfAsync("Weg en terug")).State);
        Assert.False(await HasItemAsync(id));

        var page = await work.Employer.OpenAsync("/werk/taken");
        Assert.Contains("De taak ‘Weg en terug’ is verwijderd.", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Zet terug", page.QuerySelector($"button[value='{id}']")!.TextContent, StringComparison.Ordinal);
        var undo = page.QuerySelectorAll("form").OfType<IHtmlFormElement>().First(f => f.TextContent.Contains("Maak ongedaan", StringComparison.Ordinal));
        await work.Employer.PostAsync(undo);

        Assert.Equal(TaskState.Listed, (await StateOfAsync("Weg en terug")).State);
        Assert.True(await HasItemAsync(id));
    }

    [Fact]
    public async Task After_thirty_days_a_deleted_task_is_gone()
    {
        using var later = new Marketplace.Testing.TestSite();
        using var employer = await later.SignedInAsync("werkgever");
        var id = await later.WithAsync(db => db.WorkTasks.Where(t => t.State == TaskState.Listed && t.MayMove
            && db.Users.Any(u => u.Email == "werkgever@demo.example" && db.Memberships.Any(m => m.UserId == u.Id && m.OrganisationId == t.OrganisationId))).Select(t => t.Id).FirstAsync());
        var page = await employer.OpenAsync("/werk/taken");
        var delete = page.QuerySelectorAll("button").OfType<IHtmlButtonElement>().Single(b => b.Value == id.ToString());
        await employer.PostAsync(delete.Form!, delete);
        page = await employer.OpenAsync("/werk/taken");
        var back = page.QuerySelectorAll("button").OfType<IHtmlButtonElement>().Single(b => b.Value == id.ToString());

        later.Clock.MoveTo(new DateOnly(2026, 12, 25));
        await employer.SignInAsync("werkgever");
        Assert.DoesNotContain(id.ToString(), (await employer.OpenAsync("/werk/taken")).Body!.InnerHtml, StringComparison.Ordinal);
        await employer.PostAsync(back.Form!, back);
        Assert.Equal(HttpStatusCode.NotFound, employer.Status);
    }

    [Fact]
    public async Task A_task_of_another_employer_is_not_there_for_any_button()
    {
        var foreign = await work.Site.WithAsync(db => db.WorkTasks.Where(t => t.State == TaskState.Listed
            && db.Organisations.Any(o => o.Id == t.OrganisationId && o.Name != "Retourhuis De Kil")).Select(t => t.Id).FirstAsync());
        await PostAsync("/werk/taken", "Maak er een functie van", ("In.Tasks", foreign.ToString()));
        Assert.True(work.Employer.Status is HttpStatusCode.NotFound or HttpStatusCode.UnprocessableEntity);

        // Both forms are there: one task can be deleted, one can come back.
        await ListedAsync("Blijft staan");
        var gone = await ListedAsync("Gaat weg");
        var page = await work.Employer.OpenAsync("/werk/taken");
        await work.Employer.PostAsync((IHtmlFormElement)page.QuerySelector("#weg")!, null, ("id", gone));
        page = await work.Employer.OpenAsync("/werk/taken");
        foreach (var form in new[] { "#weg", "#terug" })
        {
            await work.Employer.PostAsync((IHtmlFormElement)page.QuerySelector(form)!, null, ("id", foreign.ToString()));
            Assert.Equal(HttpStatusCode.NotFound, work.Employer.Status);
        }

        Assert.Equal(TaskState.Listed, await work.Site.WithAsync(db => db.WorkTasks.Where(t => t.Id == foreign).Select(t => t.State).SingleAsync()));
    }

    [Fact]
    public async Task An_address_with_a_wrong_job_is_not_there()
    {
        var other = await work.Site.WithAsync(db => db.Jobs.Where(j => j.Title == "Hulp op de werf").Select(j => j.Id).SingleAsync());
        foreach (var job in new[] { other.ToString(), Guid.Empty.ToString(), "abc" })
        {
            await work.Employer.OpenAsync($"/werk/taken?functie={job}");
            Assert.Equal(HttpStatusCode.NotFound, work.Employer.Status);
        }
    }

    private async Task<string> ListedAsync(string name, params (string Name, string? Value)[] changes)
    {
        await work.PostTaskAsync("Bewaar en zet", changes: [("In.Name", name), .. changes]);
        return (await work.TaskAsync(name)).Id.ToString();
    }

    /// <summary>Posts the form of the page with these boxes ticked and no others.</summary>
    private async Task<IHtmlDocument> PostAsync(string address, string button, params (string Name, string? Value)[] ticked)
    {
        var page = await work.Employer.OpenAsync(address);
        var submit = page.QuerySelectorAll("main button").OfType<IHtmlButtonElement>().Single(b => b.TextContent.Trim() == button);
        return await work.Employer.PostAsync(submit.Form!, submit, [("In.Tasks", null), ("In.Essential", null), .. ticked]);
    }

    private Task PressAsync(IHtmlDocument page, string id)
    {
        var button = page.QuerySelectorAll("button").OfType<IHtmlButtonElement>().Single(b => b.Value == id);
        return work.Employer.PostAsync(button.Form!, button);
    }

    private async Task<(TaskState State, Guid? JobId)> StateOfAsync(string name) => await work.TaskAsync(name) is var task ? (task.State, task.JobId) : default;

    private Task<bool> HasItemAsync(string taskId) => work.Site.WithAsync(db => db.OpenSteps.AnyAsync(s =>
        s.TaskId == Guid.Parse(taskId) && s.Kind == StepKind.TaskNotAsked && s.DoneAt == null && !s.IsVoid));

    [Fact]
    public async Task What_an_hour_of_a_function_costs_and_what_its_time_is_for_come_back_in_the_inventory_and_in_the_price()
    {
        var id = await ListedAsync("Platen snijden", ("In.DoneBy", "lasser"));
        var page = await work.Employer.OpenAsync("/werk/vrije-uren");
        var place = Place(page, "lasser");
        await PostAsync("/werk/vrije-uren", "Bewaar", ($"In[{place}].CostPerHour", "42,50"), ($"In[{place}].FreedFor", "LessOvertime"));
        Assert.Equal("/werk/taken", work.Employer.Location);

        var counted = await PostAsync("/werk/taken", "Reken opnieuw", ("In.Tasks", id));
        var text = counted.QuerySelector("#functie")!.TextContent;
        Assert.Contains("Lasser: 5 uur, voor minder overwerk", text, StringComparison.Ordinal);
        Assert.Contains("De vrije uren zijn ongeveer € 921 per maand waard.", text, StringComparison.Ordinal); // 5 × 52 × 42,50 / 12

        await PostAsync("/werk/taken", "Maak er een functie van", ("In.Tasks", id));
        var price = await work.Employer.OpenAsync($"/functies/{WorkSite.IdIn(work.Employer.Location!)}/kosten");
        Assert.Contains("920,83", price.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal("42,5", WorkSite.Value(price, "In.FreedCost"));
    }

    [Fact]
    public async Task Hours_of_which_nobody_knows_the_cost_do_not_lower_the_average()
    {
        await ListedAsync("Slijpen", ("In.DoneBy", "slijper"), ("In.Times", "1"), ("In.Per", "Week"), ("In.Minutes", "240"));
        await ListedAsync("Poetsen", ("In.DoneBy", "poetser"), ("In.Times", "1"), ("In.Per", "Week"), ("In.Minutes", "720"));
        var place = Place(await work.Employer.OpenAsync("/werk/vrije-uren"), "slijper");
        await PostAsync("/werk/vrije-uren", "Bewaar", ($"In[{place}].CostPerHour", "35"));
        var ids = new[] { (await work.TaskAsync("Slijpen")).Id, (await work.TaskAsync("Poetsen")).Id };
        await PostAsync("/werk/taken", "Maak er een functie van", [.. ids.Select(id => ("In.Tasks", (string?)id.ToString()))]);
        var price = await work.Employer.OpenAsync($"/functies/{WorkSite.IdIn(work.Employer.Location!)}/kosten");
        Assert.Equal(("4", "35"), (WorkSite.Value(price, "In.FreedHours"), WorkSite.Value(price, "In.FreedCost")));
    }

    [Theory]
    [InlineData("-1")]
    [InlineData("9999999,99")]
    [InlineData("veel")]
    public async Task A_cost_that_cannot_be_is_refused_and_the_rest_stays(string cost)
    {
        await ListedAsync("Frezen " + cost, ("In.DoneBy", "frezer"));
        var place = Place(await work.Employer.OpenAsync("/werk/vrije-uren"), "frezer");
        var page = await PostAsync("/werk/vrije-uren", "Bewaar", ($"In[{place}].CostPerHour", cost), ($"In[{place}].FreedFor", "Guiding"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, work.Employer.Status);
        Assert.Single(WorkSite.Errors(page));
        Assert.Equal(cost, WorkSite.Value(page, $"In[{place}].CostPerHour"));
        Assert.Equal("Guiding", WorkSite.Value(page, $"In[{place}].FreedFor"));
    }

    [Fact]
    public async Task Two_people_who_answer_about_a_function_at_once_are_told()
    {
        await ListedAsync("Draaien", ("In.DoneBy", "draaier"));
        using var colleague = await work.Site.SignedInAsync("werkgever");
        var (seen, alsoSeen) = (await work.Employer.OpenAsync("/werk/vrije-uren"), await colleague.OpenAsync("/werk/vrije-uren"));
        await work.Employer.PostAsync((IHtmlFormElement)seen.QuerySelector("main form[method=post]")!, null, ($"In[{Place(seen, "draaier")}].CostPerHour", "40"));

        await colleague.PostAsync((IHtmlFormElement)alsoSeen.QuerySelector("main form[method=post]")!, null, ($"In[{Place(alsoSeen, "draaier")}].CostPerHour", "50"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, colleague.Status);
        Assert.Equal(40, await work.Site.WithAsync(db => db.WorkerFunctions.Where(f => f.Name == "draaier").Select(f => f.CostPerHour).SingleAsync()));
    }

    [Fact]
    public async Task Only_a_part_may_move_and_what_a_colleague_guides_are_kept_and_shown()
    {
        var id = await ListedAsync("Onderhoud");
        await PostAsync(
            $"/werk/taken/{id}", "Bewaar deze taak",
            ("In.MovesPartly", "true"), ("In.SupervisionMinutes", "30"), ("In.SeasonFrom", "11"), ("In.SeasonTo", "2"), ("In.OverNewYear", "true"));

        var task = await work.TaskAsync("Onderhoud");
        Assert.Equal((true, 30), (task.MovesPartly, task.SupervisionMinutes));
        var page = await work.Employer.OpenAsync("/werk/taken");
        Assert.Contains("(een deel van de taak), november tot en met februari", page.Body!.TextContent, StringComparison.Ordinal);
    }

    private static int Place(IHtmlDocument page, string function) =>
        page.QuerySelectorAll("input[type=hidden][name$='.Name']").OfType<IHtmlInputElement>().Index().Single(i => i.Item.Value == function).Index;
}
