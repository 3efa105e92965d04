using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Marketplace.Domain.Work;
using Marketplace.Matching.Text;
using Xunit;

namespace Marketplace.Tests.Search;

/// <summary>What is sent to Elasticsearch, against stored files; and what comes back.</summary>
public sealed class TextDefinitionTests
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly JobSearchQuestion Question = new()
    {
        Words = "Inpakken + (heftruk*) dordrecht",
        Regions = ["drechtsteden"],
        States = [JobState.Open, JobState.Paused],
        Chosen = new Dictionary<JobFacet, IReadOnlyList<string>> { [JobFacet.Sector] = ["logistics", "industry"], [JobFacet.Hours] = ["8-16"] },
        Page = 2,
    };

    private static readonly TaskSearchQuestion Tasks = new() { Words = "dozzen", Sectors = ["logistics"], Size = 12 };

    [Theory]
    [InlineData("jobs-question-all-words", 0)]
    [InlineData("jobs-question-with-slips", 1)]
    [InlineData("jobs-question-fewer-words", 2)]
    public void The_question_for_jobs(string file, int step) => Same(file, JobsTextIndexDefinition.Question(Question, JobsTextIndexDefinition.Steps(Question)[step]));

    [Fact]
    public void A_question_without_words()
    {
        var question = new JobSearchQuestion { Regions = ["drechtsteden"] };
        Same("jobs-question-no-words", JobsTextIndexDefinition.Question(question, Assert.Single(JobsTextIndexDefinition.Steps(question))));
    }

    [Fact]
    public void The_question_for_tasks() => Same("tasks-question-with-slips", TasksTextIndexDefinition.Question(Tasks, AskedWords.Of(Tasks.Words).Steps()[1]));

    [Fact]
    public void The_documents()
    {
        Same("jobs-document", JobsTextIndexDefinition.Document(DemoSearch.Jobs[0]));
        Same("tasks-document", TasksTextIndexDefinition.Document(TaskDocument.Catalogue[0]));
    }

    [Fact]
    public void The_indexes()
    {
        Same("jobs-text-index", WithoutLists(JobsTextIndexDefinition.Index()));
        Same("tasks-index", WithoutLists(TasksTextIndexDefinition.Index()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("""{"timed_out":true,"_shards":{"failed":0}}""")]
    [InlineData("""{"timed_out":false,"_shards":{"failed":1}}""")]
    [InlineData("""{"timed_out":false,"_shards":{"failed":0},"hits":{"hits":[]}}""")]
    public void What_is_no_whole_answer_is_an_error_and_not_nothing_found(string json) =>
        Assert.Throws<FormatException>(() => JobsTextIndexDefinition.Answer(Question, Encoding.UTF8.GetBytes(json)));

    /// <summary>However much somebody types, a question stays under what OpenSearch takes (1,024 clauses) with room for spellings.</summary>
    [Fact]
    public void A_question_has_a_bounded_number_of_clauses()
    {
        foreach (var word in DemoSearch.Lines("labelled-searches.tsv").SelectMany(l => DutchWords.Split(l.Split('\t')[1])).Distinct().Chunk(AskedWords.MostWords))
        {
            foreach (var step in AskedWords.Of(string.Join(' ', word)).Steps())
                Assert.InRange(Clauses(step.Node), 1, 1000);
        }
    }

    private static int Clauses(TextNode? node) => node switch
    {
        WordNode word => word.Slips ? 4 + (2 * 30) : 4,
        AllNode all => all.Nodes.Sum(Clauses),
        AnyNode any => any.Nodes.Sum(Clauses),
        SomeNode some => some.Nodes.Concat(some.Also).Sum(Clauses),
        _ => 0,
    };

    /// <summary>The lists are those of <see cref="DutchWords"/>, and are checked to be so, but not stored twice.</summary>
    private static string WithoutLists(string json)
    {
        var node = JsonNode.Parse(json)!;
        var filters = node["settings"]!["analysis"]!["filter"]!;
        Assert.Equal(DutchWords.StopWords.Count, filters["dutch_stop"]!["stopwords"]!.AsArray().Count);
        Assert.Equal(DutchWords.CompoundParts.Count, filters["dutch_parts"]!["word_list"]!.AsArray().Count);
        Assert.Equal(DutchWords.StemOverrides.Count, filters["dutch_override"]!["rules"]!.AsArray().Count);
        (filters["dutch_stop"]!["stopwords"], filters["dutch_parts"]!["word_list"], filters["dutch_override"]!["rules"]) = (new JsonArray(), new JsonArray(), new JsonArray());
        return node.ToJsonString();
    }

    private static void Same(string name, string json)
    {
        var path = Path.Combine(AppContext.BaseDirectory, "Search", "Expected", name + ".json");
        var actual = JsonNode.Parse(json);
        if (File.Exists(path) && JsonNode.DeepEquals(JsonNode.Parse(File.ReadAllText(path)), actual))
            return;
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path + ".actual", actual!.ToJsonString(Indented) + "\n");
        Assert.Fail($"{name}.json is not what is sent now; that stands in {name}.json.actual beside it in the folder of the tests.");
    }
}
