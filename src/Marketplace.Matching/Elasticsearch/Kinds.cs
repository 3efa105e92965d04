using Elastic.Clients.Elasticsearch.Mapping;

namespace Marketplace.Matching.Elasticsearch;

/// <summary>The few kinds of field that narrowing needs.</summary>
internal static class Kinds
{
    /// <summary>A code to filter on.</summary>
    internal static KeywordProperty Code() => new() { DocValues = false };

    /// <summary>A code that comes back in answers.</summary>
    internal static KeywordProperty Answer() => new() { Index = false, DocValues = true };

    /// <summary>A small number to filter on.</summary>
    internal static ShortNumberProperty Number() => new();

    /// <summary>A larger number to filter on.</summary>
    internal static IntegerNumberProperty LargeNumber() => new() { DocValues = false };

    /// <summary>A number that a condition on codes reads (<c>minimum_should_match_field</c>).</summary>
    internal static ByteNumberProperty Need() => new() { Index = false };

    /// <summary>Bytes that come back in answers.</summary>
    internal static BinaryProperty Bytes() => new() { DocValues = true };
}
