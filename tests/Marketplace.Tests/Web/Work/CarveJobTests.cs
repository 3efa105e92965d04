using System.Net;
using AngleSharp.Html.Dom;
using Marketplace.Data.Work;
using Marketplace.Domain.FollowUp;
using Marketplace.Domain.People;
using Marketplace.Domain.Proposals;
using Marketplace.Domain.Work;
using Marketplace.Matching;
using Marketplace.Matching.Carving;
using Marketplace.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Marketplace.Tests.Web.Work;

/// <summary>A job coach carves for one person or a group; the employer reads the tasks, never for whom.</summary>
public sealed class CarveJobTests : IDisposable
{
    private readonly TestSite _site = new();

    public void Dispose() => _site.Dispose();

    [Fact]
    public async Task The_ticks_are_those_of_the_optimum_for_one_and_for_a_group()
    {
        var (job, tasks, costs) = await JobAsync();
        var people = await PeopleAsync(job);
        using var coach = await _site.SignedInAsync("jobcoach");
        var (proposed, of) = (0, people.Select(p => new List<Person> { p }).Concat([people[..2], people[..4]]).ToList());
        foreach (var chosen in of)
        {
            var expected = Carve.Propose(
                MatchEngine.Standard,
                new Inventory
                {
                    Job = job.ToMatchJob(tasks),
                    CostPerHour = tasks.Where(t => costs.ContainsKey(t.DoneBy)).ToDictionary(t => FromDomain.CodeOf(t.Id), t => costs[t.DoneBy]),
                },
                [.. chosen.Select(p => p.ToCandidate())]);

            var page = await coach.OpenAsync($"{Address(job)}?{string.Join('&', chosen.Select(p => $"wie={p.Code}"))}");

            Assert.Equal(HttpStatusCode.OK, coach.Status);
            Assert.Equal(
                tasks.Where(t => expected.Tasks.Contains(FromDomain.CodeOf(t.Id))).Select(t => t.Name).Order(),
                page.QuerySelectorAll("tbody tr").Where(r => r.QuerySelector(".utrecht-status-badge") is not null).Select(r => r.QuerySelector("th")!.TextContent).Order());
            proposed += expected.Tasks.Count;
        }

        Assert.True(proposed > 5);
    }

    [Fact]
    public async Task What_is_suggested_waits_for_the_employer_who_reads_the_tasks_and_not_for_whom()
    {
        var (job, _, _) = await JobAsync();
        using var coach = await _site.SignedInAsync("jobcoach");
        using var employer = await _site.SignedInAsync("werkgever");
        var sent = await SuggestAsync(job, coach);

        var item = await _site.WithAsync(db => db.OpenSteps.SingleAsync(s => s.JobId == job.Id && s.Kind == StepKind.TasksSuggested));
        Assert.Equal((Recipient.Adviser, false), (item.Recipient, item.IsVoid));
        using var adviser = await _site.SignedInAsync("adviseur");
        var names = await _site.WithAsync(db => db.WorkTasks.Where(t => sent.Tasks.Contains(t.Id)).Select(t => t.Name).ToListAsync());
        var told = (await adviser.OpenAsync($"/functies/{job.Id}")).QuerySelectorAll("main .utrecht-alert li").Select(li => li.TextContent);
        Assert.Equal(names.Order(), told.Order());
        var read = await employer.OpenAsync($"/functies/{job.Id}");
        Assert.Contains("De jobcoach stelt andere taken voor", read.Body!.TextContent, StringComparison.Ordinal);
        var ticks = await employer.OpenAsync(read.QuerySelector("main a[href*='voorstel=true']")!.GetAttribute("href")!);
        Assert.Equal(sent.Tasks.Order(), ticks.QuerySelectorAll("input[name='In.Tasks']").OfType<IHtmlInputElement>().Where(i => i.IsChecked).Select(i => Guid.Parse(i.Value)).Order());
        foreach (var code in await _site.WithAsync(db => db.People.Select(p => p.Code).ToListAsync()))
        {
            Assert.DoesNotContain(code, ticks.Source.Text, StringComparison.Ordinal);
            Assert.DoesNotContain(code, read.Source.Text, StringComparison.Ordinal);
        }

        Assert.Contains("Al voorgelegd", (await coach.OpenAsync($"{Address(job)}?wie={sent.Code}")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_the_employer_keeps_tasks_the_suggestion_and_the_item_are_done_with()
    {
        var (job, _, _) = await JobAsync();
        using var coach = await _site.SignedInAsync("jobcoach");
        using var employer = await _site.SignedInAsync("werkgever");
        await SuggestAsync(job, coach);

        await employer.PostAsync($"/werk/taken?functie={job.Id}", "Bewaar deze taken");

        Assert.Equal(HttpStatusCode.Redirect, employer.Status);
        Assert.Empty(await _site.WithAsync(db => db.Jobs.Where(j => j.Id == job.Id).Select(j => j.SuggestedTasks).SingleAsync()));
        Assert.True(await _site.WithAsync(db => db.OpenSteps.Where(s => s.JobId == job.Id && s.Kind == StepKind.TasksSuggested).Select(s => s.IsVoid).SingleAsync()));
    }

    [Fact]
    public async Task When_the_job_stops_nobody_has_to_talk_about_its_tasks()
    {
        var (job, _, _) = await JobAsync();
        using var coach = await _site.SignedInAsync("jobcoach");
        using var employer = await _site.SignedInAsync("werkgever");
        await SuggestAsync(job, coach);
        await _site.WithAsync(db => db.Proposals.Where(p => p.JobId == job.Id && p.State == ProposalState.Proposed)
            .ExecuteUpdateAsync(p => p.SetProperty(x => x.State, ProposalState.Withdrawn)));
        await employer.PostAsync($"/functies/{job.Id}", "Stop deze functie");

        Assert.Equal(HttpStatusCode.Redirect, employer.Status);
        Assert.True(await _site.WithAsync(db => db.OpenSteps.Where(s => s.JobId == job.Id && s.Kind == StepKind.TasksSuggested).Select(s => s.IsVoid).SingleAsync()));
    }

    [Theory]
    [InlineData("?wie=NIEMAND")]
    [InlineData("?wie=")]
    [InlineData("?wie=%27%3Bdrop&wie=%00")]
    [InlineData("")]
    public async Task A_code_of_nobody_is_said_and_nothing_is_reckoned(string query)
    {
        var (job, _, _) = await JobAsync();
        using var coach = await _site.SignedInAsync("jobcoach");
        var page = await coach.OpenAsync(Address(job) + query);

        Assert.Equal(HttpStatusCode.OK, coach.Status);
        Assert.Contains("Nog niemand gekozen", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(query.Length > 5, page.QuerySelector("main .utrecht-alert--warning") is not null);
        Assert.Null(page.QuerySelector("main form[method=post]"));
    }

    [Fact]
    public async Task A_task_that_may_not_move_is_never_among_them()
    {
        var (job, tasks, _) = await JobAsync();
        var stays = tasks.First(t => t.JobId is null);
        await _site.WithAsync(async db =>
        {
            (await db.WorkTasks.SingleAsync(t => t.Id == stays.Id)).MayMove = false;
            await db.SaveChangesAsync();
        });

        Assert.DoesNotContain(await _site.WithAsync(db => db.WorkTasks.InventoryOf(job).ToListAsync()), t => t.Id == stays.Id);
    }

    private async Task<(string Code, IReadOnlyList<Guid> Tasks)> SuggestAsync(Job job, WebVisitor coach)
    {
        foreach (var person in await PeopleAsync(job))
        {
            var page = await coach.OpenAsync($"{Address(job)}?wie={person.Code}");
            if (page.QuerySelectorAll("main button").All(b => b.TextContent.Trim() != "Leg deze taken voor"))
                continue;
            await coach.PostAsync($"{Address(job)}?wie={person.Code}", "Leg deze taken voor");
            Assert.Equal(HttpStatusCode.Redirect, coach.Status);
            return (person.Code, await _site.WithAsync(db => db.Jobs.Where(j => j.Id == job.Id).Select(j => j.SuggestedTasks).SingleAsync()));
        }

        throw new InvalidOperationException("Nobody of the demo has other tasks.");
    }

    private Task<(Job Job, List<WorkTask> Tasks, IReadOnlyDictionary<string, decimal> Costs)> JobAsync() => _site.WithAsync(async db =>
    {
        var job = await db.Jobs.AsNoTracking().Include(j => j.Tasks).SingleAsync(j => j.Title == "Medewerker retouren");
        return (job, await db.WorkTasks.AsNoTracking().InventoryOf(job).ToListAsync(), await db.FunctionCostsAsync(job.OrganisationId, default));
    });

    private Task<List<Person>> PeopleAsync(Job job) => _site.WithAsync(async db =>
        (await db.People.AsNoTracking().Where(p => p.RegionCode == job.RegionCode && p.HoursMin != null).Include(p => p.Capacities).Include(p => p.Consents).AsSplitQuery().OrderBy(p => p.Code).ToListAsync())
            .Where(p => p.IsComparable() && p.Consents.Any(c => c.Purpose == ConsentPurpose.Found && c.State == ConsentState.Given && c.GivenOn <= TestSite.SeedDay && (c.Until is null || c.Until >= TestSite.SeedDay))).Take(12).ToList());

    private static string Address(Job job) => $"/functies/{job.Id}/snijden";
}
