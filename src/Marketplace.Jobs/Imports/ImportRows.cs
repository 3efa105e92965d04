using System.IO.Compression;
using System.Text.Json;

namespace Marketplace.Jobs.Imports;

/// <summary>The rows of a file under the columns of a sheet. A column that we do not know was left out, so that nothing of it is kept.</summary>
/// <param name="Rows">Without the header and the row of the template.</param>
public sealed record ImportRows(IReadOnlyList<ImportRows.Row> Rows)
{
    /// <summary>The reference of the row that stands in a template; it is passed over.</summary>
    public const string ExampleReference = "VOORBEELD";

    /// <summary>A column of the file with bad rows that says what is wrong; it is passed over when the file comes back.</summary>
    public const string FaultColumn = "fout";

    /// <param name="Number">As a spreadsheet counts.</param>
    /// <param name="Cells">One for each column of the sheet.</param>
    /// <param name="HasBadQuotes">The cells are a guess.</param>
    /// <param name="HasMore">There are more cells than columns.</param>
    public sealed record Row(int Number, IReadOnlyList<string> Cells, bool HasBadQuotes, bool HasMore);

    /// <summary>What became of reading a file.</summary>
    /// <param name="Rows">Null when there is a fault.</param>
    /// <param name="Fault">Why the file cannot be read.</param>
    /// <param name="Columns">The columns of the sheet that the fault is about.</param>
    /// <param name="PassedOver">How many columns of the file we do not know.</param>
    public sealed record Outcome(ImportRows? Rows, FileFault? Fault, IReadOnlyList<string> Columns, int PassedOver);

    /// <summary>Reads a file for a sheet.</summary>
    public static Outcome Read(ReadOnlySpan<byte> file, ImportSheet sheet)
    {
        var (table, fault) = CsvTable.Read(file);
        if (table is null)
            return new Outcome(null, fault, [], 0);
        var header = table.Rows[0].Cells.Select(c => c.Trim()).ToList();
        var places = sheet.Columns.Select(c => header.FindIndex(h => Same(h, c.Name))).ToList();
        var missing = sheet.Columns.Where((c, i) => c.IsNeeded && places[i] < 0).Select(c => c.Name).ToList();
        var twice = sheet.Columns.Where(c => header.Count(h => Same(h, c.Name)) > 1).Select(c => c.Name).ToList();
        if (places.All(p => p < 0))
            return new Outcome(null, FileFault.NoHeader, [], 0);
        if (missing.Count > 0 || twice.Count > 0)
            return new Outcome(null, missing.Count > 0 ? FileFault.ColumnMissing : FileFault.ColumnTwice, missing.Count > 0 ? missing : twice, 0);
        var rows = table.Rows.Skip(1).Where(r => !IsExample(r, places[0])).Select(r => new Row(
            r.Number, [.. places.Select(p => p >= 0 && p < r.Cells.Count ? r.Cells[p] : "")], r.HasBadQuotes, r.Cells.Skip(header.Count).Any(c => c.Length > 0))).ToList();
        var passedOver = header.Count(h => h.Length > 0 && !Same(h, FaultColumn) && !sheet.Columns.Any(c => Same(h, c.Name)));
        return rows.Count == 0 ? new Outcome(null, FileFault.NoRows, [], 0) : new Outcome(new ImportRows(rows), null, [], passedOver);
    }

    /// <summary>The form in which the rows wait, before they are sealed.</summary>
    public byte[] ToBytes()
    {
        using var bytes = new MemoryStream();
        using (var packed = new GZipStream(bytes, CompressionLevel.Fastest))
            JsonSerializer.Serialize(packed, Rows, JsonSerializerOptions.Default);
        return bytes.ToArray();
    }

    /// <summary>Reads <see cref="ToBytes"/>.</summary>
    public static ImportRows OfBytes(byte[] bytes)
    {
        using var packed = new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress);
        return new ImportRows(JsonSerializer.Deserialize<List<Row>>(packed, JsonSerializerOptions.Default)!);
    }

    private static bool IsExample(CsvTable.Row row, int place) => place < row.Cells.Count && Same(row.Cells[place], ExampleReference);

    private static bool Same(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
