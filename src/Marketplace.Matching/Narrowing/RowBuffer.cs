using System.Buffers;

namespace Marketplace.Matching.Narrowing;

/// <summary>Rows that an index found, in a pooled array.</summary>
internal sealed class RowBuffer : IDisposable
{
    private CandidateRow[] _rows = ArrayPool<CandidateRow>.Shared.Rent(1024);

    internal int Count { get; private set; }

    internal ReadOnlySpan<CandidateRow> Rows => _rows.AsSpan(0, Count);

    internal void Add(in CandidateRow row)
    {
        if (Count == _rows.Length)
            Grow();
        _rows[Count++] = row;
    }

    public void Dispose()
    {
        ArrayPool<CandidateRow>.Shared.Return(_rows);
        (_rows, Count) = ([], 0);
    }

    private void Grow()
    {
        var larger = ArrayPool<CandidateRow>.Shared.Rent(2 * _rows.Length);
        Rows.CopyTo(larger);
        ArrayPool<CandidateRow>.Shared.Return(_rows);
        _rows = larger;
    }
}
