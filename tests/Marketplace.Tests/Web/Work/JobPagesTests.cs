using System.Net;
using AngleSharp.Html.Dom;
using Marketplace.Domain.Work;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Marketplace.Tests.Web.Work;

/// <summary>A job for its employer, and what others may read of it.</summary>
public sealed class JobPagesTests(WorkSite work) : IClassFixture<WorkSite>
{
    [Fact]
    public async Task The_employer_pauses_opens_again_and_stops_and_the_history_says_so()
    {
        var id = await work.OpenAsync();
        await work.Employer.PostAsync($"/functies/{id}", "Even niet");
        Assert.Equal(JobState.Paused, (await work.JobAsync(id)).State);
        await work.Employer.PostAsync($"/functies/{id}", "Zet weer open");
        Assert.Equal(JobState.Open, (await work.JobAsync(id)).State);
        await work.Employer.PostAsync($"/functies/{id}", "Stop deze functie");

        var stopped = await work.JobAsync(id);
        Assert.Equal((JobState.Stopped, 0), (stopped.State, stopped.Tasks.Count));
        var page = await work.Employer.OpenAsync($"/functies/{id}");
        Assert.Equal(
            ["Concept", "Open", "Even niet", "Open", "Gestopt"],
            page.QuerySelectorAll("main details:last-of-type ul li").Select(li => li.TextContent.Split(": ")[1].Split(',')[0].Trim()));
        Assert.All(page.QuerySelectorAll("main details:last-of-type ul li"), li => Assert.EndsWith("door A. Stolk", li.TextContent.Trim(), StringComparison.Ordinal));
        Assert.Empty(page.QuerySelectorAll("main form button"));
    }

    [Fact]
    public async Task The_tasks_of_a_stopped_concept_are_on_the_list_again()
    {
        var id = await work.ConceptAsync(("In.Name", "Komt terug"));
        await work.Employer.PostAsync($"/functies/{id}", "Stop deze functie");

        Assert.Equal((TaskState.Listed, (Guid?)null), await work.TaskAsync("Komt terug") is var task ? (task.State, task.JobId) : default);
    }

    [Fact]
    public async Task A_job_with_a_proposal_that_waits_is_not_stopped()
    {
        var id = await RetourAsync();
        var page = await work.Employer.PostAsync($"/functies/{id}", "Stop deze functie");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, work.Employer.Status);
        Assert.Equal(["Er wacht nog een voorstel op uw antwoord. Antwoord daar eerst op."], WorkSite.Errors(page));
        Assert.Equal(JobState.Open, (await work.JobAsync(id)).State);
    }

    [Fact]
    public async Task Only_the_employer_changes_the_state()
    {
        var id = await RetourAsync();
        using var coach = await work.Site.SignedInAsync("jobcoach");
        var token = (await coach.OpenAsync($"/functies/{id}")).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        foreach (var handler in new[] { "EvenNiet", "WeerOpen" })
        {
            using var content = new FormUrlEncodedContent([new("__RequestVerificationToken", token), new("In.Version", Guid.Empty.ToString())]);
            using var answer = await coach.Client.PostAsync(new Uri($"/functies/{id}?handler={handler}", UriKind.Relative), content);
            Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        }

        Assert.Equal(JobState.Open, (await work.JobAsync(id)).State);
    }

    [Theory]
    [InlineData("adviseur", true, true)]
    [InlineData("jobcoach", true, true)]
    [InlineData("consulent", false, false)]
    public async Task Staff_reads_the_job_as_far_as_the_matrix_says(string account, bool contact, bool wage)
    {
        var id = await RetourAsync();
        using var visitor = await work.Site.SignedInAsync(account);
        var page = await visitor.OpenAsync($"/functies/{id}");
        var text = page.QuerySelector("main")!.TextContent;

        Assert.Equal(HttpStatusCode.OK, visitor.Status);
        Assert.Contains("Retouren openmaken", text, StringComparison.Ordinal);
        Assert.Equal(contact, page.QuerySelector("main a[href='tel:0780000001']") is not null);
        Assert.Equal(contact, text.Contains("Stolk", StringComparison.Ordinal));
        Assert.Equal(wage, text.Contains("Minimumloon", StringComparison.Ordinal));
        Assert.Equal(account == "jobcoach", page.QuerySelector($"main a[href='/functies/{id}/kandidaten']") is not null);
        Assert.Empty(page.QuerySelectorAll("main form"));
        Assert.Empty(page.QuerySelectorAll("main a[href$='/maken'], main a[href^='/werk']"));
    }

    [Fact]
    public async Task Only_the_adviser_sees_jobs_that_are_not_open()
    {
        var paused = await work.Site.WithAsync(db => db.Jobs.Where(j => j.State == JobState.Paused).Select(j => j.Id).FirstAsync());
        foreach (var (account, status) in new[] { ("adviseur", HttpStatusCode.OK), ("consulent", HttpStatusCode.NotFound), ("jobcoach", HttpStatusCode.NotFound) })
        {
            using var visitor = await work.Site.SignedInAsync(account);
            await visitor.OpenAsync($"/functies/{paused}");
            Assert.Equal(status, visitor.Status);
        }
    }

    [Fact]
    public async Task A_job_of_another_employer_is_not_there_for_any_page_or_button()
    {
        var other = await work.Site.WithAsync(db => db.Jobs.Where(j => j.Title == "Hulp op de werf").Select(j => j.Id).SingleAsync());
        foreach (var address in new[] { $"/functies/{other}", $"/functies/{other}/maken", $"/functies/{other}/controle" })
        {
            await work.Employer.OpenAsync(address);
            Assert.Equal(HttpStatusCode.NotFound, work.Employer.Status);
        }

        var own = await work.ReadyAsync();
        foreach (var (address, button) in new[] { ($"/functies/{own}/maken", "Verder"), ($"/functies/{own}/controle", "Zet de functie online"), ($"/functies/{own}", "Stop deze functie") })
        {
            var page = await work.Employer.OpenAsync(address);
            var submit = page.QuerySelectorAll("main button").OfType<IHtmlButtonElement>().Single(b => b.TextContent.Contains(button, StringComparison.Ordinal));
            submit.SetAttribute("formaction", (submit.GetAttribute("formaction") ?? address).Replace(own.ToString(), other.ToString(), StringComparison.Ordinal));
            await work.Employer.PostAsync(submit.Form!, submit);
            Assert.Equal(HttpStatusCode.NotFound, work.Employer.Status);
        }

        Assert.Equal(JobState.Open, (await work.JobAsync(other)).State);
    }

    [Fact]
    public async Task The_list_shows_open_jobs_and_filters_by_branch_and_words()
    {
        using var coach = await work.Site.SignedInAsync("jobcoach");
        var open = await work.Site.WithAsync(db => db.Jobs.Where(j => j.State == JobState.Open).Select(j => new { j.Id, j.Sector }).ToListAsync());

        Assert.Equal(open.Select(j => j.Id).ToHashSet(), await ListedAsync(coach, "/functies"));
        Assert.Equal(open.Where(j => j.Sector == "green").Select(j => j.Id).ToHashSet(), await ListedAsync(coach, "/functies?branche=green"));
        Assert.Equal([await RetourAsync()], await ListedAsync(coach, "/functies?zoek=MEDEWERKER+RETOUREN"));
        Assert.Empty(await ListedAsync(coach, "/functies?zoek=100%25"));
        Assert.Empty(await ListedAsync(coach, "/functies?stand=Paused&zoek=bestaat+niet"));
        Assert.Contains("Niets gevonden", (await coach.OpenAsync("/functies?zoek=bestaat+niet")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_adviser_lists_jobs_by_state_and_others_cannot()
    {
        using var adviser = await work.Site.SignedInAsync("adviseur");
        using var coach = await work.Site.SignedInAsync("jobcoach");
        var paused = await work.Site.WithAsync(db => db.Jobs.Where(j => j.State == JobState.Paused).Select(j => j.Id).ToListAsync());

        Assert.Equal(paused.ToHashSet(), await ListedAsync(adviser, "/functies?stand=Paused"));
        Assert.Empty((await ListedAsync(coach, "/functies?stand=Paused")).Intersect(paused));
    }

    [Theory]
    [InlineData("/functies?stand=Nooit")]
    [InlineData("/functies?pagina=0")]
    [InlineData("/functies?pagina=twee")]
    public async Task A_wrong_filter_is_not_there(string address)
    {
        using var adviser = await work.Site.SignedInAsync("adviseur");
        await adviser.OpenAsync(address);
        Assert.Equal(HttpStatusCode.NotFound, adviser.Status);
    }

    private Task<Guid> RetourAsync() => work.Site.WithAsync(db => db.Jobs.Where(j => j.Title == "Medewerker retouren").Select(j => j.Id).SingleAsync());

    private static async Task<HashSet<Guid>> ListedAsync(Marketplace.Testing.WebVisitor visitor, string address)
    {
        var page = await visitor.OpenAsync(address);
        return [.. page.QuerySelectorAll("main article h2 a").Select(a => WorkSite.IdIn(a.GetAttribute("href")!))];
    }
}
