using Elastic.Clients.Elasticsearch;
using Elastic.Clients.Elasticsearch.QueryDsl;

namespace Marketplace.Matching.Elasticsearch;

/// <summary>The parts of which questions are made.</summary>
internal static class QueryParts
{
    internal static Query Term(string field, FieldValue value) => new TermQuery(field, value);

    internal static Query Terms(string field, IEnumerable<string> values) =>
        new TermsQuery(field, new TermsQueryField([.. values.Select(FieldValue.String)]));

    internal static Query AtLeast(string field, int least) => new NumberRangeQuery(field) { Gte = least };

    internal static Query AtMost(string field, int most) => new NumberRangeQuery(field) { Lte = most };

    internal static Query All(params Query[] queries) => new BoolQuery { Filter = queries };

    internal static Query Any(ICollection<Query> queries, int atLeast = 1) => new BoolQuery { Should = queries, MinimumShouldMatch = atLeast };

    /// <summary>At least as many of these codes as the document itself says; documents that say 0 need one.</summary>
    internal static Query AsManyAs(string needField, string field, IEnumerable<string> values) =>
        new TermsSetQuery(field, [.. values.Select(FieldValue.String)]) { MinimumShouldMatchField = needField };

    /// <summary>A search that gives one value of each document, in the order of the disk, and no more than that.</summary>
    internal static SearchRequest Search(string value, Query query) => new()
    {
        Size = SearchIndex.MostHits,
        TrackTotalHits = false,
        Sort = [new SortOptions { Doc = new ScoreSort() }],
        StoredFields = "_none_",
        DocvalueFields = [new FieldAndFormat(value)],
        Query = query,
    };
}
