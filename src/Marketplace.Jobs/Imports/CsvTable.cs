using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace Marketplace.Jobs.Imports;

/// <summary>
/// A file of separated values as people make it: UTF-8 with or without a mark, Windows-1252 or UTF-16; separated by ; , or tab; the <c>sep=</c>
/// line of Excel; quoted cells with line ends. Whatever the bytes are, reading gives a table or says what is wrong.
/// </summary>
/// <param name="Rows">Every row with something in it, the header first.</param>
public sealed record CsvTable(IReadOnlyList<CsvTable.Row> Rows)
{
    /// <summary>The largest file.</summary>
    public const int MostBytes = 10 * 1024 * 1024;

    /// <summary>The most rows, header included.</summary>
    public const int MostRows = 20_001;

    private const char QuoteOfExcel = '\'';

    private static readonly char[] Separators = [';', ',', '\t'];

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    /// <param name="Number">As a spreadsheet counts: empty rows too, the <c>sep=</c> line not.</param>
    /// <param name="Cells">As they were meant, without quotation marks around them.</param>
    /// <param name="HasBadQuotes">A quotation mark stands where it cannot, so the cells are a guess.</param>
    public sealed record Row(int Number, IReadOnlyList<string> Cells, bool HasBadQuotes);

    /// <summary>Reads a file.</summary>
    /// <returns>The table, or what is wrong; never both.</returns>
    public static (CsvTable? Table, FileFault? Fault) Read(ReadOnlySpan<byte> file)
    {
        if (file.Length > MostBytes)
            return (null, FileFault.TooLarge);
        if (file.StartsWith("PK\x3\x4"u8) || file.StartsWith<byte>([0xD0, 0xCF, 0x11, 0xE0]))
            return (null, FileFault.Spreadsheet);
        if (Decode(file) is not { } text)
            return (null, FileFault.NotText);
        if (string.IsNullOrWhiteSpace(text))
            return (null, FileFault.Empty);
        var separator = SeparatorOf(ref text);
        var rows = RowsOf(text, separator);
        return rows.Count switch
        {
            0 => (null, FileFault.Empty),
            > MostRows => (null, FileFault.TooManyRows),
            _ => (new CsvTable(rows), null),
        };
    }

    /// <summary>Writes a file that Excel in Dutch opens as it is, and that <see cref="Read"/> reads back.</summary>
    public static byte[] Write(IEnumerable<IReadOnlyList<string>> rows)
    {
        var text = new StringWriter();
        using (var csv = new CsvWriter(text, new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = ";",
            NewLine = "\r\n",
            ShouldQuote = field => field.Field.AsSpan().IndexOfAny(";\"\r\n") >= 0,
        }))
        {
            foreach (var row in rows)
            {
                foreach (var cell in row)
                    csv.WriteField(LooksLikeFormula(cell.TrimStart(QuoteOfExcel)) ? QuoteOfExcel + cell : cell);
                csv.NextRecord();
            }
        }

        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())];
    }

    private static string? Decode(ReadOnlySpan<byte> file)
    {
        string text;
        if (file.StartsWith(Encoding.Unicode.Preamble))
            text = Encoding.Unicode.GetString(file[2..]);
        else if (file.StartsWith(Encoding.BigEndianUnicode.Preamble))
            text = Encoding.BigEndianUnicode.GetString(file[2..]);
        else
            text = OfBytes(file.StartsWith(Encoding.UTF8.Preamble) ? file[3..] : file);
        return text.AsSpan().IndexOfAny(NoText) >= 0 ? null : text;
    }

    private static string OfBytes(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return Utf8.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return Windows1252.GetString(bytes);
        }
    }

    /// <summary>Characters that stand in no text: what is left of a picture or a program.</summary>
    private static readonly System.Buffers.SearchValues<char> NoText = System.Buffers.SearchValues.Create(
        [.. Enumerable.Range(0, 32).Concat(Enumerable.Range(127, 33)).Select(c => (char)c).Except(['\t', '\r', '\n', '\u0085'])]);

    /// <summary>What the <c>sep=</c> line says, which is taken off; otherwise what separates the cells of the header.</summary>
    private static char SeparatorOf(ref string text)
    {
        var line = text.AsSpan()[..(text.AsSpan().IndexOfAny('\r', '\n') is >= 0 and var end ? end : text.Length)];
        if (line.Length == 5 && line.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) && Separators.Contains(line[4]))
        {
            var separator = line[4];
            text = text[Math.Min(text.Length, 5 + (text.AsSpan(5).StartsWith("\r\n") ? 2 : 1))..];
            return separator;
        }

        var header = line.ToString();
        return Separators.MaxBy(s => header.Count(c => c == s));
    }

    private static List<Row> RowsOf(string text, char separator)
    {
        var rows = new List<Row>();
        var hasBadQuotes = false;
        using var parser = new CsvParser(new StringReader(text), new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = separator.ToString(),
            HasHeaderRecord = false,
            IgnoreBlankLines = false,
            BadDataFound = _ => hasBadQuotes = true,
        });
        while (rows.Count <= MostRows && parser.Read())
        {
            var cells = parser.Record!.Select(Plain).ToArray();
            if (hasBadQuotes || cells.Any(c => c.Length > 0))
                rows.Add(new Row(parser.Row, cells, hasBadQuotes));
            hasBadQuotes = false;
        }

        return rows;
    }

    private static string Plain(string cell)
    {
        var plain = cell.Trim();
        return plain.StartsWith(QuoteOfExcel) && LooksLikeFormula(plain.TrimStart(QuoteOfExcel)) ? plain[1..] : plain;
    }

    /// <summary>A spreadsheet would compute this; with a ' before it, it stays text.</summary>
    private static bool LooksLikeFormula(string cell) => cell.Length > 0 && (cell[0] is '=' or '+' or '-' or '@');
}
