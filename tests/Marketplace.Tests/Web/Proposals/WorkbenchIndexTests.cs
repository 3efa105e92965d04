using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Marketplace.Domain.People;
using Marketplace.Domain.Vocabulary;
using Marketplace.Domain.Work;
using Marketplace.Jobs.Narrowing;
using Marketplace.Matching;
using Marketplace.Matching.Narrowing;
using Marketplace.Testing;
using Marketplace.Web.Pages.Proposals;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Marketplace.Tests.Web.Proposals;

/// <summary>What the workbench takes from the index is what the engine says of everybody in the database.</summary>
public sealed class WorkbenchIndexTests : IDisposable
{
    private readonly ProposalSite _site = new();

    public void Dispose() => _site.Dispose();

    [Theory]
    [InlineData(false, new string[0])]
    [InlineData(false, new[] { "quiet-place", "lifting-aid" })]
    [InlineData(true, new[] { "quiet-place" })]
    public async Task Each_measure_counts_by_how_many_the_list_grows(bool withUnasked, string[] arranged)
    {
        if (withUnasked)
            await ChangeTasksAsync(tasks => tasks[0].Demands = Levels.None);
        var (job, people) = (await _site.JobAsync(), await FindableAsync());

        var page = await (await _site.AsAsync("jobcoach")).OpenAsync($"/functies/{job.Id}/kandidaten{string.Concat(arranged.Select((m, i) => $"{(i == 0 ? '?' : '&')}regelt={m}"))}");

        var shown = page.QuerySelectorAll<IHtmlInputElement>("input[name=regelt]").ToDictionary(i => i.Value, i => CountOf(page, i));
        foreach (var measure in WorkbenchFilter.CanArrange.Except(job.Offers))
        {
            var isArranged = arranged.Contains(measure);
            var added = Fitting([.. arranged, measure]) - Fitting(arranged.Where(m => m != measure));
            Assert.Equal((measure, isArranged || added > 0 ? added : 0), (measure, shown.GetValueOrDefault(measure)));
        }

        Assert.Equal(Fitting(arranged), int.Parse(page.QuerySelector(".pw-results-count strong")!.TextContent.Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture));
        Assert.True(shown.Count > 0);

        int Fitting(IEnumerable<string> offers)
        {
            var asOffered = job.ToMatchJob() with { Offers = [.. job.Offers.Union(offers)] };
            return people.Select(p => MatchEngine.Standard.Match(p.ToCandidate(), asOffered)).Count(r => r.Verdict != Verdict.NoFit && r.ComparesSomething(job));
        }
    }

    [Fact]
    public async Task Who_is_in_the_index_and_not_in_the_database_is_not_shown()
    {
        var (job, person) = (await _site.JobAsync(), await _site.FreeAsync());
        var coach = await _site.AsAsync("jobcoach");
        var page = await coach.OpenAsync($"/functies/{job.Id}/kandidaten");
        var best = page.QuerySelector(".pw-cards article h3")!.TextContent.Trim();
        var ghost = CandidateChange.Of(person, 1).Candidate!;
        var index = await _site.Site.WithAsync(db => _site.Site.Services.GetRequiredService<NodeIndex>().CatchUpAsync(db, CancellationToken.None));
        index.Candidates.Apply([new CandidateChange("K-00000", 1, ghost with { Candidate = ghost.Candidate with { Code = "K-00000", Capacities = new Levels(Dimensions.All.Select(d => KeyValuePair.Create(d.Code, 3))) } })]);

        page = await coach.OpenAsync($"/functies/{job.Id}/kandidaten");

        Assert.DoesNotContain("K-00000", page.DocumentElement.TextContent, StringComparison.Ordinal);
        Assert.Contains(best, page.DocumentElement.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_reads_the_people_that_it_shows_and_nobody_else()
    {
        var job = await _site.JobAsync();
        var coach = await _site.AsAsync("jobcoach");
        await coach.OpenAsync($"/functies/{job.Id}/kandidaten");
        _site.Site.ForgetSql();

        await coach.OpenAsync($"/functies/{job.Id}/kandidaten");

        Assert.InRange(_site.Site.Sql.Count, 1, 12);
        var read = Assert.Single(_site.Site.Sql, s => s.Contains("\"CapacityLevels\"", StringComparison.Ordinal));
        Assert.Contains("-- Workbench.People", read, StringComparison.Ordinal);
    }

    private static int CountOf(IHtmlDocument page, IHtmlInputElement input) =>
        int.Parse(page.QuerySelector($"label[for='{input.Id}'] .pw-count")!.TextContent.Trim(' ', '(', ')'), System.Globalization.CultureInfo.InvariantCulture);

    private async Task<List<Person>> FindableAsync() =>
        [.. (await _site.PeopleAsync()).Where(p => p.IsComparable() && p.ConsentOn(ConsentPurpose.Found, TestSite.SeedDay) is not null)];

    private async Task ChangeTasksAsync(Action<List<WorkTask>> change)
    {
        var job = await _site.JobAsync();
        await _site.Site.WithAsync(async db =>
        {
            change(await db.WorkTasks.Where(t => t.JobId == job.Id).OrderBy(t => t.Id).ToListAsync());
            await db.SaveChangesAsync();
        });
    }
}
