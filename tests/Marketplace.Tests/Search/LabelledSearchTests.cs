using Marketplace.Matching.Text;
using Marketplace.Testing;
using Xunit;

namespace Marketplace.Tests.Search;

/// <summary>Of what a search must find, at least nine of ten stand among the first ten: on both indexes, for tasks and for jobs.</summary>
public sealed class LabelledSearchTests(SearchServer server, ITestOutputHelper output)
{
    private const int First = 10;

    /// <summary>A search that finds so many more than its labels is printed: labels are what must be found, not all that may be.</summary>
    private const int Many = 12;

    [Fact]
    public void There_are_150_labelled_searches_and_every_label_is_a_document()
    {
        var keys = new Dictionary<string, HashSet<string>>
        {
            ["taak"] = [.. TaskDocument.Catalogue.Select(t => t.Key)],
            ["functie"] = [.. DemoSearch.Jobs.Select(j => j.Key)],
        };
        Assert.True(DemoSearch.Searches.Count >= 150);
        Assert.Empty(DemoSearch.Searches.SelectMany(s => s.Keys.Where(k => !keys[s.Kind].Contains(k)).Select(k => $"{s.Words}: {k}")));
        Assert.Equal(DemoSearch.Searches.Count, DemoSearch.Searches.DistinctBy(s => (s.Kind, s.Words)).Count());
    }

    [Fact]
    public async Task In_the_process()
    {
        using var index = DemoSearch.InProcess(DemoSearch.Jobs);
        await MeasureAsync("in process", index);
    }

    [Fact]
    public async Task On_the_search_node()
    {
        await using var node = await TextSearchNode.WithAsync(server, DemoSearch.Jobs);
        await MeasureAsync("search node", node);
    }

    private async Task MeasureAsync(string name, ITextIndex index)
    {
        foreach (var kind in DemoSearch.Searches.GroupBy(s => s.Kind))
        {
            var recalls = new List<double>();
            var counts = new List<(int Found, int Labelled)>();
            foreach (var search in kind)
            {
                var found = await FindAsync(index, search);
                counts.Add((found.Total, search.Keys.Length));
                var recall = (double)search.Keys.Intersect(found.Keys).Count() / Math.Min(First, search.Keys.Length);
                recalls.Add(recall);
                if (recall < 1 || found.Total > search.Keys.Length + Many)
                    output.WriteLine($"  {recall:0.00} {search.Words} [{found.Way}, {found.Total}]: not {string.Join(", ", search.Keys.Except(found.Keys))}; found {string.Join(", ", found.Keys)}");
            }

            var line = FormattableString.Invariant($"recall@{First} {name}, {kind.Key}: {recalls.Average():0.000} over {recalls.Count} searches, {recalls.Count(r => r == 1)} whole; found {counts.Average(c => c.Found):0.0} for {counts.Average(c => c.Labelled):0.0} labelled");
            output.WriteLine(line);
            TestContext.Current.SendDiagnosticMessage(line);
            Assert.True(recalls.Average() >= 0.9, line);
        }
    }

    private static async Task<(IReadOnlyList<string> Keys, SearchWay Way, int Total)> FindAsync(ITextIndex index, DemoSearch.Labelled search)
    {
        if (search.Kind == "taak")
        {
            var tasks = await index.SearchAsync(new TaskSearchQuestion { Words = search.Words, Size = First }, CancellationToken.None);
            return (tasks.Keys, tasks.Way, tasks.Total);
        }

        var jobs = await index.SearchAsync(DemoSearch.Everything with { Words = search.Words }, CancellationToken.None);
        return (jobs.Keys, jobs.Way, jobs.Total);
    }
}
