using System.Text.Json;
using System.Text.Json.Serialization;
using Elastic.Transport.Products.Elasticsearch;

namespace Marketplace.Matching.Elasticsearch;

/// <summary>
/// What a search gave: one value of each hit, a count, and whether it is complete. An empty body is a failure, not "nobody": that nothing timed
/// out and that no shard failed must be said.
/// </summary>
[JsonConverter(typeof(SearchAnswerConverter))]
internal sealed class SearchAnswer : ElasticsearchResponse, IDisposable
{
    /// <summary>The part of the server's answer that is read.</summary>
    internal const string Filter = "timed_out,_shards.failed,hits.hits.fields,aggregations.*.doc_count";

    /// <summary>The rows of all hits, when rows were asked for.</summary>
    internal StoredRows Rows { get; } = new();

    /// <summary>The codes of all hits, when codes were asked for.</summary>
    internal List<string> Codes { get; } = [];

    /// <summary>The count that was asked for; null when there is none.</summary>
    internal int? Counted { get; set; }

    /// <summary>The server said that nothing timed out.</summary>
    internal bool IsOnTime { get; set; }

    /// <summary>The server said that no shard failed.</summary>
    internal bool IsWhole { get; set; }

    /// <summary>Everybody who was asked for is there.</summary>
    internal bool IsComplete => IsOnTime && IsWhole && Rows.Count < SearchIndex.MostHits && Codes.Count < SearchIndex.MostHits;

    /// <summary>Gives the pooled memory back.</summary>
    public void Dispose() => Rows.Dispose();
}

/// <summary>Reads an answer without an object for each hit.</summary>
internal sealed class SearchAnswerConverter : JsonConverter<SearchAnswer>
{
    /// <inheritdoc/>
    public override SearchAnswer Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var answer = new SearchAnswer();
        while (IsMember(ref reader))
        {
            if (Enters(ref reader, "timed_out"u8))
                answer.IsOnTime = reader.TokenType == JsonTokenType.False;
            else if (Enters(ref reader, "_shards"u8))
                ReadShards(ref reader, answer);
            else if (Enters(ref reader, "hits"u8))
                ReadHits(ref reader, answer);
            else if (Enters(ref reader, "aggregations"u8))
                ReadCounts(ref reader, answer);
            else
                Pass(ref reader);
        }

        return answer;
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, SearchAnswer value, JsonSerializerOptions options) => throw new NotSupportedException();

    private static void ReadShards(ref Utf8JsonReader reader, SearchAnswer answer)
    {
        while (IsMember(ref reader))
        {
            if (Enters(ref reader, "failed"u8))
                answer.IsWhole = reader.GetInt32() == 0;
            else
                Pass(ref reader);
        }
    }

    private static void ReadHits(ref Utf8JsonReader reader, SearchAnswer answer)
    {
        while (IsMember(ref reader))
        {
            if (!Enters(ref reader, "hits"u8))
            {
                Pass(ref reader);
                continue;
            }

            while (reader.Read() && reader.TokenType == JsonTokenType.StartObject)
                ReadHit(ref reader, answer);
        }
    }

    private static void ReadHit(ref Utf8JsonReader reader, SearchAnswer answer)
    {
        while (IsMember(ref reader))
        {
            if (!Enters(ref reader, "fields"u8))
            {
                Pass(ref reader);
                continue;
            }

            while (IsMember(ref reader))
            {
                if (Enters(ref reader, "p"u8))
                    ReadValue(ref reader, answer, isRow: true);
                else if (Enters(ref reader, "code"u8))
                    ReadValue(ref reader, answer, isRow: false);
                else
                    Pass(ref reader);
            }
        }
    }

    /// <summary>The value stands in a list of one.</summary>
    private static void ReadValue(ref Utf8JsonReader reader, SearchAnswer answer, bool isRow)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.String)
        {
            if (isRow)
                answer.Rows.Add(ref reader);
            else
                answer.Codes.Add(reader.GetString()!);
        }
    }

    private static void ReadCounts(ref Utf8JsonReader reader, SearchAnswer answer)
    {
        while (IsMember(ref reader))
        {
            reader.Read();
            while (IsMember(ref reader))
            {
                if (Enters(ref reader, "doc_count"u8))
                    answer.Counted = reader.GetInt32();
                else
                    Pass(ref reader);
            }
        }
    }

    /// <summary>Goes to the name of the next member of this object.</summary>
    private static bool IsMember(ref Utf8JsonReader reader) => reader.Read() && reader.TokenType == JsonTokenType.PropertyName;

    /// <summary>Goes to the value when the member has this name.</summary>
    private static bool Enters(ref Utf8JsonReader reader, ReadOnlySpan<byte> name) => reader.ValueTextEquals(name) && reader.Read();

    private static void Pass(ref Utf8JsonReader reader)
    {
        reader.Read();
        reader.Skip();
    }
}
