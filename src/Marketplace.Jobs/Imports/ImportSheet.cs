using System.Security.Cryptography;
using System.Text;
using Marketplace.Domain.Imports;
using Marketplace.Domain.Privacy;

namespace Marketplace.Jobs.Imports;

/// <summary>What can be imported: its columns, and how a row is read.</summary>
public abstract class ImportSheet
{
    /// <summary>The sender's own reference of a row: the first column of every sheet.</summary>
    public const string Reference = "kenmerk";

    private const int MostLettersInReference = 100;

    public static ImportSheet Of(ImportKind kind) => kind == ImportKind.People ? PeopleSheet.Instance : TaskSheet.Instance;

    public abstract IReadOnlyList<ImportColumn> Columns { get; }

    /// <summary>A file to fill in: the header, and a row that shows how and is passed over.</summary>
    public byte[] Template => CsvTable.Write([[.. Columns.Select(c => c.Name)], [.. Columns.Select(c => c.Example)]]);

    /// <summary>Reads every row, in order. The same rows give the same drafts.</summary>
    public IReadOnlyList<ImportDraft> Read(ImportRows rows, ImportSetting setting)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return [.. rows.Rows.Select(row => Read(row, setting, seen))];
    }

    /// <summary>The rows with something wrong as a file that can be mended and sent again.</summary>
    /// <param name="drafts">The rows as they were read.</param>
    /// <param name="words">What a fault is called.</param>
    public byte[] BadRows(IEnumerable<ImportDraft> drafts, Func<ImportFault, string> words) => CsvTable.Write(
    [
        [.. Columns.Select(c => c.Name), ImportRows.FaultColumn],
        .. drafts.Where(d => d.Faults.Count > 0).Select(d => (IReadOnlyList<string>)[.. d.Row.Cells, string.Join(' ', d.Faults.Select(words))]),
    ]);

    private protected abstract IImportedThing? Read(RowReader row, ImportSetting setting);

    private ImportDraft Read(ImportRows.Row row, ImportSetting setting, HashSet<string> seen)
    {
        var reader = new RowReader(Columns, row);
        var reference = reader.Line(Reference, MostLettersInReference)?.ToUpperInvariant();
        if (reference is not null && Bsn.IsValid(reference.Where(char.IsAsciiDigit).ToArray()) && reference.All(c => char.IsAsciiDigit(c) || c is '.' or ' ' or '-'))
            reader.Fault(Reference, ImportFaultKind.ReferenceIsBsn);
        if (reference is not null && !seen.Add(reference))
            reader.Fault(Reference, ImportFaultKind.ReferenceTwice);
        var thing = Read(reader, setting);
        return new ImportDraft(row, reference is null ? "" : HashOf(reference), reader.Faults, reader.Faults.Count == 0 ? thing : null);
    }

    /// <summary>Only this is kept of a reference: whatever a sender uses, it tells nothing.</summary>
    private static string HashOf(string reference) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(reference)));
}

/// <summary>What the reading of a row needs to know.</summary>
/// <param name="Today">The day.</param>
/// <param name="Sender">Who sends the file.</param>
/// <param name="Consultants">Active consultants of the organisation, by e-mail address in capitals.</param>
public sealed record ImportSetting(DateOnly Today, Guid Sender, IReadOnlyDictionary<string, Guid> Consultants);

/// <summary>One row as it was read.</summary>
/// <param name="Row">The row.</param>
/// <param name="Reference">Hash of the sender's reference; empty when there is none.</param>
/// <param name="Faults">What is wrong.</param>
/// <param name="Thing">What it can become; null when something is wrong.</param>
public sealed record ImportDraft(ImportRows.Row Row, string Reference, IReadOnlyList<ImportFault> Faults, IImportedThing? Thing);

/// <summary>What a good row becomes: a <see cref="NewPerson"/> or a <see cref="NewTask"/>.</summary>
public interface IImportedThing;
