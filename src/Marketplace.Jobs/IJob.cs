namespace Marketplace.Jobs;

/// <summary>
/// A sweep. It looks in our tables what is due and does it; it has no argument, may run at any moment, twice, or at the same time as
/// another one of itself.
/// </summary>
public interface IJob
{
    /// <returns>How many rows were handled.</returns>
    Task<int> RunAsync(CancellationToken cancellationToken);
}
