using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Marketplace.Domain.Work;
using Marketplace.Jobs.Narrowing;
using Marketplace.Matching;
using Marketplace.Matching.Elasticsearch;
using Marketplace.Matching.Narrowing;
using Marketplace.Matching.Text;
using Marketplace.Testing;
using Marketplace.Testing.Matching;
using Marketplace.Tests.Data.Seeding;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Marketplace.Tests.Search;

/// <summary>The list of jobs with Elasticsearch: the same pages, fed by the same changes, and never an error.</summary>
[Collection(SearchNode.Name)]
public sealed class ElasticTextTests(SearchNode node)
{
    internal const string Note = "Zoeken gaat nu op een andere manier";

    [Fact]
    public async Task The_list_of_jobs_says_the_same_on_both()
    {
        using var site = SearchNode.Site(node.Settings());
        Assert.True(await site.Services.GetRequiredService<ElasticFeeder>().FeedAsync(CancellationToken.None));
        using var plain = new TestSite();
        foreach (var account in (string[])["jobcoach", "adviseur"])
        {
            using var here = await site.SignedInAsync(account);
            using var there = await plain.SignedInAsync(account);
            foreach (var query in (string[])
                ["", "?zoek=inpakken", "?zoek=inpaken+dozzen", "?zoek=Slidrecht", "?zoek=oppotten+amsterdam", "?zoek=luchtballon", "?zoek=schoonmaken&dagdeel=mon-1",
                 "?branche=industry&plaats=Dordrecht", "?hulp=jobcoach&uren=8-16", "?zoek=dossiers&plaats=Dordrecht", "?pagina=2"])
            {
                var expected = await MainAsync(there, query);
                Assert.Equal((query, expected), (query, await MainAsync(here, query)));
                Assert.DoesNotContain(Note, expected, StringComparison.Ordinal);
            }
        }

        Assert.Equal(IndexSource.Elasticsearch, (await FindAsync(site, "inpakken")).Source);
        Assert.Equal(IndexSource.Elasticsearch, (await InScope(site, index => index.SearchAsync(new TaskSearchQuestion { Words = "dozen vouwen" }, CancellationToken.None))).Source);
    }

    [Fact]
    public async Task A_job_is_found_by_its_new_name_soon_after_it_was_fed()
    {
        var settings = node.Settings();
        using var site = SearchNode.Site(settings);
        var feeder = site.Services.GetRequiredService<ElasticFeeder>();
        await feeder.FeedAsync(CancellationToken.None);
        Assert.Equal(0, (await FindAsync(site, "zeppelin")).Total);

        var job = await site.WithAsync(async db =>
        {
            var first = await db.Jobs.Where(j => j.State == JobState.Open).OrderBy(j => j.Id).FirstAsync();
            first.Title = "Zeppelin poetsen";
            await db.SaveChangesAsync();
            return first.Id;
        });
        Assert.True(await feeder.FeedAsync(CancellationToken.None));
        await SearchNode.SendAsync(settings, HttpMethod.Post, $"/{settings.Prefix}-*/_refresh");
        var found = await FindAsync(site, "zeppelin");
        Assert.Equal((IndexSource.Elasticsearch, 1), (found.Source, found.Total));
        Assert.Equal(job, Guid.Parse(Assert.Single(found.Keys)));
    }

    [Fact]
    public async Task Without_the_server_pages_answer_with_a_note_and_no_error()
    {
        using var site = SearchNode.Site(new SearchSettings { Url = new Uri("http://127.0.0.1:1") });
        using var plain = new TestSite();
        var job = await site.WithAsync(db => db.Jobs.Where(j => j.Title == "Medewerker retouren").Select(j => j.Id).SingleAsync());
        using var here = await site.SignedInAsync("jobcoach");
        using var there = await plain.SignedInAsync("jobcoach");
        foreach (var path in (string[])["/functies", "/functies?zoek=inpakken", "/functies?zoek=luchtballon", $"/functies/{job}/kandidaten"])
        {
            var notes = (await here.OpenAsync(path)).QuerySelectorAll("main .pw-note").Select(n => n.TextContent).ToList();
            Assert.Equal(HttpStatusCode.OK, here.Status);
            Assert.Single(notes, n => n.Contains(Note, StringComparison.Ordinal));
            Assert.DoesNotContain(Note, (await there.OpenAsync(path)).Body!.TextContent, StringComparison.Ordinal);
        }
    }

    /// <summary>The leak test of the texts: employers and their tasks are in it, people are not.</summary>
    [Fact]
    public async Task No_name_and_no_code_of_a_person_is_in_a_text()
    {
        var settings = node.Settings();
        using var site = SearchNode.Site(settings);
        await site.Services.GetRequiredService<ElasticFeeder>().FeedAsync(CancellationToken.None);

        var texts = await AllAsync(settings, "jobtexts");
        Assert.NotEmpty(texts);
        var codes = await site.WithAsync(db => db.People.Select(p => p.Code).ToListAsync());
        string[] known =
        [
            .. codes, .. DemoContent.Region.People.SelectMany(p => new[] { $"{p.FirstName} {p.LastName}", p.Phone }),
            .. DemoContent.Region.Organisations.SelectMany(o => new[] { o.ContactName, o.Phone }),
        ];
        foreach (var text in texts)
            Assert.DoesNotContain(known, name => Regex.IsMatch(text, $@"\b{Regex.Escape(name)}\b"));

        // Only these fields; another one is refused by the server.
        foreach (var (name, fields) in (IEnumerable<(string, string)>)
            [("jobtexts", "about all daypart form hours key offer place plain published region sector state title who work"), ("tasktexts", "about all key plain published sector title who work")])
        {
            using var json = JsonDocument.Parse(await SearchNode.SendAsync(settings, HttpMethod.Get, $"{settings.Prefix}-{name}/_mapping"));
            var mappings = json.RootElement.EnumerateObject().Single().Value.GetProperty("mappings");
            Assert.Equal("strict", mappings.GetProperty("dynamic").GetString());
            Assert.Equal(fields, string.Join(' ', mappings.GetProperty("properties").EnumerateObject().Select(p => p.Name).Order(StringComparer.Ordinal)));
        }
    }

    private static async Task<List<string>> AllAsync(SearchSettings settings, string name)
    {
        using var json = JsonDocument.Parse(await SearchNode.SendAsync(settings, HttpMethod.Post, $"{settings.Prefix}-{name}/_search", """{"size":10000}"""));
        return [.. json.RootElement.GetProperty("hits").GetProperty("hits").EnumerateArray().Select(h => h.GetProperty("_source").GetRawText())];
    }

    /// <summary>The text of the page. With words the jobs are sorted: among nearly equal ones the order may differ (<see cref="ITextIndex"/>).</summary>
    private static async Task<string> MainAsync(WebVisitor visitor, string query)
    {
        var main = (await visitor.OpenAsync($"/functies{query}")).QuerySelector("main")!;
        var cards = main.QuerySelectorAll("article").ToList();
        var texts = cards.Select(c => c.TextContent).ToList();
        cards.ForEach(c => c.Remove());
        if (query.Contains("zoek=", StringComparison.Ordinal))
            texts.Sort(StringComparer.Ordinal);
        return string.Join('\n', texts.Prepend(main.TextContent));
    }

    private static async Task<JobSearchHits> FindAsync(TestSite site, string words)
    {
        var regions = await site.WithAsync(db => db.Jobs.Select(j => j.RegionCode).Distinct().ToListAsync());
        return await InScope(site, index => index.SearchAsync(new JobSearchQuestion { Words = words, Regions = regions }, CancellationToken.None));
    }

    private static async Task<T> InScope<T>(TestSite site, Func<ITextIndex, ValueTask<T>> ask)
    {
        using var scope = site.Services.CreateScope();
        return await ask(scope.ServiceProvider.GetRequiredService<ITextIndex>());
    }
}

/// <summary>Whatever the server does, words are looked up; narrowing and words leave the server alone together.</summary>
public sealed class FallbackTextIndexTests
{
    private static readonly JobSearchQuestion Question = new() { Words = "inpakken", Regions = ["drechtsteden"] };

    [Theory]
    [InlineData("refused", SearchFault.Unreachable)]
    [InlineData("never", SearchFault.Slow)]
    [InlineData("503", SearchFault.Server)]
    [InlineData("404", SearchFault.Missing)]
    [InlineData("", SearchFault.Malformed)]
    [InlineData("{}", SearchFault.Malformed)]
    [InlineData("<html>", SearchFault.Malformed)]
    [InlineData("""{"timed_out":true,"_shards":{"failed":0}}""", SearchFault.Malformed)]
    public async Task A_fault_is_answered_by_the_index_in_the_process_and_ends_questions_of_both_kinds_for_a_while(string fault, SearchFault reason)
    {
        using var services = new ServiceCollection().AddMetrics().BuildServiceProvider();
        var settings = new SearchSettings { Url = new Uri("http://search.invalid"), QuestionBudget = fault == "never" ? TimeSpan.FromMilliseconds(200) : SearchNode.Patience };
        var sent = 0;
        var client = SearchNode.Client(settings, inner => new Script(inner, async (request, cancellationToken) =>
        {
            Interlocked.Increment(ref sent);
            if (fault == "never")
                await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
            return fault switch
            {
                "refused" => throw new HttpRequestException("refused"),
                "503" or "404" => request.Answer("{}", (HttpStatusCode)int.Parse(fault, System.Globalization.CultureInfo.InvariantCulture)),
                _ => request.Answer(fault),
            };
        }));
        var log = new Lines();
        var gate = new ElasticGate([], settings, TimeProvider.System, services.GetRequiredService<IMeterFactory>(), log);
        using var inProcess = new InProcessTextIndex();
        inProcess.Rebuild(DemoSearch.Jobs.Select(j => new JobDocumentChange(j.Key, 1, j)));
        var index = new FallbackTextIndex(new ElasticTextIndex(client, settings, TimeProvider.System), inProcess, gate);
        var people = new InProcessIndex(MatchEngine.Standard);
        var narrowing = new FallbackIndex(new ElasticIndex(client, settings, MatchEngine.Standard, people, TimeProvider.System), people, gate);

        var hits = await index.SearchAsync(Question, CancellationToken.None);
        Assert.Equal(IndexSource.InProcess, hits.Source);
        Assert.Equal((await inProcess.SearchAsync(Question, CancellationToken.None)).Keys, hits.Keys);
        Assert.Equal(IndexSource.InProcess, (await index.SearchAsync(new TaskSearchQuestion { Words = "dozen" }, CancellationToken.None)).Source);
        var job = new Population(22).Jobs(1).Single().Job!.Job;
        Assert.Equal(IndexSource.InProcess, (await narrowing.SearchAsync(new CandidateQuestion(MatchEngine.Standard.Compile(job)), CancellationToken.None)).Source);

        Assert.Equal(1, sent);
        Assert.Contains(reason.Word(), Assert.Single(log.All), StringComparison.Ordinal);
    }

    private sealed class Lines : ILogger<ElasticGate>
    {
        internal ConcurrentQueue<string> All { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            All.Enqueue(formatter(state, exception));
    }
}
