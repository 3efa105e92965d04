using System.Buffers;
using System.Buffers.Text;
using System.Text.Json;

namespace Marketplace.Matching.Elasticsearch;

/// <summary>Stored rows after each other, in a pooled array.</summary>
internal sealed class StoredRows : IDisposable
{
    private byte[] _bytes = [];

    internal int Count { get; private set; }

    internal ReadOnlySpan<byte> this[int row] => _bytes.AsSpan(row * StoredRow.Size, StoredRow.Size);

    /// <summary>Adds the row whose base64 the reader is at.</summary>
    /// <exception cref="JsonException">It is no row.</exception>
    internal void Add(ref Utf8JsonReader reader)
    {
        var start = Count * StoredRow.Size;
        if (_bytes.Length < start + StoredRow.Size)
            Grow();
        var row = _bytes.AsSpan(start, StoredRow.Size);
        if (reader.HasValueSequence || reader.ValueIsEscaped)
        {
            if (!reader.TryGetBytesFromBase64(out var bytes) || bytes.Length != row.Length)
                throw new JsonException("A row is too long or too short.");
            bytes.CopyTo(row);
        }
        else if (Base64.DecodeFromUtf8(reader.ValueSpan, row, out _, out var written) != OperationStatus.Done || written != row.Length)
        {
            throw new JsonException("A row is too long or too short.");
        }

        Count++;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_bytes.Length > 0)
            ArrayPool<byte>.Shared.Return(_bytes);
        (_bytes, Count) = ([], 0);
    }

    private void Grow()
    {
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(1024 * StoredRow.Size, 2 * _bytes.Length));
        _bytes.CopyTo(larger, 0);
        if (_bytes.Length > 0)
            ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = larger;
    }
}
