using System.Globalization;
using System.Text.RegularExpressions;
using Marketplace.Domain.Imports;
using Marketplace.Domain.Vocabulary;

namespace Marketplace.Jobs.Imports;

/// <summary>Reads the cells of one row and writes down what is wrong. A cell with something wrong gives null or nothing; it never throws.</summary>
internal sealed partial class RowReader
{
    private readonly IReadOnlyList<ImportColumn> _columns;
    private readonly ImportRows.Row _row;
    private readonly List<ImportFault> _faults = [];

    public RowReader(IReadOnlyList<ImportColumn> columns, ImportRows.Row row)
    {
        (_columns, _row) = (columns, row);
        if (row.HasBadQuotes)
            Fault("", ImportFaultKind.Quotes);
        if (row.HasMore)
            Fault("", ImportFaultKind.TooManyCells);
    }

    public IReadOnlyList<ImportFault> Faults => _faults;

    public void Fault(string column, ImportFaultKind kind) => _faults.Add(new ImportFault(_row.Number, column, kind));

    /// <summary>The text of a cell on one line; null when it is empty, which is a fault in a column that is needed.</summary>
    public string? Line(string column, int most) => Text(column, most) is { } text ? AnySpace().Replace(text, " ") : null;

    /// <summary>The text of a cell as it stands.</summary>
    public string? Text(string column, int most)
    {
        var place = PlaceOf(column);
        var text = _row.Cells[place].Trim();
        if (text.Length == 0)
        {
            if (_columns[place].IsNeeded)
                Fault(column, ImportFaultKind.Empty);
            return null;
        }

        if (text.Length <= most)
            return text;
        Fault(column, ImportFaultKind.TooLong);
        return null;
    }

    /// <summary>A text that a pattern matches as a whole.</summary>
    public string? Line(string column, int most, string pattern, ImportFaultKind fault)
    {
        if (Line(column, most) is not { } text)
            return null;
        if (Regex.IsMatch(text, $@"^(?:{pattern})\z", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1)))
            return text;
        Fault(column, fault);
        return null;
    }

    /// <summary>A number with at most two decimals; "12,5" and "12.5" are the same.</summary>
    public decimal? Number(string column, decimal least, decimal most, decimal step, ImportFaultKind fault)
    {
        if (Line(column, 20) is not { } text)
            return null;
        if (PlainNumber().IsMatch(text)
            && decimal.TryParse(text.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            && number >= least && number <= most && number % step == 0)
        {
            return number;
        }

        Fault(column, fault);
        return null;
    }

    /// <summary>A day such as 5-12-1990 or 1990-12-05.</summary>
    public DateOnly? Day(string column)
    {
        if (Line(column, 20) is not { } text)
            return null;
        if (DateOnly.TryParseExact(text, ["d-M-yyyy", "d/M/yyyy", "d.M.yyyy", "yyyy-MM-dd"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return day;
        Fault(column, ImportFaultKind.NotADay);
        return null;
    }

    public bool? YesNo(string column)
    {
        if (Line(column, 20)?.ToUpperInvariant() is not { } text)
            return null;
        if (text is "JA" or "J")
            return true;
        if (text is not ("NEE" or "N"))
            Fault(column, ImportFaultKind.NotYesOrNo);
        return text is "NEE" or "N" ? false : null;
    }

    /// <summary>One of a list, by its word or its code.</summary>
    public string? Code(string column, WordList list)
    {
        if (Line(column, 400) is not { } text)
            return null;
        if (list.Find(text) is { } code)
            return code;
        Fault(column, ImportFaultKind.NotInList);
        return null;
    }

    /// <summary>Several of a list, with | or commas between them; each once.</summary>
    public IReadOnlyList<string> Codes(string column, WordList list)
    {
        if (Text(column, 1000) is not { } text)
            return [];
        var words = list.Find(text) is not null ? [text] : text.Split(text.Contains('|', StringComparison.Ordinal) ? ['|'] : [',', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var codes = words.Select(list.FindAll).ToList();
        if (codes.TrueForAll(c => c.Count > 0))
            return [.. codes.SelectMany(c => c).Distinct()];
        Fault(column, ImportFaultKind.NotInList);
        return [];
    }

    private int PlaceOf(string column)
    {
        for (var i = 0; i < _columns.Count; i++)
        {
            if (_columns[i].Name == column)
                return i;
        }

        throw new ArgumentException($"There is no column {column}.", nameof(column));
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex AnySpace();

    [GeneratedRegex(@"^[0-9]{1,6}([.,][0-9]{1,2})?\z", RegexOptions.CultureInvariant)]
    private static partial Regex PlainNumber();
}

/// <summary>The words and codes that a column takes; capitals do not count.</summary>
internal sealed class WordList
{
    private readonly Dictionary<string, IReadOnlyList<string>> _codes = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Some codes of a list, or all, each by its code and its word.</summary>
    public WordList(CodeList list, IEnumerable<string>? only = null)
        : this((only ?? list.Codes).SelectMany(code => new[] { (code, code), (list.Word(code), code) }))
    {
    }

    /// <summary>Words with the code that each stands for; a word that stands for several comes several times.</summary>
    public WordList(IEnumerable<(string Word, string Code)> words)
    {
        foreach (var same in words.GroupBy(w => w.Word, StringComparer.OrdinalIgnoreCase))
            _codes[same.Key] = [.. same.Select(w => w.Code).Distinct()];
    }

    public string? Find(string word) => FindAll(word) is [var code, ..] ? code : null;

    public IReadOnlyList<string> FindAll(string word) => _codes.GetValueOrDefault(word, []);
}
