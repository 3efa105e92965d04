using System.Text.Json;
using System.Text.Json.Nodes;
using Marketplace.Domain.Vocabulary;
using Marketplace.Matching;
using Marketplace.Matching.Elasticsearch;
using Marketplace.Matching.Geo;
using Marketplace.Matching.Narrowing;
using Marketplace.Testing;
using Xunit;

namespace Marketplace.Tests.Search;

/// <summary>Questions, documents and definitions as they are sent, compared with stored files.</summary>
public sealed class SearchQuestionTests
{
    private static readonly MatchEngine Engine = MatchEngine.Standard;
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly MatchJob Job = new()
    {
        Code = "F-1",
        Pc4 = "3311",
        Sector = "care",
        Form = Forms.Regular,
        Hours = new JobHours(20, 28.5m),
        FixedDayparts = ["mon-1", "tue-1"],
        FlexibleDayparts = ["wed-1", "thu-1", "fri-1", "fri-2"],
        Certificates = ["haccp"],
        Circumstances = ["heights"],
        Offers = ["quiet-place"],
        Tasks =
        [
            new MatchTask { Code = "T1", MinutesPerWeek = 900, Essential = true, Certificates = ["vca-basis"], Demands = Levels(("A2", 2), ("B1", 2), ("B3", 3), ("B5", 1), ("C7", 3), ("F2", 2)) },
            new MatchTask { Code = "T2", MinutesPerWeek = 600, Essential = true, Circumstances = ["night"], Demands = Levels(("B1", 3), ("D1", 1)) },
            new MatchTask { Code = "T3", MinutesPerWeek = 300, Essential = false, Demands = Levels(("B12", 3)) },
        ],
    };

    private static readonly Candidate Person = new()
    {
        Code = "K-000001",
        Pc4 = "3316",
        Hours = new CandidateHours(12.25m, 20, 24),
        Dayparts = ["mon-1", "tue-1", "wed-1", "fri-1"],
        Modes = ["walk", "transit"],
        MaxMinutes = 30,
        Capacities = Levels(("A2", 1), ("B1", 2), ("B3", 0), ("B5", 3), ("C7", 1), ("D1", 2)),
        Certificates = ["haccp"],
        Exclusions = ["night"],
        Support = ["digital-help", "lifting-aid"],
        Forms = [Forms.Regular, Forms.Trial],
    };

    [Fact]
    public void A_question_from_a_job_for_everybody() => Compare("people-fitting", People(new CandidateQuestion(Engine.Compile(Job))).Fitting());

    [Fact]
    public void A_question_from_a_job_as_a_coach_asks_it() => Compare("people-fitting-seen", People(Seen()).Fitting());

    [Fact]
    public void The_question_how_many_are_near() => Compare("people-near-count", People(Seen()).NearCount());

    [Fact]
    public void The_question_who_is_near() => Compare("people-near", People(Seen()).Near());

    [Fact]
    public void With_every_crossing_closed_who_has_no_way_is_near()
    {
        var engine = new MatchEngine(new Travel(Geography.Netherlands, Geography.Netherlands.Crossings.Select(c => c.Name)));
        var question = new CandidateQuestion(engine.Compile(Job));

        Compare("people-near-no-way", new PeopleQuestion(question, TravelRings.Around(engine.Travel, question.Job)).Near());
    }

    [Fact]
    public void A_question_from_a_person() => Compare("jobs-fitting", Jobs(new JobQuestion(Person)).Fitting());

    [Fact]
    public void A_question_from_a_person_in_some_regions() =>
        Compare("jobs-fitting-in-regions", Jobs(new JobQuestion(Person) { Regions = new HashSet<string> { "AM28", "AM05" } }).Fitting());

    [Fact]
    public void The_document_of_a_person_who_gave_consent() =>
        Compare("person", new PeopleIndex(Engine).Write(new CandidateChange(Person.Code, 7, new IndexedCandidate(
            Person, "AM28", new Guid("00000000-0000-0000-0000-000000000007"), FoundConsent.Given(new DateOnly(2026, 1, 2), new DateOnly(2027, 1, 2))))));

    [Fact]
    public void The_document_of_a_person_whom_nobody_asked_names_the_organisation() =>
        Compare("person-not-asked", new PeopleIndex(Engine).Write(new CandidateChange(
            Person.Code, 8, new IndexedCandidate(Person, "AM28", new Guid("00000000-0000-0000-0000-000000000007"), FoundConsent.NotAsked))));

    [Fact]
    public void The_document_of_a_job() => Compare("job", new JobsIndex(Engine).Write(new JobChange("F-1", 3, new IndexedJob(Job with { PickUpPc4 = "3011" }, "AM28"))));

    [Fact]
    public void The_index_of_people() => Compare("people-index", new PeopleIndex(Engine).Definition.Create("it-people-1", "it-people-1-loading"));

    [Fact]
    public void The_index_of_jobs() => Compare("jobs-index", new JobsIndex(Engine).Definition.Create("it-jobs-1", "it-jobs-1-loading"));

    [Fact]
    public void A_job_that_asks_everything_stays_within_the_conditions_that_a_server_takes()
    {
        var job = Job with
        {
            Tasks = [.. Enumerable.Range(0, MatchJob.MostTasks).Select(task => new MatchTask
            {
                Code = $"T{task:00}",
                MinutesPerWeek = 60,
                Essential = true,
                Demands = Levels([.. Dimensions.All.Where((_, i) => i != task % 32).Select(d => (d.Code, 2 + (task / 32)))]),
            })],
            Offers = [],
        };

        var json = Json(People(new CandidateQuestion(Engine.Compile(job))).Fitting());

        Assert.InRange(Leaves(json), 100, 1_000);
    }

    private static int Leaves(JsonNode? node) => node switch
    {
        JsonArray array => array.Sum(Leaves),
        JsonObject json => json.Sum(m => m.Key is "term" or "terms" or "range" or "ids" ? 1 : m.Key == "terms_set" ? 21 : Leaves(m.Value)),
        _ => 0,
    };

    private static CandidateQuestion Seen() => new(Engine.Compile(Job))
    {
        Viewer = new Viewer(new DateOnly(2026, 11, 2), "AM28", new Guid("00000000-0000-0000-0000-000000000007")),
        Without = new HashSet<string> { "K-000009", "K-000003" },
    };

    private static PeopleQuestion People(CandidateQuestion question) => new(question, TravelRings.Around(Engine.Travel, question.Job));

    private static JobsQuestion Jobs(JobQuestion question) => new(question, Engine.Compile(question.Candidate), Engine.Travel);

    private static Levels Levels(params (string Code, int Level)[] levels) => new(levels.Select(l => KeyValuePair.Create(l.Code, l.Level)));

    private static void Compare<T>(string file, T request) =>
        StoredFile.Compare($"tests/Marketplace.Tests/Search/Expected/{file}.json", Shortened(Json(request))!.ToJsonString(Indented) + "\n");

    private static JsonNode Json<T>(T request)
    {
        var client = SearchNode.Client(new SearchSettings { Url = new Uri("http://search.invalid") });
        using var stream = new MemoryStream();
        if (typeof(T).Namespace!.StartsWith("Elastic", StringComparison.Ordinal))
            client.ElasticsearchClientSettings.RequestResponseSerializer.Serialize(request, stream);
        else
            client.SourceSerializer.Serialize(request, stream);
        return JsonNode.Parse(stream.ToArray())!;
    }

    /// <summary>Long lists of postcodes with their ends only: a file is for reading.</summary>
    private static JsonNode? Shortened(JsonNode? node)
    {
        if (node is JsonArray { Count: > 24 } array)
            return new JsonArray(array[0]!.DeepClone(), array[1]!.DeepClone(), JsonValue.Create($"and {array.Count - 3} more"), array[^1]!.DeepClone());
        if (node is JsonArray list)
            return new JsonArray([.. list.Select(Shortened)]);
        if (node is JsonObject json)
            return new JsonObject(json.Select(m => KeyValuePair.Create(m.Key, m.Key switch
            {
                // What depends on every list of the program is tested elsewhere.
                "p" when m.Value is JsonValue => JsonValue.Create($"{m.Value!.GetValue<string>().Length} letters"),
                "schema" => JsonValue.Create($"{m.Value!.GetValue<string>().Split('-')[0]}-mark"),
                _ => Shortened(m.Value),
            })));
        return node?.DeepClone();
    }
}
