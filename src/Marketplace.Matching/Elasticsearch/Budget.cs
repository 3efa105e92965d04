namespace Marketplace.Matching.Elasticsearch;

/// <summary>A token that ends with the caller's own, or when the time for a request is used up: the client's own limit ends at the headers.</summary>
internal sealed class Budget : IDisposable
{
    private readonly CancellationTokenSource _time, _both;

    internal Budget(TimeSpan budget, TimeProvider time, CancellationToken caller)
    {
        _time = new CancellationTokenSource(budget, time);
        _both = CancellationTokenSource.CreateLinkedTokenSource(caller, _time.Token);
    }

    internal CancellationToken Token => _both.Token;

    internal bool IsUsedUp => _time.IsCancellationRequested;

    /// <inheritdoc/>
    public void Dispose()
    {
        _both.Dispose();
        _time.Dispose();
    }
}
