using System.Globalization;
using Marketplace.Domain.Vocabulary;
using Marketplace.Domain.Work;
using Marketplace.Matching.Text;
using Marketplace.Web.Texts;
using Marketplace.Web.Ui;

namespace Marketplace.Web.Pages.Work;

/// <summary>What the address of the list of jobs asks for. Pure: a value that is on no list is read as if it were not there.</summary>
public sealed record JobsFilter
{
    /// <summary>Jobs on one page.</summary>
    public const int PageSize = 20;

    private const string WordsName = "zoek";
    private const int MostPlaces = 20;

    private static readonly (JobFacet Facet, string Name, string Title)[] Facets =
    [
        (JobFacet.State, "stand", "Stand"),
        (JobFacet.Sector, "branche", "Branche"),
        (JobFacet.Place, "plaats", "Plaats"),
        (JobFacet.Hours, "uren", "Uren per week"),
        (JobFacet.Daypart, "dagdeel", "Dagdeel"),
        (JobFacet.Form, "vorm", "Vorm van werk"),
        (JobFacet.Offer, "hulp", "Wat de werkgever biedt"),
    ];

    /// <summary>What was typed, as far as it is read.</summary>
    public required string Words { get; init; }

    /// <summary>The chosen values of each facet.</summary>
    public required IReadOnlyDictionary<JobFacet, IReadOnlyList<string>> Chosen { get; init; }

    /// <summary>From 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>How many values are chosen.</summary>
    public int Count => Chosen.Values.Sum(v => v.Count);

    /// <summary>Whether anything is asked for.</summary>
    public bool IsEmpty => Words.Length == 0 && Count == 0;

    /// <summary>Reads an address.</summary>
    /// <param name="query">The query string.</param>
    /// <param name="page">Number of the page.</param>
    /// <param name="seesStates">Whether the viewer sees more than open jobs.</param>
    public static JobsFilter Read(IQueryCollection query, int page, bool seesStates) => new()
    {
        Words = Cut((string?)query[WordsName] ?? ""),
        Chosen = Facets.Where(f => seesStates || f.Facet != JobFacet.State).ToDictionary(f => f.Facet, f => Values(f.Facet, query[f.Name])),
        Page = page,
    };

    /// <summary>The question to the index.</summary>
    public JobSearchQuestion Question(IReadOnlyCollection<string> regions, IReadOnlyCollection<JobState> states) => new()
    {
        Words = Words,
        Chosen = Chosen,
        Regions = regions,
        States = states,
        Page = Page,
        Size = PageSize,
    };

    /// <summary>The facets with their values and counts; a chosen value stays, also when it finds nothing.</summary>
    public IEnumerable<(string Title, string Name, IReadOnlyList<Choice> Choices, bool IsClosed)> Shown(JobSearchHits hits) =>
        from facet in Facets
        where Chosen.ContainsKey(facet.Facet)
        let counts = hits.Counts[facet.Facet].ToDictionary(c => c.Value, c => c.Count)
        let values = InOrder(facet.Facet, counts.Keys.Union(Chosen[facet.Facet]))
        let choices = values.Select(v => new Choice(v, Text(facet.Facet, v), count: counts.GetValueOrDefault(v)) { Selected = Chosen[facet.Facet].Contains(v) }).ToList()
        where choices.Count > 0
        select (facet.Title, facet.Name, (IReadOnlyList<Choice>)choices, facet.Facet is JobFacet.Daypart or JobFacet.Form or JobFacet.Offer);

    /// <summary>What is asked for, each with the address without it.</summary>
    public IReadOnlyList<(string Text, string Without)> Chips() =>
    [
        .. Words.Length == 0 ? [] : new[] { ($"‘{Words}’", (this with { Words = "" }).Address()) },
        .. from facet in Facets
           where Chosen.ContainsKey(facet.Facet)
           from value in Chosen[facet.Facet]
           select (Text(facet.Facet, value), Without(facet.Facet, v => v != value).Address()),
    ];

    /// <summary>What can be set wider, when nothing is found: each filter as a whole, and the words.</summary>
    public IReadOnlyList<(string Text, JobsFilter Filter)> Wider() =>
    [
        .. Words.Length == 0 ? [] : new[] { ($"Zonder ‘{Words}’", this with { Words = "", Page = 1 }) },
        .. from facet in Facets
           where Chosen.GetValueOrDefault(facet.Facet) is { Count: > 0 }
           select ($"Zonder het filter {facet.Title}", Without(facet.Facet, _ => false)),
    ];

    /// <summary>The same with other words.</summary>
    public JobsFilter With(string words) => this with { Words = words, Page = 1 };

    /// <summary>This address, on its first page.</summary>
    public string Address()
    {
        var parts = Facets.Where(f => Chosen.ContainsKey(f.Facet)).SelectMany(f => Chosen[f.Facet], (f, value) => KeyValuePair.Create<string, string?>(f.Name, value));
        var query = QueryString.Create(Words.Length == 0 ? parts : parts.Prepend(KeyValuePair.Create<string, string?>(WordsName, Words)));
        return query.HasValue ? query.Value! : "?";
    }

    private JobsFilter Without(JobFacet facet, Func<string, bool> keeps) =>
        this with { Chosen = Chosen.ToDictionary(c => c.Key, c => c.Key == facet ? [.. c.Value.Where(keeps)] : c.Value), Page = 1 };

    private static string Cut(string words) => words.Trim() is { Length: > AskedWords.MostLetters } much ? much[..AskedWords.MostLetters] : words.Trim();

    private static IReadOnlyList<string> Values(JobFacet facet, IEnumerable<string?> asked) => All(facet) is { } all
        ? [.. all.Where(asked.Contains)]
        : [.. asked.OfType<string>().Where(v => v.Length is > 0 and <= 100).Distinct().Take(MostPlaces)];

    /// <summary>The values of a facet in the order in which they are shown; null for a facet with any value.</summary>
    private static IEnumerable<string>? All(JobFacet facet) => facet switch
    {
        JobFacet.State => Enum.GetNames<JobState>(),
        JobFacet.Sector => CodeLists.Sectors.Codes,
        JobFacet.Hours => HoursBands.All,
        JobFacet.Daypart => Domain.Vocabulary.Dayparts.All,
        JobFacet.Form => CodeLists.Forms.Codes,
        JobFacet.Offer => CodeLists.Measures.Codes,
        _ => null,
    };

    private static IEnumerable<string> InOrder(JobFacet facet, IEnumerable<string> values) =>
        All(facet) is { } all ? all.Where(values.ToHashSet().Contains) : values.Order(StringComparer.Create(CultureInfo.GetCultureInfo("nl-NL"), ignoreCase: true));

    private static string Text(JobFacet facet, string value) => facet switch
    {
        JobFacet.State => WorkWords.Of(Enum.Parse<JobState>(value)),
        JobFacet.Sector => WorkWords.Sentence(CodeLists.Sectors.Word(value)),
        JobFacet.Hours => WorkWords.Sentence(HoursBands.Word(value)),
        JobFacet.Daypart => WorkWords.Sentence(Domain.Vocabulary.Dayparts.Word(value)),
        JobFacet.Form => WorkWords.Sentence(CodeLists.Forms.Word(value)),
        JobFacet.Offer => WorkWords.Sentence(CodeLists.Measures.Word(value)),
        _ => value,
    };
}
