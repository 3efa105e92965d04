using System.Globalization;
using System.Reflection;
using System.Text.Json;
using Marketplace.Domain.Contracts;

namespace Marketplace.Domain.Regulations;

/// <summary>
/// All figures with their dates. A rule asks for a figure on a day; what is not known is never filled in, except that a
/// <see cref="Term"/> holds before its first version too. A book is checked as a whole when it is read: the program does
/// not start with a figure without a source, with versions out of order or with a term without a value.
/// </summary>
public sealed class RegulationBook
{
    private const string BookFile = "Regulations/book.json";
    private const string FigureFolder = "Regulations/Figures/";
    private const int LongestTerm = 1_200;

    private static readonly Dictionary<string, Confidence> Marks = new(StringComparer.Ordinal)
    {
        ["V"] = Confidence.Verified,
        ["V2"] = Confidence.OneSource,
        ["GK"] = Confidence.GeneralKnowledge,
        ["NV"] = Confidence.NotFound,
        ["OWN"] = Confidence.OwnChoice,
    };

    /// <summary>Figures of a scheme that may be unknown but, when they are known, must have these numbers.</summary>
    private static readonly (string Figure, string[][] Numbers)[] Shapes =
    [
        ("wml.hourly", [[]]),
        ("wml.month", [[]]),
        ("lks.cap", [[]]),
        ("lks.flat", [["percentage"]]),
        ("lks.charges", [[]]),
        ("lkv.banenafspraak", [["perHour"], ["maxYear"]]),
        ("lkv.arbeidsgehandicapt", [["perHour"], ["maxYear"]]),
        ("volunteer.allowance", [[]]),
        ("wml.youth", [.. from column in new[] { "general", "bbl" } from age in Enumerable.Range(15, 6)
            select new[] { column, age.ToString(CultureInfo.InvariantCulture) }]),
    ];

    private static readonly Lazy<RegulationBook> Embedded = new(() => Read(EmbeddedFiles()));

    private readonly Dictionary<string, Figure> _figures = new(StringComparer.Ordinal);

    private RegulationBook(DateOnly start) => Start = start;

    /// <summary>The book of this version of the program.</summary>
    /// <exception cref="InvalidDataException">A file is wrong; the message names it.</exception>
    public static RegulationBook Current => Embedded.Value;

    /// <summary>The first day on which the book can be asked what holds.</summary>
    public DateOnly Start { get; }

    /// <summary>The figures by name.</summary>
    public IEnumerable<Figure> Figures => _figures.Values.OrderBy(figure => figure.Name, StringComparer.Ordinal);

    /// <summary>The newest version that has started by a day, or null when no version has.</summary>
    /// <exception cref="KeyNotFoundException">The book has no figure of that name.</exception>
    public FigureVersion? On(string name, DateOnly date)
    {
        var versions = _figures[name].Versions;
        for (var i = versions.Count - 1; i >= 0; i--)
        {
            if (versions[i].ValidFrom <= date)
            {
                return versions[i];
            }
        }

        return null;
    }

    /// <summary>A figure for a page on a day: the last known version, and whether it waits for a new amount (regulations.md, last paragraph of "Facts, figures and missing").</summary>
    /// <exception cref="KeyNotFoundException">The book has no figure of that name.</exception>
    public ShownFigure Shown(string name, DateOnly date)
    {
        var known = _figures[name].Versions.LastOrDefault(version => version.ValidFrom <= date && version.IsKnown);
        return new ShownFigure(known, known is not null && known != On(name, date));
    }

    /// <summary>
    /// The book for estimates on pages: where an amount is not published yet, the last known one goes on. What it gives must be labelled
    /// (<see cref="Shown"/>); a decision, a reminder or the command never uses it.
    /// </summary>
    public RegulationBook WithLastKnown()
    {
        var book = new RegulationBook(Start);
        foreach (var figure in _figures.Values)
            book._figures.Add(figure.Name, figure.Versions.Any(v => v.IsKnown) ? figure with { Versions = [.. figure.Versions.Where(v => v.IsKnown)] } : figure);
        return book;
    }

    /// <summary>A term that counts days, months or years.</summary>
    public int Whole(Term term, DateOnly date) => (int)Value(term, date).GetDecimal();

    /// <summary>A term that is a number, in the unit of its figure.</summary>
    public decimal Number(Term term, DateOnly date) => Value(term, date).GetDecimal();

    /// <summary>A term that is a date.</summary>
    public DateOnly Date(Term term, DateOnly date) =>
        DateOnly.ParseExact(Value(term, date).GetString()!, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>A term that is a list of days or months.</summary>
    public IReadOnlyList<int> WholeList(Term term, DateOnly date) => [.. Value(term, date).EnumerateArray().Select(entry => (int)entry.GetDecimal())];

    /// <summary>A term that is a list of numbers, in the unit of its figure.</summary>
    public IReadOnlyList<decimal> NumberList(Term term, DateOnly date) => [.. Value(term, date).EnumerateArray().Select(entry => entry.GetDecimal())];

    /// <summary>Reads and checks a book.</summary>
    /// <param name="files">Each file by its name, <c>Regulations/book.json</c> and <c>Regulations/Figures/*.json</c>.</param>
    /// <exception cref="InvalidDataException">A file is wrong or missing; the message names it and the place in it.</exception>
    public static RegulationBook Read(IReadOnlyDictionary<string, byte[]> files)
    {
        ArgumentNullException.ThrowIfNull(files);
        if (!files.TryGetValue(BookFile, out var bookFile))
        {
            throw new InvalidDataException($"{BookFile} is missing.");
        }

        var book = new RegulationBook(ReadFile(BookFile, bookFile, value => value.Object(ReadStart)));
        foreach (var (name, content) in files.Where(file => file.Key.StartsWith(FigureFolder, StringComparison.Ordinal)))
        {
            var figure = ReadFile(name, content, value => value.Object(ReadFigure));
            if (name != FileOf(figure.Name))
            {
                throw new InvalidDataException($"{name}: $.name is {figure.Name}, which is not the name of the file.");
            }

            book._figures.Add(figure.Name, figure);
        }

        book.RefuseWrongShapes();
        return book;
    }

    private static string FileOf(string figure) => $"{FigureFolder}{figure}.json";

    private static DateOnly ReadStart(InputFields fields)
    {
        fields.Required("schema", schema => schema.Constant("marketplace-figures-1"));
        fields.Required("reference", Line);
        fields.Required("notes", notes => notes.List(Line));
        return fields.Required("bookStart", start => start.Date()).OrDefault;
    }

    private static Figure ReadFigure(InputFields fields)
    {
        var name = fields.Required("name", Line);
        var versions = fields.Required("versions", list => list.List(
            version => version.Object(inside => ReadVersion(inside, name.OrDefault ?? "")), minCount: 1));
        for (var i = 1; i < (versions.OrDefault?.Count ?? 0); i++)
        {
            if (versions.Value[i].ValidFrom <= versions.Value[i - 1].ValidFrom)
            {
                fields.Fault($"versions[{i.ToString(CultureInfo.InvariantCulture)}].validFrom", "must be after the one before it");
            }
        }

        return new Figure(
            name.OrDefault ?? "",
            fields.Required("unit", Line).OrDefault ?? "",
            fields.Required("usedBy", usedBy => usedBy.DistinctList(Line)).OrDefault ?? [],
            fields.Optional("note", Line).OrDefault,
            versions.OrDefault ?? []);
    }

    private static FigureVersion ReadVersion(InputFields fields, string figure) => new(
        figure,
        fields.Required("validFrom", date => date.Date()).OrDefault,
        fields.Required("value", value => Reading.Of(value.Json.Clone())).OrDefault,
        fields.Required("confidence", mark => mark.OneOf(Marks)).OrDefault,
        fields.Required("source", Line).OrDefault ?? "",
        fields.Required("publishedOn", date => date.Json.ValueKind == JsonValueKind.Null ? Reading.Open<DateOnly>() : date.Date()).OrNull());

    private static Reading<string> Line(InputValue value) =>
        value.Text(1, 1_000, text => !string.IsNullOrWhiteSpace(text), "a text that is not blank");

    private static T ReadFile<T>(string name, byte[] content, Func<InputValue, Reading<T>> read)
    {
        using var document = StrictJson.Parse(content, maxNesting: 64) ?? throw new InvalidDataException($"{name}: $: not JSON");
        var faults = new FaultList();
        var reading = read(InputValue.Root(document, faults));
        if (!reading.IsRight)
        {
            using var lines = new StringWriter(CultureInfo.InvariantCulture);
            faults.WriteTo(lines);
            throw new InvalidDataException($"{name}: {lines.ToString().TrimEnd().ReplaceLineEndings("; ")}");
        }

        return reading.Value;
    }

    private void RefuseWrongShapes()
    {
        foreach (var term in Terms.All)
        {
            foreach (var version in VersionsFor(term.Figure))
            {
                if (!IsRight(Inside(version.Value, term.Member), term))
                {
                    throw new InvalidDataException(
                        $"{FileOf(term.Figure)}: version {version.Reference} has no value that the term {term.Member ?? term.Figure} can be.");
                }
            }
        }

        foreach (var (figure, numbers) in Shapes)
        {
            foreach (var version in VersionsFor(figure).Where(version => version.IsKnown))
            {
                foreach (var members in numbers)
                {
                    if (members.Aggregate<string, JsonElement?>(version.Value, Inside) is not { ValueKind: JsonValueKind.Number })
                    {
                        throw new InvalidDataException($"{FileOf(figure)}: version {version.Reference} has no number {string.Join(" ", members)}.");
                    }
                }
            }
        }
    }

    private IReadOnlyList<FigureVersion> VersionsFor(string figure) =>
        _figures.TryGetValue(figure, out var found) ? found.Versions : throw new InvalidDataException($"{FileOf(figure)} is missing.");

    private static JsonElement? Inside(JsonElement? value, string? member) =>
        member is null ? value
        : value is { ValueKind: JsonValueKind.Object } members && members.TryGetProperty(member, out var inside) ? inside
        : null;

    private static bool IsRight(JsonElement? value, Term term) => value switch
    {
        null => false,
        { ValueKind: JsonValueKind.String } date when term.IsDate => ContractDate.TryParse(date.GetString(), out _),
        { ValueKind: JsonValueKind.Number } number when !term.IsDate && term.Count is null => IsRight(ExactNumber.Of(number), term, least: 1),
        { ValueKind: JsonValueKind.Array } list when term.Count is { } count =>
            list.GetArrayLength() is var length && (count == 0 ? length > 0 : length == count)
            && list.EnumerateArray().All(entry => entry.ValueKind == JsonValueKind.Number && IsRight(ExactNumber.Of(entry), term, least: 0)),
        _ => false,
    };

    private static bool IsRight(ExactNumber number, Term term, int least) =>
        number.IsExact
        && number.Value <= LongestTerm
        && (term.IsWhole ? number.Value >= least && number.Value % 1 == 0 : number.Value > 0);

    private JsonElement Value(Term term, DateOnly date)
    {
        var version = On(term.Figure, date) ?? _figures[term.Figure].Versions[0];
        return Inside(version.Value, term.Member)!.Value;
    }

    private static Dictionary<string, byte[]> EmbeddedFiles()
    {
        var assembly = Assembly.GetExecutingAssembly();
        var files = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var resource in assembly.GetManifestResourceNames())
        {
            var name = resource.Replace('\\', '/'); // built on Windows
            if (name == BookFile || name.StartsWith(FigureFolder, StringComparison.Ordinal))
            {
                using var stream = assembly.GetManifestResourceStream(resource)!;
                using var memory = new MemoryStream();
                stream.CopyTo(memory);
                files.Add(name, memory.ToArray());
            }
        }

        return files;
    }
}
