using Marketplace.Domain.Vocabulary;
using Marketplace.Domain.Work;
using Marketplace.Matching.Text;
using Marketplace.Testing;
using Xunit;

namespace Marketplace.Tests.Search;

/// <summary>Facets, sight, slips, order and bad input: the same on the index in the process and on the search node.</summary>
public abstract class TextIndexTests
{
    private static readonly string[] Regions = ["west", "oost"];
    private static readonly string[] Places = ["Dordrecht", "Sliedrecht", "'s-Gravendeel", "Ridderkerk"];
    private static readonly string[] Titles = ["Medewerker magazijn", "Hulp in de keuken", "Medewerker kwekerij", "Hulp in de winkel"];

    /// <summary>An index with these documents.</summary>
    protected abstract Task<ITextIndex> IndexAsync(IReadOnlyList<JobDocument> jobs);

    [Theory]
    [InlineData("", 1)]
    [InlineData("", 2)]
    [InlineData("magazijn", 3)]
    [InlineData("medewerker", 4)]
    public async Task Facets_count_what_brute_force_counts(string words, int seed)
    {
        var random = new Random(seed);
        var jobs = Enumerable.Range(0, 300).Select(i => Generated(random, i)).ToList();
        var index = await IndexAsync(jobs);
        for (var round = 0; round < 12; round++)
        {
            var question = Asked(random, words);
            var hits = await index.SearchAsync(question, CancellationToken.None);
            var seen = jobs.Where(j => question.Regions.Contains(j.RegionCode) && question.States.Contains(j.State)
                && j.Title.Contains(words, StringComparison.OrdinalIgnoreCase)).ToList();
            var expected = seen.Where(j => Passes(j, question, null)).ToList();

            Assert.Equal(expected.Count, hits.Total);
            foreach (var facet in Enum.GetValues<JobFacet>())
            {
                var counts = seen.Where(j => Passes(j, question, facet)).SelectMany(j => j.Values(facet)).CountBy(v => v)
                    .Select(c => new FacetCount(c.Key, c.Value)).OrderByDescending(c => c.Count).ThenBy(c => c.Value, StringComparer.Ordinal);
                Assert.Equal(counts, hits.Counts[facet]);
            }

            if (words.Length == 0)
            {
                Assert.Equal(
                    expected.OrderByDescending(j => j.PublishedAt ?? DateTime.UnixEpoch).ThenBy(j => j.Key, StringComparer.Ordinal)
                        .Skip((question.Page - 1) * question.Size).Take(question.Size).Select(j => j.Key),
                    hits.Keys);
            }
            else
            {
                Assert.Subset(expected.Select(j => j.Key).ToHashSet(), hits.Keys.ToHashSet());
            }
        }
    }

    [Fact]
    public async Task Who_sees_no_region_or_state_finds_nothing()
    {
        var index = await IndexAsync(DemoSearch.Jobs);
        Assert.Equal(DemoSearch.Jobs.Count, (await index.SearchAsync(DemoSearch.Everything, CancellationToken.None)).Total);
        Assert.Equal(0, (await index.SearchAsync(DemoSearch.Everything with { Regions = [] }, CancellationToken.None)).Total);
        Assert.Equal(0, (await index.SearchAsync(DemoSearch.Everything with { States = [] }, CancellationToken.None)).Total);
        Assert.Equal(0, (await index.SearchAsync(DemoSearch.Everything with { Regions = ["elders"] }, CancellationToken.None)).Total);
    }

    [Theory]
    [InlineData("inpaken dozzen", "inpakken dozen")]
    [InlineData("rolstoelne", "rolstoelen")]
    [InlineData("Slidrecht", "sliedrecht")]
    [InlineData("medwerker retouren", "medewerker retouren")]
    [InlineData("inpakken dozen", null)]
    [InlineData("poetsen", null)]
    [InlineData("pallet vouwwen", "pallet vouwen")]
    [InlineData("kwantumfysica", null)]
    public async Task Did_you_mean(string words, string? meant)
    {
        var index = await IndexAsync(DemoSearch.Jobs);
        Assert.Equal(meant, (await index.SearchAsync(DemoSearch.Everything with { Words = words }, CancellationToken.None)).DidYouMean);
    }

    [Fact]
    public async Task What_was_meant_is_never_a_word_that_the_viewer_may_not_read()
    {
        var hidden = DemoSearch.Jobs[0] with { Key = "geheim", Title = "Zonnepanelenlegger", RegionCode = "elders" };
        var index = await IndexAsync([.. DemoSearch.Jobs, hidden]);
        Assert.Null((await index.SearchAsync(DemoSearch.Everything with { Words = "zonnepanelenleger" }, CancellationToken.None)).DidYouMean);
        Assert.Equal("zonnepanelenlegger", (await index.SearchAsync(DemoSearch.Everything with { Words = "zonnepanelenleger", Regions = ["elders"] }, CancellationToken.None)).DidYouMean);
    }

    [Fact]
    public async Task Fewer_words_will_do_only_when_nothing_holds_them_all()
    {
        var index = await IndexAsync(DemoSearch.Jobs);
        var all = await index.SearchAsync(DemoSearch.Everything with { Words = "naaien sliedrecht" }, CancellationToken.None);
        var fewer = await index.SearchAsync(DemoSearch.Everything with { Words = "naaien amsterdam" }, CancellationToken.None);
        var no = await index.SearchAsync(DemoSearch.Everything with { Words = "naaien amsterdam", FewerWords = false }, CancellationToken.None);
        var onlyWeak = await index.SearchAsync(DemoSearch.Everything with { Words = "medewerker kwantumfysica" }, CancellationToken.None);

        Assert.Equal((SearchWay.AllWords, 2), (all.Way, all.Total));
        Assert.Equal((SearchWay.FewerWords, 2), (fewer.Way, fewer.Total));
        Assert.Equal((0, 0), (no.Total, onlyWeak.Total));
    }

    [Fact]
    public async Task A_chosen_facet_never_changes_how_words_are_taken()
    {
        var index = await IndexAsync(DemoSearch.Jobs);
        var hits = await index.SearchAsync(
            DemoSearch.Everything with { Words = "dieren", Chosen = new Dictionary<JobFacet, IReadOnlyList<string>> { [JobFacet.Place] = ["Zwijndrecht"] } }, CancellationToken.None);

        Assert.Equal((SearchWay.AllWords, 0), (hits.Way, hits.Total));
        Assert.Contains(hits.Counts[JobFacet.Place], c => c.Value == "Sliedrecht");
    }

    public static TheoryData<string> BadInput =>
    [
        new string('a', 10_000),
        string.Concat(Enumerable.Repeat("schoonmaken ", 1000)),
        string.Join(' ', Enumerable.Range(0, 2000).Select(i => $"woord{i}")),
        "dozen AND NOT (pallets OR \"kar\"~2 title:foo^3 [a TO z] /re.*gex/ +x -y !z && || \\",
        "*", "?*", "in*pakken", "((((", "\"", "title:", "_exists_:key", "{\"match_all\":{}}", "<script>alert(1)</script>",
        "\0\u0001\ud800", "e\u0301\u0301\u0301", "😀 dozen", "   ", "de het een", "and or not", "' OR 1=1 --",
    ];

    [Theory]
    [MemberData(nameof(BadInput))]
    public async Task Whatever_is_typed_is_text(string words)
    {
        var index = await IndexAsync(DemoSearch.Jobs);
        var jobs = await index.SearchAsync(
            DemoSearch.Everything with
            {
                Words = words,
                Page = int.MaxValue,
                Size = int.MaxValue,
                Chosen = new Dictionary<JobFacet, IReadOnlyList<string>> { [JobFacet.Sector] = ["bestaat niet", words], [JobFacet.Place] = [.. Enumerable.Range(0, 5000).Select(i => $"{i}")] },
            },
            CancellationToken.None);
        var tasks = await index.SearchAsync(new TaskSearchQuestion { Words = words, FewerWords = true }, CancellationToken.None);

        Assert.Equal(0, jobs.Total);
        Assert.InRange(jobs.Words.Count, 0, AskedWords.MostWords);
        Assert.InRange(tasks.Keys.Count, 0, 20);
    }

    [Theory]
    [InlineData("“dozen” AND (vouwen)", "and dozen vouwen")]
    [InlineData("  Dozen,vouwen!! dozen ", "dozen vouwen")]
    [InlineData("ik zoek werk met auto's", "auto")]
    [InlineData("werk", "werk")]
    [InlineData("de het een", "")]
    public void The_words_of_a_text(string text, string words) => Assert.Equal(words.Split(' ', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal), AskedWords.Of(text).Words.Order(StringComparer.Ordinal));

    private static JobSearchQuestion Asked(Random random, string words)
    {
        var chosen = new Dictionary<JobFacet, IReadOnlyList<string>>();
        foreach (var facet in Enum.GetValues<JobFacet>().Where(_ => random.Next(3) == 0))
            chosen[facet] = [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => Value(random, facet)).Distinct()];
        return new JobSearchQuestion
        {
            Words = words,
            Regions = random.Next(2) == 0 ? ["west"] : Regions,
            States = random.Next(2) == 0 ? [JobState.Open] : Enum.GetValues<JobState>(),
            Chosen = chosen,
            Page = random.Next(1, 3),
            Size = 15,
        };
    }

    private static string Value(Random random, JobFacet facet) => facet switch
    {
        JobFacet.Sector => Pick(random, [.. CodeLists.Sectors.Codes]),
        JobFacet.Place => Pick(random, Places),
        JobFacet.Hours => Pick(random, [.. HoursBands.All]),
        JobFacet.Daypart => Pick(random, [.. Dayparts.All]),
        JobFacet.Form => Pick(random, [.. CodeLists.Forms.Codes]),
        JobFacet.Offer => Pick(random, [.. CodeLists.Measures.Codes]),
        _ => Enum.GetValues<JobState>()[random.Next(5)].ToString(),
    };

    private static bool Passes(JobDocument job, JobSearchQuestion question, JobFacet? but) =>
        question.Chosen.All(c => c.Key == but || c.Value.Intersect(job.Values(c.Key)).Any());

    private static JobDocument Generated(Random random, int number)
    {
        var min = random.Next(0, 33);
        return new JobDocument
        {
            Key = $"functie-{number}",
            Title = Pick(random, Titles),
            Sector = Pick(random, [.. CodeLists.Sectors.Codes]),
            Employer = "Bedrijf",
            Place = random.Next(10) == 0 ? "" : Pick(random, Places),
            HoursMin = random.Next(10) == 0 ? null : min,
            HoursMax = min + random.Next(0, 12),
            Dayparts = [.. Dayparts.All.Where(_ => random.Next(4) == 0)],
            Form = Pick(random, [.. CodeLists.Forms.Codes]),
            Offers = [.. CodeLists.Measures.Codes.Where(_ => random.Next(4) == 0)],
            State = Enum.GetValues<JobState>()[random.Next(5)],
            RegionCode = Pick(random, Regions),
            PublishedAt = random.Next(5) == 0 ? null : new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddDays(random.Next(100)),
        };
    }

    private static T Pick<T>(Random random, IReadOnlyList<T> values) => values[random.Next(values.Count)];
}

/// <summary>The index in the process, and how it takes changes.</summary>
public sealed class InProcessTextIndexTests : TextIndexTests, IDisposable
{
    private readonly List<InProcessTextIndex> _made = [];

    [Fact]
    public async Task The_latest_revision_wins_in_whatever_order_changes_come()
    {
        using var index = new InProcessTextIndex();
        var job = DemoSearch.Jobs[0];
        JobDocumentChange[] changes =
        [
            new("a", 1, job with { Key = "a", Title = "Eerste" }), new("a", 2, job with { Key = "a", Title = "Tweede" }), new("a", 3, null),
            new("b", 1, job with { Key = "b", Title = "Blijft" }), new("b", 2, job with { Key = "b", Title = "Zeilmaker" }),
        ];
        var random = new Random(7);
        for (var round = 0; round < 30; round++)
        {
            var order = changes.Concat(changes).ToArray();
            random.Shuffle(order);
            index.Rebuild([]);
            foreach (var part in order.Chunk(random.Next(1, 4)))
                index.Apply(part);
            Assert.Equal(1, index.Count);
            Assert.Equal(["b"], (await index.SearchAsync(DemoSearch.Everything with { Words = "zeilmaker" }, CancellationToken.None)).Keys);
        }
    }

    [Fact]
    public async Task Questions_go_on_while_the_index_is_rebuilt_and_changed()
    {
        using var index = DemoSearch.InProcess(DemoSearch.Jobs);
        using var done = new CancellationTokenSource();
        var questions = Enumerable.Range(0, 3).Select(_ => Task.Run(async () =>
        {
            var asked = 0;
            for (; !done.IsCancellationRequested; asked++)
                Assert.Equal(DemoSearch.Jobs.Count, (await index.SearchAsync(DemoSearch.Everything, CancellationToken.None)).Total);
            return asked;
        })).ToList();
        for (var round = 0; round < 40; round++)
        {
            index.Rebuild(DemoSearch.Jobs.Select(j => new JobDocumentChange(j.Key, 1, j)));
            foreach (var job in DemoSearch.Jobs)
                index.Apply([new JobDocumentChange(job.Key, round + 2, job)]);
        }

        await done.CancelAsync();
        Assert.All(await Task.WhenAll(questions), asked => Assert.True(asked > 0));
    }

    protected override Task<ITextIndex> IndexAsync(IReadOnlyList<JobDocument> jobs)
    {
        _made.Add(DemoSearch.InProcess(jobs));
        return Task.FromResult<ITextIndex>(_made[^1]);
    }

    public void Dispose() => _made.ForEach(i => i.Dispose());
}

/// <summary>The demo region on the search node, once for all tests that only ask.</summary>
public sealed class DemoOnNode(SearchServer server) : IAsyncLifetime
{
    private TextSearchNode? _node;

    public async Task<TextSearchNode> NodeAsync() => _node ??= await TextSearchNode.WithAsync(server, DemoSearch.Jobs);

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _node?.DisposeAsync() ?? ValueTask.CompletedTask;
}

/// <summary>The same on the search node.</summary>
public sealed class SearchNodeTests(SearchServer server, DemoOnNode demo) : TextIndexTests, IClassFixture<DemoOnNode>, IAsyncLifetime
{
    private readonly List<TextSearchNode> _made = [];

    protected override async Task<ITextIndex> IndexAsync(IReadOnlyList<JobDocument> jobs)
    {
        if (jobs == DemoSearch.Jobs)
            return await demo.NodeAsync();
        _made.Add(await TextSearchNode.WithAsync(server, jobs));
        return _made[^1];
    }

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        foreach (var node in _made)
            await node.DisposeAsync();
    }
}
