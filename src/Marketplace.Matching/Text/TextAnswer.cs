using Marketplace.Matching.Narrowing;

namespace Marketplace.Matching.Text;

/// <summary>What an index answers to one <see cref="SearchStep"/>.</summary>
/// <param name="Found">Documents with the words that the viewer may see, whatever facets are chosen.</param>
/// <param name="Total">Those that also have what is chosen.</param>
/// <param name="Keys">Keys on the page, best first.</param>
/// <param name="Counts">Counts per field.</param>
/// <param name="Texts">Texts of what was found, from which "Bedoelde u" takes its words: nobody reads there what they may not see.</param>
public sealed record TextAnswer(
    int Found, int Total, IReadOnlyList<string> Keys, IReadOnlyDictionary<string, IReadOnlyList<FacetCount>> Counts, IReadOnlyList<string> Texts);

/// <summary>Asks an index step by step until something is found. The same for every index.</summary>
public static class StagedSearch
{
    /// <summary>Which jobs are found.</summary>
    /// <param name="question">The question.</param>
    /// <param name="source">Which index answers.</param>
    /// <param name="ask">Asks the index one step.</param>
    public static async ValueTask<JobSearchHits> JobsAsync(JobSearchQuestion question, IndexSource source, Func<SearchStep, ValueTask<TextAnswer>> ask)
    {
        ArgumentNullException.ThrowIfNull(question);
        var text = question.ToText();
        var (step, answer) = await AskAsync(text, ask).ConfigureAwait(false);
        return new JobSearchHits(
            source, answer.Keys, answer.Total, Enum.GetValues<JobFacet>().ToDictionary(f => f, f => Ordered(answer.Counts.GetValueOrDefault(TextFields.Of(f)))),
            step.Way, DidYouMean(text.Words, step.Way, answer.Texts), text.Words.Words);
    }

    /// <summary>Which tasks are found; none without words.</summary>
    /// <inheritdoc cref="JobsAsync" path="/param"/>
    public static async ValueTask<TaskSearchHits> TasksAsync(TaskSearchQuestion question, IndexSource source, Func<SearchStep, ValueTask<TextAnswer>> ask)
    {
        ArgumentNullException.ThrowIfNull(question);
        var text = question.ToText();
        if (text.Words.Words.Count == 0)
            return new TaskSearchHits(source, [], 0, SearchWay.AllWords, null);
        var (step, answer) = await AskAsync(text, ask).ConfigureAwait(false);
        return new TaskSearchHits(source, answer.Keys, answer.Total, step.Way, DidYouMean(text.Words, step.Way, answer.Texts));
    }

    /// <summary>The words as they were probably meant: what was not found is replaced by the nearest word of what was found, else of the catalogue.</summary>
    /// <returns>Null when every word was found or nothing is near.</returns>
    internal static string? DidYouMean(AskedWords asked, SearchWay way, IReadOnlyList<string> texts)
    {
        if (way == SearchWay.AllWords)
            return null;
        var found = texts.SelectMany(DutchWords.Split).Where(w => w.Length > 2 && !DutchWords.StopWords.Contains(w))
            .CountBy(w => w).OrderByDescending(w => w.Value).ThenBy(w => w.Key, StringComparer.Ordinal).Select(w => w.Key).ToList();
        var stems = DutchWords.Stems(string.Join(' ', found));
        var changed = false;
        var meant = asked.Words.Select(word =>
        {
            if (Synonyms.Known.Contains(word) || found.Contains(word))
                return word;
            var near = Spelling.Nearest(word, found) ?? Spelling.Nearest(word, Synonyms.Known.Order(StringComparer.Ordinal));
            if (near is null || (IsKnownStem(word) && !IsSlipInside(word, near)))
                return word;
            changed = true;
            return near;
        }).ToList();
        return changed ? string.Join(' ', meant) : null;

        bool IsKnownStem(string word) => stems.Contains(DutchWords.Stem(word)) || Synonyms.Knows(word) || Synonyms.Of([word]).Count > 0;
    }

    /// <summary>Words of one stem that end alike differ by a slip (inpaken, inpakken); those that end otherwise are forms of one word (pallet, pallets).</summary>
    private static bool IsSlipInside(string word, string near) => near.EndsWith(word[^2..], StringComparison.Ordinal);

    private static async ValueTask<(SearchStep Step, TextAnswer Answer)> AskAsync(TextQuestion question, Func<SearchStep, ValueTask<TextAnswer>> ask)
    {
        ArgumentNullException.ThrowIfNull(ask);
        (SearchStep, TextAnswer)? last = null;
        foreach (var step in question.Words.Steps(question.FewerWords))
        {
            var answer = await ask(step).ConfigureAwait(false);
            last = (step, answer);
            if (answer.Found > 0)
                break;
        }

        return last!.Value;
    }

    private static IReadOnlyList<FacetCount> Ordered(IEnumerable<FacetCount>? counts) =>
        [.. (counts ?? []).Where(c => c.Count > 0).OrderByDescending(c => c.Count).ThenBy(c => c.Value, StringComparer.Ordinal)];
}
