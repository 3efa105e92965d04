using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Marketplace.Domain.Vocabulary;
using Marketplace.Matching;
using Marketplace.Matching.Elasticsearch;
using Marketplace.Matching.Narrowing;
using Marketplace.Testing.Matching;
using Xunit;

namespace Marketplace.Tests.Search;

/// <summary>What is written stands, whatever comes twice, late, wrong or while the server is not well.</summary>
[Collection(SearchNode.Name)]
public sealed partial class ElasticWritingTests(SearchNode node)
{
    private static readonly MatchEngine Engine = MatchEngine.Standard;
    private static readonly List<CandidateChange> People = [.. new Population(31).People(20)];
    private static readonly List<JobChange> Jobs = [.. new Population(32).Jobs(20)];

    [Fact]
    public async Task The_latest_revision_wins_and_what_comes_twice_or_late_is_done()
    {
        var settings = node.Settings();
        var index = Index(settings);
        await RebuildAsync(index, People[..2]);
        var moved = People[0].Candidate! with { RegionCode = "AM99" };

        var first = await index.ApplyAsync([People[0] with { Revision = 5, Candidate = moved }, People[2]], CancellationToken.None);
        var late = await index.ApplyAsync(
            [People[0] with { Revision = 4 }, People[0] with { Revision = 5 }, new CandidateChange(People[1].Code, 2, null)], CancellationToken.None);
        var later = await index.ApplyAsync(
            [People[1] with { Revision = 1 }, new CandidateChange("K-999999", 3, null), new CandidateChange(People[1].Code, 2, null)], CancellationToken.None);

        Assert.Equal((2, 3, 3), (first.Done, late.Done, later.Done));
        Assert.All([first, late, later], o => Assert.Empty(o.Waiting.Concat(o.Refused.Select(r => r.Code))));
        Assert.Equal(new[] { People[0].Code, People[2].Code }.Order(StringComparer.Ordinal), await CodesAsync(settings, "people"));
        Assert.Equal([People[0].Code], await CodesAsync(settings, "people", """{"term":{"region":"AM99"}}"""));
    }

    [Fact]
    public async Task One_that_cannot_be_written_does_not_stop_the_others_and_is_told()
    {
        var settings = node.Settings();
        var index = Index(settings);
        await RebuildAsync(index, []);
        var poison = People[3] with { Candidate = People[3].Candidate! with { Candidate = People[3].Candidate!.Candidate with { Pc4 = "0000" } } };
        var tooLong = People[4] with { Candidate = People[4].Candidate! with { RegionCode = new string('x', 40_000) } };

        var outcome = await index.ApplyAsync([People[2], poison, tooLong, People[5]], CancellationToken.None);

        Assert.Equal(2, outcome.Done);
        Assert.Empty(outcome.Waiting);
        Assert.Equal([(poison.Code, 0), (tooLong.Code, 400)], outcome.Refused.Select(r => (r.Code, r.Status)));
        Assert.DoesNotContain(outcome.Refused, r => r.Error.Contains("xx", StringComparison.Ordinal));
        Assert.Equal(2, (await CodesAsync(settings, "people")).Count);
    }

    [Fact]
    public async Task Without_an_index_nothing_is_made_and_everything_waits_for_a_rebuild()
    {
        var settings = node.Settings();

        var outcome = await Index(settings).ApplyAsync(People, CancellationToken.None);

        Assert.True(outcome.NeedsRebuild);
        Assert.Equal(People.Select(p => p.Code), outcome.Waiting);
        Assert.Empty(await IndicesAsync(settings));
    }

    [Fact]
    public async Task An_index_of_another_version_is_not_written_to_and_is_replaced()
    {
        var settings = node.Settings();
        await SearchNode.SendAsync(settings, HttpMethod.Put, $"{settings.Prefix}-people-1", $$$$"""{"aliases":{"{{{{settings.Prefix}}}}-people":{}},"mappings":{"_meta":{"schema":"0-abcdef"}}}""");
        var index = Index(settings);

        Assert.True((await index.ApplyAsync(People, CancellationToken.None)).NeedsRebuild);
        await RebuildAsync(index, People);

        Assert.False((await index.ApplyAsync(People, CancellationToken.None)).NeedsRebuild);
        Assert.Equal(People.Count, (await CodesAsync(settings, "people")).Count);
    }

    [Fact]
    public async Task A_read_only_index_is_asked_and_its_changes_wait()
    {
        var settings = node.Settings();
        var index = Index(settings);
        await RebuildAsync(index, People[..5]);
        await index.RebuildAsync(Jobs.ToAsyncEnumerable(), CancellationToken.None);
        await SearchNode.SendAsync(settings, HttpMethod.Put, $"{settings.Prefix}-people/_settings", """{"index.blocks.write":true}""");

        var shut = await index.ApplyAsync(People, CancellationToken.None);
        await index.CheckAsync(CancellationToken.None);
        await SearchNode.SendAsync(settings, HttpMethod.Put, $"{settings.Prefix}-people/_settings", """{"index.blocks.write":null}""");
        var open = await index.ApplyAsync(People, CancellationToken.None);

        Assert.Equal((0, People.Count, SearchFault.Refused), (shut.Done, shut.Waiting.Count, shut.Fault));
        Assert.Equal((People.Count, 0), (open.Done, open.Waiting.Count));
    }

    [Theory]
    [InlineData(429, SearchFault.Busy)]
    [InlineData(503, SearchFault.Server)]
    [InlineData(0, SearchFault.Unreachable)]
    public async Task When_the_server_takes_nothing_everything_waits(int status, SearchFault fault)
    {
        var settings = node.Settings();
        await RebuildAsync(Index(settings), []);
        var index = Index(settings, inner => new Script(inner, (sent, _) => Task.FromResult(!sent.Path.EndsWith("_bulk", StringComparison.Ordinal) ? null
            : status == 0 ? throw new HttpRequestException("gone")
            : sent.Answer("""{"error":{"type":"busy","reason":"busy"}}""", (HttpStatusCode)status))));

        var outcome = await index.ApplyAsync(People, CancellationToken.None);

        Assert.Equal((0, People.Count, fault), (outcome.Done, outcome.Waiting.Count, outcome.Fault));
    }

    [Fact]
    public async Task A_server_that_was_not_elasticsearch_for_a_moment_is_written_to_again()
    {
        var settings = node.Settings();
        await RebuildAsync(Index(settings), []);
        settings.Compatibility = null;
        var isWrong = true;
        var index = Index(settings, inner => new Script(new OpenSearchCompatibilityHandler(inner), (sent, _) =>
            Task.FromResult(isWrong ? sent.Answer("<html>", product: null) : null)));

        var wrong = await index.ApplyAsync(People, CancellationToken.None);
        isWrong = false;
        var right = await index.ApplyAsync(People, CancellationToken.None);

        Assert.Equal((0, People.Count), (wrong.Done, wrong.Waiting.Count));
        Assert.Equal((People.Count, 0), (right.Done, right.Waiting.Count));
    }

    [Fact]
    public async Task A_rebuild_is_whole_from_the_moment_it_is_asked_and_nothing_fails_meanwhile()
    {
        var settings = node.Settings();
        var index = Index(settings);
        await RebuildAsync(index, People);
        using var done = new CancellationTokenSource();
        var asking = Task.Run(async () =>
        {
            var counts = new HashSet<int>();
            while (!done.IsCancellationRequested)
                counts.Add((await CodesAsync(settings, "people", refresh: false)).Count);
            return counts;
        });

        for (var i = 0; i < 3; i++)
            await RebuildAsync(index, People);
        await done.CancelAsync();

        Assert.Equal([People.Count], await asking);
    }

    [Fact]
    public async Task Two_rebuilds_at_once_leave_one_whole_index_behind_the_alias()
    {
        var settings = node.Settings();
        var (one, other) = (Index(settings), Index(settings));

        await Task.WhenAll(RebuildAsync(one, People), RebuildAsync(other, People), RebuildAsync(one, People[..10]));
        await one.ApplyAsync(People, CancellationToken.None);

        Assert.Equal(People.Count, (await CodesAsync(settings, "people")).Count);
        using var aliases = JsonDocument.Parse(await SearchNode.SendAsync(settings, HttpMethod.Get, $"_alias/{settings.Prefix}-people"));
        Assert.Single(aliases.RootElement.EnumerateObject());
    }

    [Fact]
    public async Task A_later_rebuild_deletes_what_no_alias_leads_to_and_leaves_alone_what_is_new()
    {
        var settings = node.Settings();
        var alias = $"{settings.Prefix}-people";
        await RebuildAsync(Index(settings), People);
        await SearchNode.SendAsync(settings, HttpMethod.Put, $"{alias}-20200101000000-0badcafe");
        await SearchNode.SendAsync(settings, HttpMethod.Put, $"{alias}-not-ours");
        var before = await IndicesAsync(settings);

        await RebuildAsync(Index(settings), People);

        var after = await IndicesAsync(settings);
        Assert.Equal([$"{alias}-20200101000000-0badcafe"], before.Except(after));
        Assert.Single(after.Except(before));
    }

    [Fact]
    public async Task A_rebuild_that_fails_leaves_the_old_index_as_it_was()
    {
        var settings = node.Settings();
        await RebuildAsync(Index(settings), People);
        var before = await IndicesAsync(settings);

        await Assert.ThrowsAsync<InvalidOperationException>(() => Index(settings).RebuildAsync(Broken(), CancellationToken.None));

        Assert.Equal(before, await IndicesAsync(settings));
        Assert.Equal(People.Count, (await CodesAsync(settings, "people")).Count);

        static async IAsyncEnumerable<CandidateChange> Broken()
        {
            yield return People[0];
            await Task.Yield();
            throw new InvalidOperationException("The database went away.");
        }
    }

    [Fact]
    public async Task Whoever_does_not_fit_in_a_row_is_found_all_the_same()
    {
        var settings = node.Settings();
        var wide = People.Select(p => p with
        {
            Candidate = p.Candidate! with { Candidate = p.Candidate.Candidate with { Certificates = [.. p.Candidate.Candidate.Certificates, "own-certificate"] } },
        }).ToList();
        await using var place = await SearchPlace.Of(settings, Engine, [.. wide[..10], .. People[10..]], Jobs);
        Assert.Equal(10, (await CodesAsync(settings, "people")).Count);

        foreach (var job in Jobs)
        {
            var question = new CandidateQuestion(Engine.Compile(job.Job!.Job));
            var (elastic, inProcess) = (await place.Index.SearchAsync(question, CancellationToken.None), place.InProcess.Candidates.Search(question));
            Assert.Equal(IndexSource.Elasticsearch, elastic.Source);
            Assert.Equal(inProcess.Listed, elastic.Listed);
            Assert.Equal((inProcess.Bands, inProcess.NotNow.Count), (elastic.Bands, elastic.NotNow.Count));
        }
    }

    /// <summary>The leak test: fields, and every byte that was sent, with the packed rows opened.</summary>
    [Fact]
    public async Task No_name_no_identity_and_no_free_text_is_in_an_index()
    {
        var settings = node.Settings();
        var bodies = new ConcurrentQueue<string>();
        var index = Index(settings, inner => new Script(inner, (sent, _) =>
        {
            if (sent.Path.EndsWith("_bulk", StringComparison.Ordinal))
                bodies.Enqueue(sent.Body);
            return Task.FromResult<HttpResponseMessage?>(null);
        }));
        await RebuildAsync(index, People);
        await index.RebuildAsync(Jobs.ToAsyncEnumerable(), CancellationToken.None);
        await index.ApplyAsync(People.Select(p => p with { Revision = 2 }), CancellationToken.None);

        // Only these fields, only codes of closed lists and numbers in them.
        Assert.Equal("certs excl far forms from gap hmax hmin ord own p parts pc4 pneed reach region until", await FieldsAsync(settings, "people"));
        Assert.Equal("asks certs circ code fixed form least most pairs parts pc4 pneed region", await FieldsAsync(settings, "jobs"));
        var known = Known();
        var rows = 0;
        foreach (var line in bodies.SelectMany(b => b.Split('\n', StringSplitOptions.RemoveEmptyEntries)))
        {
            using var json = JsonDocument.Parse(line);
            foreach (var field in json.RootElement.EnumerateObject().Where(f => f.Name is not ("index" or "delete")))
            {
                if (field.Name == "p")
                {
                    rows++;
                    Assert.True(new StoredRow(Engine.Travel.Geography).TryRead(field.Value.GetBytesFromBase64(), out var row));
                    var person = Assert.Single(People, p => p.Code == row.Code);
                    Assert.Equal(person.Candidate!.Candidate.LastProposed, row.LastProposed);

                    // Region, organisation and consent are no part of what goes out in a row but as numbers of days.
                    Assert.True(row.IsSeenBy(0, 0, PackedDay.Nearest(Population.Today)) == (person.Candidate.Found.HoldsOn(Population.Today) || !person.Candidate.Found.WasAsked));
                    continue;
                }

                foreach (var text in Texts(field.Value))
                    Assert.True(known.Contains(text) || Composed().IsMatch(text), $"{field.Name}: {text}");
            }
        }

        Assert.Equal(2 * People.Count, rows);
    }

    private static HashSet<string> Known() =>
    [
        .. CodeLists.Certificates.Codes, .. CodeLists.Circumstances.Codes, .. CodeLists.Forms.Codes, .. Dayparts.All,
        .. Engine.Travel.Geography.Postcodes.SelectMany(p => new[] { p.Code, p.LabourRegion }),
        .. People.Select(p => p.Code), .. Jobs.Select(j => j.Code), .. People.Select(p => PeopleIndex.OrganisationCode(p.Candidate!.OrganisationId)),
    ];

    private static IEnumerable<string> Texts(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => value.EnumerateArray().SelectMany(Texts),
        JsonValueKind.String => [value.GetString()!],
        JsonValueKind.Number => [],
        _ => throw new InvalidOperationException($"{value.ValueKind}"),
    };

    /// <summary>A dimension with a level: <c>B3&lt;2</c>, <c>B3+&lt;2</c>, <c>B3:2</c>, <c>A2!2</c>, <c>B3:2+C4:3</c>.</summary>
    [GeneratedRegex(@"^[A-F]\d{1,2}(\+?<[1-3]|[:!][1-3](\+[A-F]\d{1,2}:[1-3])?)$")]
    private static partial Regex Composed();

    private static async Task<string> FieldsAsync(SearchSettings settings, string name)
    {
        using var json = JsonDocument.Parse(await SearchNode.SendAsync(settings, HttpMethod.Get, $"{settings.Prefix}-{name}/_mapping"));
        var mappings = json.RootElement.EnumerateObject().Single().Value.GetProperty("mappings");
        Assert.Equal("strict", mappings.GetProperty("dynamic").GetString());
        Assert.False(mappings.GetProperty("_source").GetProperty("enabled").GetBoolean());
        Assert.Equal(["schema"], mappings.GetProperty("_meta").EnumerateObject().Select(m => m.Name));
        return string.Join(' ', mappings.GetProperty("properties").EnumerateObject().Select(p => p.Name).Order(StringComparer.Ordinal));
    }

    private static ElasticIndex Index(SearchSettings settings, Func<HttpMessageHandler, HttpMessageHandler>? below = null) =>
        new(SearchNode.Client(settings, below), settings, Engine, new InProcessIndex(Engine), TimeProvider.System);

    private static Task<RebuildOutcome> RebuildAsync(ElasticIndex index, IEnumerable<CandidateChange> people) =>
        index.RebuildAsync(people.ToAsyncEnumerable(), CancellationToken.None);

    private static async Task<List<string>> CodesAsync(SearchSettings settings, string name, string query = """{"match_all":{}}""", bool refresh = true)
    {
        if (refresh)
            await SearchNode.SendAsync(settings, HttpMethod.Post, $"{settings.Prefix}-{name}/_refresh");
        var found = await SearchNode.SendAsync(settings, HttpMethod.Post, $"{settings.Prefix}-{name}/_search", $$"""{"size":1000,"query":{{query}}}""");
        using var json = JsonDocument.Parse(found);
        return [.. json.RootElement.GetProperty("hits").GetProperty("hits").EnumerateArray().Select(h => h.GetProperty("_id").GetString()!).Order(StringComparer.Ordinal)];
    }

    private static async Task<List<string>> IndicesAsync(SearchSettings settings) =>
        [.. (await SearchNode.SendAsync(settings, HttpMethod.Get, $"_cat/indices/{settings.Prefix}-people*?h=index")).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Order(StringComparer.Ordinal)];
}
