using System.Net;
using AngleSharp.Html.Dom;
using Marketplace.Domain.FollowUp;
using Marketplace.Domain.Work;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Marketplace.Tests.Web.Work;

/// <summary>From work that is left over to a job online, and the call of the adviser.</summary>
public sealed class PostWorkTests(WorkSite work) : IClassFixture<WorkSite>
{
    [Fact]
    public async Task One_task_becomes_a_job_online_and_the_adviser_gets_the_call_in_the_same_save()
    {
        var id = await work.ReadyAsync();
        await work.Employer.PostAsync($"/functies/{id}/controle", "Zet de functie online");
        Assert.Equal($"/functies/{id}", work.Employer.Location);

        var job = await work.JobAsync(id);
        Assert.Equal(JobState.Open, job.State);
        Assert.Equal((4m, 12.5m), (job.HoursMin, job.HoursMax));
        Assert.Equal("Dordrecht", job.Place);
        Assert.True(job.CanBeMatched);

        var (step, traces) = await work.Site.WithAsync(async db =>
        {
            var row = await db.OpenSteps.SingleAsync(s => s.JobId == id);
            return (row, await db.Audit.Where(a => a.EntityId == row.Id || (a.EntityId == id && a.Action == "Modified" && a.Fields.Contains("State"))).Select(a => a.TraceId).ToListAsync());
        });
        Assert.Equal((StepKind.NewJob, Recipient.Adviser), (step.Kind, step.Recipient));
        Assert.Equal((new DateOnly(2026, 11, 24), new DateOnly(2026, 11, 26)), (step.SendOn, step.DueOn));
        Assert.Equal("adviseur@demo.example", await work.Site.WithAsync(db => db.Users.Where(u => u.Id == step.UserId).Select(u => u.Email).SingleAsync()));
        Assert.Equal(2, traces.Count);
        Assert.Single(traces.Distinct());
    }

    [Fact]
    public async Task After_publishing_the_employer_reads_who_calls_before_when()
    {
        var id = await work.OpenAsync();
        var page = await work.Employer.OpenAsync($"/functies/{id}");

        Assert.Contains("Uw functie staat online.", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("M. Kaya belt u vóór of op donderdag 26 november 2026.", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("main a[href^='tel:']"));
    }

    [Fact]
    public async Task The_short_path_asks_at_most_twelve_questions_without_an_answer_beforehand()
    {
        var task = Unanswered(await work.Employer.OpenAsync("/werk/nieuw"));
        var id = await work.ConceptAsync();
        var terms = Unanswered(await work.Employer.OpenAsync($"/functies/{id}/maken"));

        Assert.Equal(["In.DoneBy", "In.Example", "In.MayMove", "In.Minutes", "In.Name", "In.Per", "In.Times"], task);
        Assert.Equal(["In.Fixed", "In.Flexible", "In.HoursMax", "In.HoursMin", "In.StartsOn"], terms);
    }

    [Fact]
    public async Task What_was_filled_in_beforehand_stands_on_the_form()
    {
        var id = await work.ConceptAsync();
        var page = await work.Employer.OpenAsync($"/functies/{id}/maken");

        Assert.Equal("Dozen vouwen en klaarzetten", WorkSite.Value(page, "In.Title"));
        Assert.Equal("Anja Stolk", WorkSite.Value(page, "In.ContactName"));
        Assert.Equal("078 000 00 01", WorkSite.Value(page, "In.ContactPhone"));
        Assert.Equal("regular", WorkSite.Value(page, "In.Form"));
        Assert.Equal("logistics", WorkSite.Value(page, "In.Sector"));
        Assert.Contains("minimumloon", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("select[name='In.Form'] option[value='sheltered'], select[name='In.Form'] option[value='volunteer']"));
    }

    [Fact]
    public async Task A_job_whose_tasks_do_not_fill_the_hours_is_refused_with_both_numbers()
    {
        var id = await work.ReadyAsync(("In.HoursMin", "12"));
        var check = await work.Employer.OpenAsync($"/functies/{id}/controle");
        Assert.Contains("Uw taken zijn samen 5 uur. U vraagt ten minste 12 uur.", check.QuerySelector("main")!.TextContent, StringComparison.Ordinal);

        var refused = await work.Employer.PostAsync($"/functies/{id}/controle", "Zet de functie online");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, work.Employer.Status);
        Assert.Equal(["Uw taken zijn samen 5 uur. U vraagt ten minste 12 uur."], WorkSite.Errors(refused));
        Assert.Equal(JobState.Concept, (await work.JobAsync(id)).State);
        Assert.False(await work.Site.WithAsync(db => db.OpenSteps.AnyAsync(s => s.JobId == id)));
    }

    [Fact]
    public async Task A_job_of_which_nothing_was_asked_is_refused_until_an_example_is_chosen()
    {
        var id = await work.ConceptAsync(("In.Example", "geen"), ("In.Name", "Iets heel nieuws"));
        await work.Employer.PostAsync($"/functies/{id}/maken", "Verder", ("In.HoursMin", "4"), ("In.HoursMax", "5"), ("In.Flexible", "mon-1"));
        var refused = await work.Employer.PostAsync($"/functies/{id}/controle", "Zet de functie online");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, work.Employer.Status);
        Assert.Equal(["Van deze taken is nog niets gevraagd. Kies bij een taak een voorbeeld."], WorkSite.Errors(refused));
        var task = await work.TaskAsync("Iets heel nieuws");
        Assert.NotNull(refused.QuerySelector($"main a[href='/werk/taken/{task.Id}']"));
    }

    [Fact]
    public async Task A_concept_without_hours_says_everything_that_is_missing()
    {
        var id = await work.ConceptAsync();
        var page = await work.Employer.OpenAsync($"/functies/{id}/controle");

        Assert.Equal(["Eerst doen: Vul de uren in: van en tot.", "Eerst doen: Kies ten minste één dagdeel."], WorkSite.Checks(page));
        Assert.Equal([$"/functies/{id}/maken?alles=true#In_HoursMin", $"/functies/{id}/maken?alles=true#In_Flexible"], page.QuerySelectorAll(".pw-checklist a").Select(a => a.GetAttribute("href")));
    }

    [Fact]
    public async Task A_job_that_is_online_is_not_published_twice()
    {
        var id = await work.ReadyAsync();
        var page = await work.Employer.OpenAsync($"/functies/{id}/controle");
        var form = page.QuerySelectorAll("main form").OfType<IHtmlFormElement>().Single();
        await work.Employer.PostAsync(form);
        await work.Employer.PostAsync(form);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, work.Employer.Status);
        Assert.Equal(1, await work.Site.WithAsync(db => db.OpenSteps.CountAsync(s => s.JobId == id)));
    }

    [Fact]
    public async Task The_start_shows_own_jobs_with_their_state_and_what_can_be_done()
    {
        var id = await work.ConceptAsync();
        var page = await work.Employer.OpenAsync("/werk");
        var row = page.QuerySelectorAll("tr").Single(r => r.InnerHtml.Contains($"/functies/{id}\"", StringComparison.Ordinal));

        Assert.Contains("Concept", row.TextContent, StringComparison.Ordinal);
        Assert.NotNull(row.QuerySelector($"a[href='/functies/{id}/maken']"));
        Assert.Contains("2 voorstellen wachten op uw antwoord.", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("M. Kaya", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    /// <summary>Names of the visible questions of the post form that have no answer yet, outside closed parts.</summary>
    private static IEnumerable<string> Unanswered(IHtmlDocument page) => page.QuerySelectorAll("main form[method=post] input, main form[method=post] select").OfType<IHtmlElement>()
        .Where(e => e.Closest("details") is null && e.GetAttribute("type") != "hidden" && e.GetAttribute("name")!.StartsWith("In.", StringComparison.Ordinal))
        .GroupBy(e => string.Join('.', e.GetAttribute("name")!.Split('.').Take(2)))
        .Where(g => WorkSite.Value(page, g.Key) is null or "")
        .Select(g => g.Key).Order(StringComparer.Ordinal);
}
