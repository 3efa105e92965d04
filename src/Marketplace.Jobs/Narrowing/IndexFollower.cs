using Marketplace.Data;
using Marketplace.Data.JobRuns;
using Marketplace.Data.Narrowing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Marketplace.Jobs.Narrowing;

/// <summary>Keeps the index of this node up to date: after a save of this process at once, after one of another within <see cref="Poll"/>.</summary>
public sealed partial class IndexFollower(NodeIndex node, IndexSignal signal, IServiceScopeFactory scopes, TimeProvider clock, ILogger<IndexFollower> log) : BackgroundService
{
    /// <summary>How often it looks when nobody wakes it.</summary>
    public static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(250);

    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await LookAsync(stoppingToken);
                await signal.WaitAsync(Poll, stoppingToken);
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                Failed(log, exception);
                await Task.Delay(AfterFailure, stoppingToken);
            }
            catch (Exception) when (stoppingToken.IsCancellationRequested)
            {
                // The program stops, and its services may be gone already.
                return;
            }
        }
    }

    private async Task LookAsync(CancellationToken cancellationToken)
    {
        using var scope = scopes.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<MarketplaceDbContext>();
        await node.CatchUpAsync(db, cancellationToken);
        if (!node.TakeCheckAsked())
            return;
        var started = clock.GetUtcNow().UtcDateTime;
        var repaired = await node.RepairAsync(db, cancellationToken);
        if (repaired == 0)
            return;
        Repaired(log, repaired);
        db.JobRuns.Add(new JobRun { Name = nameof(IndexDrift), Instance = JobRunner.Instance, StartedAt = started, EndedAt = clock.GetUtcNow().UtcDateTime, Handled = repaired });
        await db.SaveChangesAsync(cancellationToken);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The index could not be brought up to date; it is tried again.")]
    private static partial void Failed(ILogger logger, Exception exception);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The index differed from the database by {Count} people and jobs, and was made anew.")]
    private static partial void Repaired(ILogger logger, int count);
}
