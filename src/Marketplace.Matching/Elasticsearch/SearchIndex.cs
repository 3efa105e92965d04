using System.Text.Json.Nodes;
using Elastic.Clients.Elasticsearch;
using Elastic.Clients.Elasticsearch.IndexManagement;
using Elastic.Clients.Elasticsearch.Mapping;

namespace Marketplace.Matching.Elasticsearch;

/// <summary>
/// One index as a value: what it is called, what it holds, and which version of that. Readers and writers use the alias; the index behind it has
/// a name of its own, so that a new one can be filled beside it (<see cref="IndexKeeper"/>).
/// </summary>
internal sealed record SearchIndex
{
    /// <summary>The most rows that one answer may hold; an answer that is full is not complete.</summary>
    internal const int MostHits = 50_000;

    private const string SchemaKey = "schema";

    /// <summary>What the index is of, such as <c>people</c>.</summary>
    internal required string Name { get; init; }

    /// <summary>Changes with everything that makes old documents unreadable; an index with another one is built anew.</summary>
    internal required string Schema { get; init; }

    /// <summary>The fields; no other field is taken.</summary>
    internal Properties Fields { get; init; } = new();

    /// <summary>The whole body that makes the index, for one that is defined as JSON; null: it is made of what is here.</summary>
    internal string? Json { get; init; }

    /// <summary>Field by which documents lie on disk; null: as they come.</summary>
    internal string? Order { get; init; }

    /// <summary>The name that is asked and written to.</summary>
    internal string Alias(string prefix) => $"{prefix}-{Name}";

    /// <summary>The request that makes a new index with an alias for whoever fills it; it is searched only once it is whole.</summary>
    internal CreateIndexRequest Create(string concrete, string loadingAlias) => new(concrete)
    {
        Aliases = new Dictionary<Name, Alias> { [loadingAlias] = new() },
        Settings = Settings(),
        Mappings = new TypeMapping
        {
            Dynamic = DynamicMapping.Strict,
            Meta = new Dictionary<string, object> { [SchemaKey] = Schema },
            Source = new SourceField { Enabled = false },
            Properties = Fields,
        },
    };

    /// <inheritdoc cref="Create"/>
    internal string CreateJson(string loadingAlias)
    {
        var body = JsonNode.Parse(Json!)!;
        body["aliases"] = new JsonObject { [loadingAlias] = new JsonObject() };
        return body.ToJsonString();
    }

    /// <summary>Whether an index was made for this version.</summary>
    internal bool IsSchemaOf(TypeMapping mapping) => mapping.Meta?.TryGetValue(SchemaKey, out var schema) is true && schema.ToString() == Schema;

    private IndexSettings Settings()
    {
        // One shard: at this size more cost processor time and gain nothing. No replica: when the server is away the index in the process answers.
        var settings = new IndexSettings
        {
            NumberOfShards = 1,
            NumberOfReplicas = 0,
            RefreshInterval = Duration.MinusOne,
            MaxResultWindow = MostHits,

            // After this time a late older write would bring back what was deleted.
            GcDeletes = "1h",
            Queries = new Queries { Cache = new CacheQueries(false) },
        };
        if (Order is not null)
            settings.Sort = new IndexSegmentSort { Field = Order, Order = [SegmentSortOrder.Asc] };
        return settings;
    }
}
