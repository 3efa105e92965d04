using System.Text;
using CsCheck;
using Marketplace.Domain.Imports;
using Marketplace.Jobs.Imports;
using Marketplace.Testing;
using Xunit;

namespace Marketplace.Tests.Jobs.Imports;

/// <summary>Files as people make them are read; other bytes are told.</summary>
public sealed class CsvTableTests
{
    private static readonly ImportSetting Setting = new(new DateOnly(2026, 11, 24), Guid.NewGuid(), new Dictionary<string, Guid>());

    public static TheoryData<string, byte[]> Encodings => new()
    {
        { "UTF-8", Encoding.UTF8.GetBytes("naam;plaats\nZoë;Étten") },
        { "UTF-8 with a mark", [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes("naam;plaats\nZoë;Étten")] },
        { "Windows-1252", CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes("naam;plaats\nZoë;Étten") },
        { "UTF-16 of Excel, with tabs", [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes("naam\tplaats\nZoë\tÉtten")] },
    };

    [Theory]
    [MemberData(nameof(Encodings))]
    public void Every_encoding_that_excel_writes_is_read(string encoding, byte[] file)
    {
        Assert.NotEmpty(encoding);
        Assert.Equal(["naam|plaats", "Zoë|Étten"], Cells(file));
    }

    [Theory]
    [InlineData("a;b\n1;2", "a|b", "1|2")]
    [InlineData("a,b\r\n1,2\r\n", "a|b", "1|2")]
    [InlineData("sep=,\r\na,b\r\n1,\"2;3\"", "a|b", "1|2;3")]
    [InlineData("SEP=;\na;b\n1;2", "a|b", "1|2")]
    [InlineData("a;b\n\"regel 1\r\nregel 2\";\"zei \"\"ja\"\"\"", "a|b", "regel 1\r\nregel 2|zei \"ja\"")]
    [InlineData("a;b\n'+31 6 1234;'=1+1", "a|b", "+31 6 1234|=1+1")]
    [InlineData("a;b;c\n;;\n 1 ; 2", "a|b|c", "1|2")]
    public void Cells_are_read_as_they_were_meant(string text, params string[] rows) => Assert.Equal(rows, Cells(Encoding.UTF8.GetBytes(text)));

    [Fact]
    public void A_row_has_the_number_that_the_spreadsheet_shows()
    {
        var table = CsvTable.Read("sep=;\r\na;b\r\n\r\n\"een\ntwee\";x\r\n3;y"u8).Table!;

        Assert.Equal([1, 3, 4], table.Rows.Select(r => r.Number));
    }

    [Fact]
    public void A_quotation_mark_in_the_wrong_place_is_of_its_own_row()
    {
        var table = CsvTable.Read("a;b\n1;12\" plank\n2;goed\n3;\"open\n4;weg"u8).Table!;

        Assert.Equal([false, true, false, true], table.Rows.Select(r => r.HasBadQuotes));
    }

    public static TheoryData<string, byte[], FileFault> BadFiles => new()
    {
        { "nothing", [], FileFault.Empty },
        { "only a mark", [.. Encoding.UTF8.Preamble], FileFault.Empty },
        { "only empty rows", "\r\n;;;\r\n\r\n"u8.ToArray(), FileFault.Empty },
        { "only sep=", "sep=;"u8.ToArray(), FileFault.Empty },
        { "a picture", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13], FileFault.NotText },
        { "xlsx", [.. "PK"u8, 3, 4, 20, 0], FileFault.Spreadsheet },
        { "xls", [0xD0, 0xCF, 0x11, 0xE0, 0xA1], FileFault.Spreadsheet },
        { "too large", new byte[CsvTable.MostBytes + 1], FileFault.TooLarge },
        { "too many rows", Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("a\n", CsvTable.MostRows + 1))), FileFault.TooManyRows },
    };

    [Theory]
    [MemberData(nameof(BadFiles))]
    public void A_file_that_cannot_be_read_says_why(string what, byte[] file, FileFault fault)
    {
        Assert.NotEmpty(what);
        Assert.Equal((null, fault), CsvTable.Read(file));
    }

    [Theory]
    [InlineData("Jan;Jansen;1-1-1990", FileFault.NoHeader, "")]
    [InlineData("kenmerk;taak\n1;Vegen", FileFault.ColumnMissing, "voorbeeld, keer, per, minuten, wie doet het nu, mag iemand anders")]
    [InlineData(ImportSamples.TasksHeader + ";taak\n1", FileFault.ColumnTwice, "taak")]
    [InlineData(ImportSamples.TasksHeader + "\n\n", FileFault.NoRows, "")]
    public void A_wrong_header_says_which_columns(string text, FileFault fault, string columns)
    {
        var outcome = ImportRows.Read(Encoding.UTF8.GetBytes(text), TaskSheet.Instance);

        Assert.Equal((fault, columns), (outcome.Fault, string.Join(", ", outcome.Columns)));
        Assert.Null(outcome.Rows);
    }

    [Fact]
    public void A_column_that_we_do_not_know_is_counted_and_nothing_of_it_is_kept()
    {
        var outcome = ImportRows.Read(Encoding.UTF8.GetBytes($"BSN;{ImportSamples.TasksHeader};fout\n123456782;{ImportSamples.Task("R1")};Kijk na"), TaskSheet.Instance);

        Assert.Equal(1, outcome.PassedOver);
        Assert.DoesNotContain("123456782", Assert.Single(outcome.Rows!.Rows).Cells);
    }

    [Theory]
    [InlineData(ImportKind.People)]
    [InlineData(ImportKind.Tasks)]
    public void The_template_can_be_sent_as_it_is_and_its_row_is_passed_over(ImportKind kind)
    {
        var sheet = ImportSheet.Of(kind);
        Assert.Equal(FileFault.NoRows, ImportRows.Read(sheet.Template, sheet).Fault);

        // But for its reference, the colleague and the name the row is right: nobody learns a mistake from it.
        var text = Encoding.UTF8.GetString(sheet.Template).Replace("VOORBEELD", "R1", StringComparison.Ordinal).Replace("collega@voorbeeld.nl", "", StringComparison.Ordinal);
        Assert.Empty(Assert.Single(sheet.Read(ImportRows.Read(Encoding.UTF8.GetBytes(text), sheet).Rows!, Setting)).Faults);
    }

    [Fact]
    public void What_is_written_is_read_back()
    {
        var cell = Gen.OneOf(Gen.String[Gen.Char["abcé;,\"'=+-@ \t\n0"], 0, 12], Gen.Const("'=x"), Gen.Const("''+"), Gen.Const("regel 1\r\nregel 2"));
        cell.Array[1, 5].Array[1, 8].Sample(rows =>
        {
            // Spaces around a cell do not count, and a row with nothing in it is none.
            var meant = rows.Select(r => r.Select(c => c.Trim()).ToArray()).ToList();
            var read = CsvTable.Read(CsvTable.Write([["kop;1", "b", "c", "d", "e"], .. meant])).Table!.Rows.Skip(1).Select(r => r.Cells.ToArray());
            return meant.Where(r => r.Any(c => c.Length > 0)).Select(r => string.Join('|', r)).SequenceEqual(read.Select(r => string.Join('|', r)));
        }, iter: LongRun.Inputs);
    }

    [Fact]
    public void Whatever_comes_in_gives_rows_or_faults_and_never_half_a_row()
    {
        var good = ImportSamples.File(ImportKind.People, 3);
        var piece = Gen.OneOf(
            Gen.Byte.Array[0, 40], Gen.String.Select(Encoding.UTF8.GetBytes),
            Gen.OneOf("\"", ";", ",", "\r\n", "sep=,\n", "'", "|", "=1+1", "\u0000", ImportSamples.PeopleHeader, ImportSamples.TasksHeader, "R1").Select(Encoding.UTF8.GetBytes));
        var changed = Gen.Select(Gen.Int[0, good.Length], Gen.Int[0, 30], piece).Select((at, gone, put) => (byte[])[.. good[..at], .. put, .. good[Math.Min(good.Length, at + gone)..]]);
        Gen.OneOf(changed, piece.Array[0, 12].Select(p => p.SelectMany(b => b).ToArray())).Sample(file =>
        {
            foreach (var sheet in new ImportSheet[] { PeopleSheet.Instance, TaskSheet.Instance })
            {
                var outcome = ImportRows.Read(file, sheet);
                Assert.True(outcome.Rows is null != outcome.Fault is null);
                if (outcome.Rows is not { } rows)
                    continue;
                var drafts = sheet.Read(ImportRows.OfBytes(rows.ToBytes()), Setting);
                Assert.Equal(rows.Rows.Count, drafts.Count);
                Assert.All(drafts, d => Assert.True(d.Thing is null == d.Faults.Count > 0 && (d.Thing is null || d.Reference.Length == 64)));
                var taken = drafts.Where(d => d.Thing is not null).ToList();
                Assert.Equal(taken.Count, taken.Select(d => d.Reference).Distinct().Count());
                var act = new Marketplace.Domain.Shared.Act(Marketplace.Domain.Organisations.Actor.Program, DateTime.UnixEpoch, Setting.Today);
                foreach (var draft in taken)
                    _ = draft.Thing is NewPerson person ? (object)person.ToPerson("K-00001", Guid.Empty, ["drechtsteden"], act) : ((NewTask)draft.Thing!).ToTask(Guid.Empty, act);
            }
        }, iter: LongRun.Inputs);
    }

    private static IEnumerable<string> Cells(byte[] file) => CsvTable.Read(file).Table!.Rows.Select(r => string.Join('|', r.Cells));
}
