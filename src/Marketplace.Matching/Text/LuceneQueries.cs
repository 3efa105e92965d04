using Lucene.Net.Index;
using Lucene.Net.Search;

namespace Marketplace.Matching.Text;

/// <summary>What must be found, as a query of Lucene. No parser reads what a user typed.</summary>
internal static class LuceneQueries
{
    internal static Query Of(TextNode node) => node switch
    {
        WordNode word => Of(word),
        AllNode all => Every(all.Nodes, Occur.MUST),
        AnyNode any => Best(any.Nodes.Select(Of), 0),
        SomeNode some => Some(some),
        _ => throw new ArgumentOutOfRangeException(nameof(node)),
    };

    private static BooleanQuery Every(IEnumerable<TextNode> nodes, Occur occur)
    {
        var query = new BooleanQuery();
        foreach (var node in nodes)
            query.Add(Of(node), occur);
        return query;
    }

    private static BooleanQuery Some(SomeNode some)
    {
        var query = new BooleanQuery { { Every(some.Nodes, Occur.SHOULD), Occur.MUST } };
        foreach (var node in some.Also)
            query.Add(Of(node), Occur.SHOULD);
        return query;
    }

    private static DisjunctionMaxQuery Best(IEnumerable<Query> queries, float tieBreaker)
    {
        var best = new DisjunctionMaxQuery(tieBreaker);
        foreach (var query in queries)
            best.Add(query);
        return best;
    }

    private static Query Of(WordNode word)
    {
        var stem = DutchWords.Stem(word.Word);
        var exact = Best(TextFields.Weighed.Select(f => Weighed(new TermQuery(new Term(f.Field, stem)), f.Weight)), TextFields.TieBreaker);
        if (!word.Slips)
            return Weighed(exact, word.Weight);
        var plain = DutchWords.Tokens(DutchAnalysis.Plain, word.Word).FirstOrDefault("");
        return Weighed(Best([exact, Near(TextFields.All, stem), Near(TextFields.Plain, plain)], 0), word.Weight);
    }

    private static Query Near(string field, string term)
    {
        var slips = DutchWords.SlipsIn(term.Length);
        return Weighed(
            slips == 0 ? new TermQuery(new Term(field, term)) : new FuzzyQuery(new Term(field, term), slips, 1, TextFields.MostSpellings, transpositions: true), TextFields.SlipWeight);
    }

    private static Query Weighed(Query query, double weight)
    {
        query.Boost = (float)weight;
        return query;
    }
}
