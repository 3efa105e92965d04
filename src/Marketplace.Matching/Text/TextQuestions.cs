using Marketplace.Domain.Work;
using Marketplace.Matching.Narrowing;

namespace Marketplace.Matching.Text;

/// <summary>Which jobs somebody looks for. Whoever makes one has checked that the regions and states are the viewer's.</summary>
public sealed record JobSearchQuestion
{
    /// <summary>Most jobs that can be paged through.</summary>
    public const int MostReachable = 10_000;

    /// <summary>What was typed; plain text of any length.</summary>
    public string? Words { get; init; }

    /// <summary>Regions that the viewer sees; none: nothing is found.</summary>
    public required IReadOnlyCollection<string> Regions { get; init; }

    /// <summary>States that the viewer sees; none: nothing is found.</summary>
    public IReadOnlyCollection<JobState> States { get; init; } = [JobState.Open];

    /// <summary>Chosen values: any of one facet, and something of every facet.</summary>
    public IReadOnlyDictionary<JobFacet, IReadOnlyList<string>> Chosen { get; init; } = new Dictionary<JobFacet, IReadOnlyList<string>>();

    /// <summary>Page, from 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>Jobs on a page, 1–200.</summary>
    public int Size { get; init; } = 20;

    /// <summary>Whether fewer words will do when no job holds them all.</summary>
    public bool FewerWords { get; init; } = true;

    /// <summary>As both indexes take it.</summary>
    internal TextQuestion ToText() => new(
        AskedWords.Of(Words),
        FewerWords,
        [KeyValuePair.Create(TextFields.Region, Distinct(Regions)), KeyValuePair.Create(TextFields.Of(JobFacet.State), Distinct(States.Select(s => s.ToString())))],
        [.. Enum.GetValues<JobFacet>().Select(f => KeyValuePair.Create(TextFields.Of(f), Distinct(Chosen.GetValueOrDefault(f) ?? [])))],
        (int)Math.Min((Math.Max(1L, Page) - 1) * Math.Clamp(Size, 1, 200), MostReachable - Math.Clamp(Size, 1, 200)),
        Math.Clamp(Size, 1, 200));

    private static IReadOnlyList<string> Distinct(IEnumerable<string> values) => [.. values.Distinct().Take(100)];
}

/// <summary>What was found.</summary>
/// <param name="Source">Which index answered.</param>
/// <param name="Keys">Keys of the jobs on the page, best first; without words newest first.</param>
/// <param name="Total">Jobs in all.</param>
/// <param name="Counts">Per facet its values with their counts, most first; a value without jobs is not there.</param>
/// <param name="Way">How the words were taken.</param>
/// <param name="DidYouMean">The words as they were probably meant; null: as they were typed.</param>
/// <param name="Words">The words that were looked for.</param>
public sealed record JobSearchHits(
    IndexSource Source, IReadOnlyList<string> Keys, int Total, IReadOnlyDictionary<JobFacet, IReadOnlyList<FacetCount>> Counts,
    SearchWay Way, string? DidYouMean, IReadOnlyList<string> Words);

/// <summary>Which tasks of the catalogue somebody looks for.</summary>
public sealed record TaskSearchQuestion
{
    /// <summary>What was typed; plain text of any length. Without words nothing is found.</summary>
    public string? Words { get; init; }

    /// <summary>Branches to look in; none: all.</summary>
    public IReadOnlyCollection<string> Sectors { get; init; } = [];

    /// <summary>Most tasks in the answer, 1–200.</summary>
    public int Size { get; init; } = 20;

    /// <summary>Whether fewer words will do when no task holds them all.</summary>
    public bool FewerWords { get; init; }

    /// <summary>As both indexes take it.</summary>
    internal TextQuestion ToText() => new(
        AskedWords.Of(Words), FewerWords, [], [KeyValuePair.Create<string, IReadOnlyList<string>>(TextFields.Of(JobFacet.Sector), [.. Sectors.Distinct().Take(100)])], 0, Math.Clamp(Size, 1, 200));
}

/// <summary>What was found.</summary>
/// <param name="Source">Which index answered.</param>
/// <param name="Keys">Codes of the examples, best first.</param>
/// <param name="Total">Examples in all.</param>
/// <param name="Way">How the words were taken.</param>
/// <param name="DidYouMean">The words as they were probably meant; null: as they were typed.</param>
public sealed record TaskSearchHits(IndexSource Source, IReadOnlyList<string> Keys, int Total, SearchWay Way, string? DidYouMean);

/// <summary>A question of either kind.</summary>
/// <param name="Words">Words.</param>
/// <param name="FewerWords">Whether fewer words will do.</param>
/// <param name="Sight">Fields of which a document must have one of the values; what the viewer may see.</param>
/// <param name="Facets">Every facet, with what is chosen of it; nothing chosen: any value or none.</param>
/// <param name="From">Documents to pass over.</param>
/// <param name="Size">Documents to give.</param>
internal sealed record TextQuestion(
    AskedWords Words, bool FewerWords, IReadOnlyList<KeyValuePair<string, IReadOnlyList<string>>> Sight,
    IReadOnlyList<KeyValuePair<string, IReadOnlyList<string>>> Facets, int From, int Size);
