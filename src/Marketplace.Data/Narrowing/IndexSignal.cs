namespace Marketplace.Data.Narrowing;

/// <summary>Wakes who follows the changes when this process saved one. It only saves time: a signal that is lost costs one look at the clock.</summary>
public sealed class IndexSignal : IDisposable
{
    private readonly SemaphoreSlim _raised = new(0, 1);

    /// <summary>There is something to look at.</summary>
    public void Raise()
    {
        try
        {
            _raised.Release();
        }
        catch (SemaphoreFullException)
        {
            // Nobody has looked since the last one, so whoever looks now sees both.
        }
    }

    /// <summary>Waits for a signal, or this long.</summary>
    public Task WaitAsync(TimeSpan longest, CancellationToken cancellationToken) => _raised.WaitAsync(longest, cancellationToken);

    public void Dispose() => _raised.Dispose();
}
