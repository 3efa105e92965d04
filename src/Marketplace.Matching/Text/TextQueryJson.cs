using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Marketplace.Matching.Text;

/// <summary>From a question to the JSON of a search, and from its answer back. Nothing that a user typed is read as syntax.</summary>
internal static class TextQueryJson
{
    private const string Found = "found";
    private const string Values = "values";
    private const int MostValues = 1000;

    internal static string Question(TextQuestion question, SearchStep step)
    {
        var chosen = question.Facets.Where(f => f.Value.Count > 0).ToList();
        var aggregations = new JsonObject { [Found] = Filter(new JsonObject { ["match_all"] = new JsonObject() }) };
        foreach (var facet in question.Facets)
        {
            var others = Filter(All(chosen.Where(f => f.Key != facet.Key).Select(Terms)));
            others["aggs"] = new JsonObject { [Values] = new JsonObject { ["terms"] = new JsonObject { ["field"] = facet.Key, ["size"] = MostValues } } };
            aggregations[facet.Key] = others;
        }

        var query = All(question.Sight.Select(Terms));
        if (step.Node is { } node)
            query["bool"]!["must"] = new JsonArray { Node(node) };
        var search = new JsonObject
        {
            ["from"] = question.From,
            ["size"] = question.Size,
            ["track_total_hits"] = true,
            ["_source"] = step.Way == SearchWay.AllWords ? TextSettings.Array([TextFields.Key]) : TextSettings.Array([TextFields.Key, TextFields.Title, TextFields.Work, TextFields.About, TextFields.Who]),
            ["query"] = query,
            ["aggs"] = aggregations,
            ["sort"] = new JsonArray
            {
                new JsonObject { ["_score"] = "desc" }, new JsonObject { [TextFields.Published] = "desc" }, new JsonObject { [TextFields.Key] = "asc" },
            },
        };
        if (chosen.Count > 0)
            search["post_filter"] = All(chosen.Select(Terms));
        return TextSettings.Text(search);
    }

    /// <exception cref="FormatException">The answer is not a whole one: it timed out, a shard failed, or it is something else.</exception>
    internal static TextAnswer Answer(TextQuestion question, ReadOnlyMemory<byte> json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var root = document.RootElement;
            if (root.GetProperty("timed_out").GetBoolean() || root.GetProperty("_shards").GetProperty("failed").GetInt32() > 0)
                throw new FormatException("The search did not reach every document.");
            var hits = root.GetProperty("hits");
            var sources = hits.GetProperty("hits").EnumerateArray().Select(h => h.GetProperty("_source")).ToList();
            var counts = root.GetProperty("aggregations");
            return new TextAnswer(
                counts.GetProperty(Found).GetProperty("doc_count").GetInt32(),
                hits.GetProperty("total").GetProperty("value").GetInt32(),
                [.. sources.Select(s => s.GetProperty(TextFields.Key).GetString()!)],
                question.Facets.ToDictionary(f => f.Key, f => Counts(counts.GetProperty(f.Key)), StringComparer.Ordinal),
                [.. sources.SelectMany(s => s.EnumerateObject().Where(p => p.Name != TextFields.Key).SelectMany(p => Strings(p.Value)))]);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new FormatException("The answer is not one of a search.", e);
        }
    }

    private static IReadOnlyList<FacetCount> Counts(JsonElement facet) =>
        [.. facet.GetProperty(Values).GetProperty("buckets").EnumerateArray().Select(b => new FacetCount(b.GetProperty("key").GetString()!, b.GetProperty("doc_count").GetInt32()))];

    private static IEnumerable<string> Strings(JsonElement value) =>
        value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().Select(v => v.GetString()!) : [value.GetString()!];

    private static JsonObject Filter(JsonNode filter) => new() { ["filter"] = filter };

    private static JsonObject All(IEnumerable<JsonNode> filters) => new() { ["bool"] = new JsonObject { ["filter"] = new JsonArray([.. filters]) } };

    private static JsonObject Terms(KeyValuePair<string, IReadOnlyList<string>> field) => new() { ["terms"] = new JsonObject { [field.Key] = TextSettings.Array(field.Value) } };

    private static JsonObject Node(TextNode node) => node switch
    {
        WordNode word => Word(word),
        AllNode all => new JsonObject { ["bool"] = new JsonObject { ["must"] = Nodes(all.Nodes) } },
        AnyNode any => Best(Nodes(any.Nodes), 1),
        SomeNode some => new JsonObject
        {
            ["bool"] = new JsonObject
            {
                ["must"] = new JsonArray { new JsonObject { ["bool"] = new JsonObject { ["should"] = Nodes(some.Nodes), ["minimum_should_match"] = 1 } } },
                ["should"] = Nodes(some.Also),
            },
        },
        _ => throw new ArgumentOutOfRangeException(nameof(node)),
    };

    private static JsonArray Nodes(IEnumerable<TextNode> nodes) => [.. nodes.Select(Node)];

    private static JsonObject Best(JsonArray queries, double weight)
    {
        var best = new JsonObject { ["queries"] = queries };
        if (weight < 1)
            best["boost"] = weight;
        return new JsonObject { ["dis_max"] = best };
    }

    private static JsonObject Word(WordNode word)
    {
        var exact = new JsonObject
        {
            ["query"] = word.Word,
            ["fields"] = TextSettings.Array(TextFields.Weighed.Select(f => f.Weight == 1 ? f.Field : $"{f.Field}^{f.Weight.ToString(CultureInfo.InvariantCulture)}")),
            ["tie_breaker"] = Number(TextFields.TieBreaker),
        };
        if (!word.Slips && word.Weight < 1)
            exact["boost"] = word.Weight;
        var query = new JsonObject { ["multi_match"] = exact };
        return word.Slips ? Best([query, Near(TextFields.All, word.Word), Near(TextFields.Plain, word.Word)], word.Weight) : query;
    }

    private static JsonObject Near(string field, string word) => new()
    {
        ["match"] = new JsonObject
        {
            [field] = new JsonObject
            {
                ["query"] = word,
                ["fuzziness"] = "AUTO:4,8",
                ["prefix_length"] = 1,
                ["max_expansions"] = TextFields.MostSpellings,
                ["boost"] = Number(TextFields.SlipWeight),
            },
        },
    };

    private static decimal Number(float value) => (decimal)value;
}
