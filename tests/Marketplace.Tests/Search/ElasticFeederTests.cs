using System.Net;
using Marketplace.Data;
using Marketplace.Data.Narrowing;
using Marketplace.Domain.People;
using Marketplace.Domain.Shared;
using Marketplace.Domain.Work;
using Marketplace.Jobs.Narrowing;
using Marketplace.Matching;
using Marketplace.Matching.Elasticsearch;
using Marketplace.Matching.Narrowing;
using Marketplace.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace Marketplace.Tests.Search;

/// <summary>The program with Elasticsearch: the workbench asks it, changes reach it, and none is lost.</summary>
[Collection(SearchNode.Name)]
public sealed class ElasticFeederTests(SearchNode node, ITestOutputHelper output)
{
    [Fact]
    public async Task The_workbench_says_the_same_on_both()
    {
        var settings = node.Settings();
        using var site = SearchNode.Site(settings);
        Assert.True(await site.Services.GetRequiredService<ElasticFeeder>().FeedAsync(CancellationToken.None));
        using var plain = new TestSite();
        foreach (var job in await site.WithAsync(db => db.Jobs.Where(j => j.State == JobState.Open).OrderBy(j => j.Title).Select(j => new { j.Id, j.Title }).Take(6).ToListAsync()))
        {
            var here = await WorkbenchAsync(site, job.Id);
            Assert.Equal(await WorkbenchAsync(plain, job.Id), here);
            Assert.Equal(IndexSource.Elasticsearch, (await AskAsync(site, job.Id)).Source);
        }
    }

    [Fact]
    public async Task Who_said_stop_is_gone_at_once_and_a_change_comes_within_seconds()
    {
        using var site = SearchNode.Site(node.Settings());
        var feeder = site.Services.GetRequiredService<ElasticFeeder>();
        await feeder.FeedAsync(CancellationToken.None);
        var job = await site.WithAsync(db => db.Jobs.Where(j => j.Title == "Medewerker retouren").Select(j => j.Id).SingleAsync());
        var before = await AskAsync(site, job);
        var (gone, moved) = (before.Listed[0].Code, before.Listed[1].Code);

        await site.WithAsync(async db =>
        {
            var person = await db.People.Include(p => p.Consents).SingleAsync(p => p.Code == gone);
            StopConsent.Everything(person, [], [], site.Now);
            (await db.People.SingleAsync(p => p.Code == moved)).SetTimes(50, 50, 50, ["mon-1"]);
            return await db.SaveChangesAsync();
        });
        var atOnce = await AskAsync(site, job);
        Assert.Equal(IndexSource.Elasticsearch, atOnce.Source);
        Assert.DoesNotContain(atOnce.Listed, h => h.Code == gone);
        Assert.Equal(before.Bands.Total - 1, atOnce.Bands.Total);

        var start = TimeProvider.System.GetTimestamp();
        await feeder.FeedAsync(CancellationToken.None);
        while ((await AskAsync(site, job)).Listed.Any(h => h.Code == moved))
        {
            Assert.True(TimeProvider.System.GetElapsedTime(start) < SearchNode.Patience, "The change did not reach the index.");
            await Task.Delay(50);
        }

        output.WriteLine($"A change was found {TimeProvider.System.GetElapsedTime(start).TotalMilliseconds:F0} ms after it was fed.");
    }

    [Fact]
    public async Task While_the_server_is_busy_changes_wait_and_none_is_lost()
    {
        var settings = node.Settings();
        using var site = SearchNode.Site(settings);
        var isBusy = false;
        using var feeder = Feeder(site, settings, sent => isBusy && sent.Path.EndsWith("_bulk", StringComparison.Ordinal) ? sent.Answer("{}", HttpStatusCode.TooManyRequests) : null);
        Assert.True(await feeder.FeedAsync(CancellationToken.None));
        var fed = await site.WithAsync(db => db.FedUntilAsync(ElasticFeeder.Name, CancellationToken.None));

        isBusy = true;
        var code = await ChangeAsync(site, 48);
        Assert.False(await feeder.FeedAsync(CancellationToken.None));
        Assert.Equal(fed, await site.WithAsync(db => db.FedUntilAsync(ElasticFeeder.Name, CancellationToken.None)));

        isBusy = false;
        Assert.True(await feeder.FeedAsync(CancellationToken.None));
        Assert.True(await site.WithAsync(db => db.FedUntilAsync(ElasticFeeder.Name, CancellationToken.None)) > fed);
        await SearchNode.SendAsync(settings, HttpMethod.Post, $"/{settings.Prefix}-*/_refresh");
        var found = await SearchNode.SendAsync(settings, HttpMethod.Post, $"/{settings.Prefix}-people/_count", $$$$"""{"query":{"bool":{"filter":[{"ids":{"values":["{{{{code}}}}"]}},{"term":{"hmin":192}}]}}}""");
        Assert.Contains("\"count\":1,", found, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_node_feeds_and_another_takes_over_where_it_stopped()
    {
        var settings = node.Settings();
        using var site = SearchNode.Site(settings);
        int first = 0, second = 0;
        using var one = Feeder(site, settings, sent => Counted(sent, ref first));
        using var other = Feeder(site, settings, sent => Counted(sent, ref second));
        await one.FeedAsync(CancellationToken.None);
        await ChangeAsync(site, 47);

        Assert.True(await other.FeedAsync(CancellationToken.None));
        Assert.Equal(0, second);

        var fed = await site.WithAsync(db => db.FedUntilAsync(ElasticFeeder.Name, CancellationToken.None));
        site.Clock.Advance(TimeSpan.FromMinutes(3));
        Assert.True(await other.FeedAsync(CancellationToken.None));
        Assert.True(second > 0);
        Assert.True(await site.WithAsync(db => db.FedUntilAsync(ElasticFeeder.Name, CancellationToken.None)) > fed);
    }

    private static ElasticFeeder Feeder(TestSite site, SearchSettings settings, Func<Sent, HttpResponseMessage?> answer)
    {
        var client = SearchNode.Client(settings, inner => new Script(inner, (sent, _) => Task.FromResult(answer(sent))));
        var elastic = new ElasticIndex(client, settings, MatchEngine.Standard, site.Services.GetRequiredService<InProcessIndex>(), site.Clock);
        var texts = new ElasticTextIndex(client, settings, site.Clock);
        return new ElasticFeeder(elastic, texts, site.Services.GetRequiredService<IServiceScopeFactory>(), site.Clock, NullLogger<ElasticFeeder>.Instance);
    }

    private static HttpResponseMessage? Counted(Sent sent, ref int writes)
    {
        if (sent.Path.EndsWith("_bulk", StringComparison.Ordinal))
            writes++;
        return null;
    }

    /// <summary>Somebody wants so many hours from now on.</summary>
    private static Task<string> ChangeAsync(TestSite site, decimal hours) => site.WithAsync(async db =>
    {
        var person = await db.People.OrderBy(p => p.Code).FirstAsync(p => p.Consents.Any(c => c.Purpose == ConsentPurpose.Found && c.State == ConsentState.Given));
        person.SetTimes(hours, hours, hours, ["mon-1"]);
        await db.SaveChangesAsync();
        return person.Code;
    });

    private static async Task<CandidateHits> AskAsync(TestSite site, Guid jobId)
    {
        using var scope = site.Services.CreateScope();
        var job = await scope.ServiceProvider.GetRequiredService<MarketplaceDbContext>().Jobs.Include(j => j.Tasks).AsNoTracking().SingleAsync(j => j.Id == jobId);
        var question = new CandidateQuestion(MatchEngine.Standard.Compile(job.ToMatchJob())) { Viewer = new Viewer(site.Clock.Today(), job.RegionCode, null) };
        return await scope.ServiceProvider.GetRequiredService<IMatchIndex>().SearchAsync(question, CancellationToken.None);
    }

    private static async Task<string> WorkbenchAsync(TestSite site, Guid job)
    {
        using var coach = await site.SignedInAsync("jobcoach");
        var page = await coach.OpenAsync($"/functies/{job}/kandidaten?past=nu-niet");
        return page.QuerySelector("main")!.TextContent;
    }
}
