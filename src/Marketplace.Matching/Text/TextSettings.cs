using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Marketplace.Matching.Text;

/// <summary>The chains of <see cref="DutchAnalysis"/>, and what the two indexes on Elasticsearch share, as JSON. Elasticsearch and OpenSearch read the same.</summary>
internal static class TextSettings
{
    /// <summary>Rises whenever words, chains or fields change: an index with another number is made anew.</summary>
    internal const int Schema = 1;

    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    internal static string Text(JsonNode node) => node.ToJsonString(Readable);

    internal static JsonArray Array(IEnumerable<string> values) => [.. values.Select(v => (JsonNode)v)];

    /// <summary>The body that makes an index.</summary>
    /// <param name="codes">Fields with codes.</param>
    internal static JsonObject Index(IEnumerable<string> codes)
    {
        var properties = new JsonObject
        {
            [TextFields.Key] = new JsonObject { ["type"] = "keyword" },
            [TextFields.Published] = new JsonObject { ["type"] = "long" },
            [TextFields.Title] = Copied("dutch_index"),
            [TextFields.Work] = Copied("dutch_index"),
            [TextFields.About] = Copied(null),
            [TextFields.Who] = Copied("dutch_index"),
            [TextFields.All] = new JsonObject { ["type"] = "text", ["analyzer"] = "dutch_index", ["search_analyzer"] = "dutch_search" },
            [TextFields.Plain] = new JsonObject { ["type"] = "text", ["analyzer"] = "dutch_plain" },
        };
        foreach (var field in codes)
            properties[field] = new JsonObject { ["type"] = "keyword" };
        return new JsonObject
        {
            ["settings"] = new JsonObject { ["number_of_shards"] = 1, ["number_of_replicas"] = 0, ["refresh_interval"] = "1s", ["gc_deletes"] = "1h", ["analysis"] = Analysis() },
            ["mappings"] = new JsonObject { ["dynamic"] = "strict", ["_meta"] = new JsonObject { ["schema"] = Schema }, ["properties"] = properties },
        };
    }

    /// <summary>A document as it is stored.</summary>
    internal static JsonObject Document(TextRecord record)
    {
        var document = new JsonObject
        {
            [TextFields.Key] = record.Key,
            [TextFields.Published] = record.Published,
            [TextFields.Title] = record.Title,
            [TextFields.Work] = Array(record.Work),
            [TextFields.About] = Array(record.About),
            [TextFields.Who] = Array(record.Who),
        };
        foreach (var (field, values) in record.Codes)
            document[field] = Array(values);
        return document;
    }

    private static JsonObject Copied(string? analyzer)
    {
        var field = new JsonObject { ["type"] = "text" };
        if (analyzer is null)
            field["index"] = false;
        else
            (field["analyzer"], field["search_analyzer"]) = (analyzer, "dutch_search");
        field["copy_to"] = Array([TextFields.All, TextFields.Plain]);
        return field;
    }

    private static JsonObject Analysis() => new()
    {
        ["char_filter"] = new JsonObject
        {
            ["possessive"] = new JsonObject { ["type"] = "pattern_replace", ["pattern"] = DutchWords.ApostropheS, ["replacement"] = "" },
        },
        ["tokenizer"] = new JsonObject { ["words"] = new JsonObject { ["type"] = "pattern", ["pattern"] = DutchWords.Between } },
        ["filter"] = new JsonObject
        {
            ["dutch_stop"] = new JsonObject { ["type"] = "stop", ["stopwords"] = Array(DutchWords.StopWords.Order(StringComparer.Ordinal)) },
            ["dutch_parts"] = new JsonObject
            {
                ["type"] = "dictionary_decompounder",
                ["min_word_size"] = DutchWords.ShortestCompound,
                ["min_subword_size"] = DutchWords.ShortestPart,
                ["max_subword_size"] = DutchWords.LongestPart,
                ["only_longest_match"] = true,
                ["word_list"] = Array(DutchWords.CompoundParts.Order(StringComparer.Ordinal)),
            },
            ["dutch_override"] = new JsonObject
            {
                ["type"] = "stemmer_override",
                ["rules"] = Array(DutchWords.StemOverrides.OrderBy(r => r.Key, StringComparer.Ordinal).Select(r => $"{r.Key} => {r.Value}")),
            },
            ["dutch_stem"] = new JsonObject { ["type"] = "stemmer", ["language"] = "dutch" },
        },
        ["analyzer"] = new JsonObject
        {
            ["dutch_index"] = Chain("lowercase", "dutch_stop", "dutch_parts", "dutch_override", "dutch_stem", "asciifolding", "remove_duplicates"),
            ["dutch_search"] = Chain("lowercase", "dutch_stop", "dutch_override", "dutch_stem", "asciifolding"),
            ["dutch_plain"] = Chain("lowercase", "dutch_stop", "asciifolding"),
        },
    };

    private static JsonObject Chain(params string[] filters) => new()
    {
        ["type"] = "custom",
        ["char_filter"] = Array(["possessive"]),
        ["tokenizer"] = "words",
        ["filter"] = Array(filters),
    };
}
