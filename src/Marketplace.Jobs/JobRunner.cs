using Hangfire;
using Marketplace.Data;
using Marketplace.Data.Auditing;
using Marketplace.Data.JobRuns;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Marketplace.Jobs;

/// <summary>The one entry point of every sweep: Hangfire, a page, a command and a test call it by name.</summary>
public sealed partial class JobRunner(IServiceScopeFactory scopes, TimeProvider clock, Telemetry telemetry, ILogger<JobRunner> log)
{
    /// <summary>How long one instance has the first right to a job. It only saves work: a lease that runs out does no harm.</summary>
    private static readonly TimeSpan LeaseTime = TimeSpan.FromMinutes(5);

    /// <summary>This process, as a run names it.</summary>
    internal static readonly string Instance = $"{Environment.MachineName}-{Environment.ProcessId}";

    /// <summary>Runs a job once, unless another instance is at it. The next tick is the retry.</summary>
    /// <returns>How many rows were handled; 0 when another instance is at it.</returns>
    /// <exception cref="ArgumentException">There is no such job.</exception>
    [AutomaticRetry(Attempts = 0)]
    public async Task<int> RunAsync(string name, CancellationToken cancellationToken = default)
    {
        var entry = JobList.Find(name);
        var holder = $"{Instance}-{Guid.NewGuid():N}";
        using var books = scopes.CreateScope();
        var db = books.ServiceProvider.GetRequiredService<MarketplaceDbContext>();
        if (!await db.TakeLeaseAsync(name, holder, Now, LeaseTime, cancellationToken))
            return 0;

        using var running = telemetry.Job(name);
        var run = new JobRun { Name = name, Instance = Instance, StartedAt = Now };
        db.JobRuns.Add(run);
        await db.SaveChangesAsync(cancellationToken);
        try
        {
            using var work = scopes.CreateScope();
            work.ServiceProvider.GetRequiredService<CurrentActor>().TraceId = run.Id.ToString();
            run.Handled = await ((IJob)work.ServiceProvider.GetRequiredService(entry.Type)).RunAsync(cancellationToken);
            running.Done(run.Handled);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            run.Error = exception.ToString()[..Math.Min(4000, exception.ToString().Length)];
            Failed(log, name, exception);
            throw;
        }
        finally
        {
            run.EndedAt = Now;
            await CloseAsync(db, run, holder);
        }

        return run.Handled;
    }

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Gives the lease back and leaves, of the runs that found nothing to do, only the last.</summary>
    private static async Task CloseAsync(MarketplaceDbContext db, JobRun run, string holder)
    {
        await db.SaveChangesAsync(CancellationToken.None);
        await db.JobLeases.TagWith("Jobs.GiveLease").Where(l => l.Name == run.Name && l.Holder == holder)
            .ExecuteUpdateAsync(set => set.SetProperty(l => l.Until, DateTime.UnixEpoch), CancellationToken.None);
        await db.JobRuns.TagWith("Jobs.ForgetIdle").Where(r => r.Name == run.Name && r.Id != run.Id && r.EndedAt != null && r.Handled == 0 && r.Error == "")
            .ExecuteDeleteAsync(CancellationToken.None);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The job {Name} failed; the next tick tries again.")]
    private static partial void Failed(ILogger logger, string name, Exception exception);
}
