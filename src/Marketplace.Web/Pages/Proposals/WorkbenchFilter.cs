using System.Globalization;
using Marketplace.Domain.Vocabulary;
using Marketplace.Matching;
using Marketplace.Web.Ui;

namespace Marketplace.Web.Pages.Proposals;

/// <summary>What the address of the workbench asks for. Pure: an address that nobody made is read as if the wrong part were not there.</summary>
public sealed record WorkbenchFilter
{
    /// <summary>People on one page.</summary>
    public const int PageSize = 10;

    private const string Arrange = "regelt";
    private const string Order = "sorteer";
    private const string Waiting = "langst";
    private const string PageNumber = "pagina";

    /// <summary>The chosen answers of each filter, by its name; a filter without answers takes nobody away.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<string>> Chosen { get; init; }

    /// <summary>Measures that count as offered beside those of the job: they only add people.</summary>
    public required IReadOnlyList<string> Arranged { get; init; }

    /// <summary>"Langst niet voorgesteld" instead of "past het best".</summary>
    public bool ByWaiting { get; init; }

    /// <summary>From 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>Measures that an employer can arrange: not transport, which needs a place to step in.</summary>
    public static IReadOnlyList<string> CanArrange { get; } = [.. Measures.All.Where(m => m.Raises.Count > 0).Select(m => m.Code)];

    /// <summary>The section <i>Past nu niet</i> is shown.</summary>
    public bool ShowsNotNow => ChosenOf(WorkbenchFacet.Band) is { Count: 0 } || ChosenOf(WorkbenchFacet.Band).Contains(WorkbenchFacet.NotNow);

    /// <summary>Only the section <i>Past nu niet</i> was asked for.</summary>
    public bool ShowsNotNowOnly => ChosenOf(WorkbenchFacet.Band) is [WorkbenchFacet.NotNow];

    /// <summary>How many answers are chosen.</summary>
    public int Count => Chosen.Values.Sum(answers => answers.Count) + Arranged.Count;

    public string SortValue => ByWaiting ? Waiting : "";

    public static IReadOnlyList<Choice> Orders { get; } = [new("", "Past het best"), new(Waiting, "Langst niet voorgesteld")];

    /// <summary>Reads an address.</summary>
    public static WorkbenchFilter Read(IQueryCollection query) => new()
    {
        Chosen = WorkbenchFacet.All.ToDictionary(f => f.Name, f => Answers(query, f)),
        Arranged = [.. CanArrange.Where(code => query[Arrange].Contains(code))],
        ByWaiting = query[Order] == Waiting,
        Page = int.TryParse(query[PageNumber], NumberStyles.None, CultureInfo.InvariantCulture, out var page) && page > 0 ? page : 1,
    };

    /// <summary>Whether a person is in the list; <paramref name="except"/> is a filter that is not looked at, for its counts.</summary>
    public bool Accepts(WorkbenchRow row, WorkbenchFacet? except = null) => WorkbenchFacet.All.All(facet =>
        facet == except || ChosenOf(facet) is { Count: 0 } || ChosenOf(facet).Any(answer => facet.Has(row, answer)));

    /// <summary>The people of the list, in order.</summary>
    public IReadOnlyList<WorkbenchRow> List(IEnumerable<WorkbenchRow> rows) =>
        [.. rows.Where(row => Accepts(row)).OrderBy(row => new ListPlace(ByWaiting ? 0 : row.Score, row.LastProposed, row.Code), ListPlace.Order)];

    /// <summary>The answers of a filter, each with how many people it would show beside the other filters.</summary>
    public IReadOnlyList<Choice> ChoicesOf(WorkbenchFacet facet, IReadOnlyCollection<WorkbenchRow> rows, int notNow) =>
        [.. facet.Answers.Select(answer => new Choice(
            answer.Value,
            answer.Text,
            count: answer.Value == WorkbenchFacet.NotNow ? notNow : rows.Count(row => Accepts(row, facet) && facet.Has(row, answer.Value)))
        {
            Selected = ChosenOf(facet).Contains(answer.Value),
        })];

    /// <summary>The measures that the job does not offer yet and that add people, each with how many; a chosen one stays to be taken away.</summary>
    public IReadOnlyList<Choice> Arrangeable(IEnumerable<string> offered, Func<string, int> added) =>
    [
        .. CanArrange.Except(offered)
            .Select(code => new Choice(code, CodeLists.Asked.Word(code), count: added(code)) { Selected = Arranged.Contains(code) })
            .Where(choice => choice.Selected || choice.Count > 0),
    ];

    /// <summary>The chosen answers, each with the address without it.</summary>
    public IReadOnlyList<Chip> Chips() =>
    [
        .. from facet in WorkbenchFacet.All
           from answer in facet.Answers
           where ChosenOf(facet).Contains(answer.Value)
           select new Chip(answer.Text, Address(facet.Name, answer.Value)),
        .. Arranged.Select(code => new Chip(CodeLists.Asked.Word(code), Address(Arrange, code))),
    ];

    private IReadOnlyList<string> ChosenOf(WorkbenchFacet facet) => Chosen[facet.Name];

    private static IReadOnlyList<string> Answers(IQueryCollection query, WorkbenchFacet facet)
    {
        var answers = facet.Answers.Select(a => a.Value).Where(v => query[facet.Name].Contains(v)).ToList();
        return facet.OneAnswer ? [.. answers.Take(1)] : answers;
    }

    /// <summary>This address without one answer, on its first page.</summary>
    private string Address(string withoutName, string withoutValue)
    {
        var parts = Chosen.SelectMany(c => c.Value, (c, answer) => KeyValuePair.Create<string, string?>(c.Key, answer))
            .Concat(Arranged.Select(code => KeyValuePair.Create<string, string?>(Arrange, code)))
            .Where(p => (p.Key, p.Value) != (withoutName, withoutValue))
            .Concat(ByWaiting ? [KeyValuePair.Create<string, string?>(Order, Waiting)] : []);
        return QueryString.Create(parts) is { HasValue: true } query ? query.Value! : "?";
    }
}

/// <summary>A chosen answer that can be taken away.</summary>
public sealed record Chip(string Text, string Without);
