using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Marketplace.Domain.Vocabulary;
using Marketplace.Matching.Geo;
using Marketplace.Matching.Narrowing;

namespace Marketplace.Matching.Elasticsearch;

/// <summary>
/// A <see cref="CandidateRow"/> as Elasticsearch keeps it: its bytes without revision (the server keeps that), region and organisation (whose
/// numbers are those of one process), and behind them a mark of what the bits mean. A row with another mark is never read: bits are places in
/// lists, and another version of the program may have other lists.
/// </summary>
internal sealed class StoredRow
{
    private const int RowBytes = CandidateRow.Size - sizeof(uint);
    internal const int MarkBytes = 4;

    /// <summary>A multiple of three, because the server answers base64 without padding.</summary>
    internal const int Size = RowBytes + MarkBytes;

    private readonly byte[] _mark;

    internal StoredRow(Geography geography)
    {
        _mark = SHA256.HashData(Encoding.UTF8.GetBytes(Meaning(geography)))[..MarkBytes];
        Mark = Convert.ToHexStringLower(_mark);
    }

    /// <summary>The mark in letters.</summary>
    internal string Mark { get; }

    internal byte[] Write(in CandidateRow row)
    {
        var bytes = new byte[Size];
        MemoryMarshal.AsBytes(new ReadOnlySpan<CandidateRow>(in row))[..RowBytes].CopyTo(bytes);
        _mark.CopyTo(bytes, RowBytes);
        return bytes;
    }

    /// <summary>Reads the row; false when the bytes are of another version.</summary>
    internal bool TryRead(ReadOnlySpan<byte> bytes, out CandidateRow row)
    {
        row = default;
        if (bytes.Length != Size || !bytes[RowBytes..].SequenceEqual(_mark))
            return false;
        bytes[..RowBytes].CopyTo(MemoryMarshal.AsBytes(new Span<CandidateRow>(ref row)));
        return true;
    }

    /// <summary>Everything that a bit or a number of a row refers to, and the bytes of one row in which every field is another value.</summary>
    private static string Meaning(Geography geography)
    {
        var meaning = new StringBuilder();
        foreach (var list in (CodeList[])[CodeLists.Tags, CodeLists.Certificates, CodeLists.Circumstances, CodeLists.Sectors, CodeLists.Forms])
            meaning.AppendJoin(' ', list.Codes).Append('\n');
        meaning.AppendJoin(' ', Dimensions.All.Select(d => d.Code)).Append('\n')
            .AppendJoin(' ', Dayparts.All).Append('\n')
            .AppendJoin(' ', TravelModes.All.Select(m => m.Code)).Append('\n')
            .AppendJoin(' ', geography.Postcodes.Select(p => p.Code)).Append('\n')
            .AppendJoin(' ', Measures.All.Select(m => m.Code)).Append('\n');
        var facts = CandidateFacts.Of(Specimen(geography), geography);
        CandidateRow.TryPack(facts, new DateOnly(2031, 5, 7), FoundConsent.Given(new DateOnly(2029, 3, 2), new DateOnly(2033, 8, 9)), 0, 0, 0, out var row);
        return meaning.Append(Convert.ToHexString(MemoryMarshal.AsBytes(new ReadOnlySpan<CandidateRow>(in row)))).ToString();
    }

    private static Candidate Specimen(Geography geography) => new()
    {
        Code = "K-123456",
        Pc4 = geography.Postcodes[^1].Code,
        Hours = new CandidateHours(4.25m, 11.5m, 23.75m),
        Dayparts = [.. Dayparts.All.Where((_, i) => i % 4 == 1)],
        Modes = [TravelModes.All[1].Code, TravelModes.All[^1].Code],
        MaxMinutes = 97,
        Capacities = new Levels(Dimensions.All.Where((_, i) => i % 5 != 0).Select((d, i) => KeyValuePair.Create(d.Code, i % 4))),
        Growth = new Levels(Dimensions.All.Where((_, i) => i % 3 == 0).Select((d, i) => KeyValuePair.Create(d.Code, 1 + i % 3))),
        Certificates = [.. CodeLists.Certificates.Codes.Take(2)],
        Exclusions = [.. CodeLists.Circumstances.Codes.Skip(1).Take(2)],
        Support = [Measures.All[2].Code, Measures.All[^2].Code],
        Forms = [Forms.Regular, Forms.BasicJob],
        Wishes = new Wishes([.. CodeLists.Sectors.Codes.Take(3)], [.. CodeLists.Tags.Codes.Take(4)], [.. CodeLists.Tags.Codes.Skip(5).Take(3)]),
    };

    /// <summary>The name of a version: a number that a person raises, and the mark.</summary>
    internal string Schema(int version) => string.Create(CultureInfo.InvariantCulture, $"{version}-{Mark}");
}
