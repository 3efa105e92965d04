using Hangfire;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Marketplace.Jobs;

/// <summary>After a commit a page may ask for a sweep at once. Losing the hint costs one cadence, so a scheduler that is away stops nobody.</summary>
public sealed partial class JobHint(IServiceProvider services, ILogger<JobHint> log)
{
    public void Run<TJob>()
        where TJob : IJob
    {
        try
        {
            services.GetRequiredService<IBackgroundJobClient>().Enqueue<JobRunner>(runner => runner.RunAsync(typeof(TJob).Name, CancellationToken.None));
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            Lost(log, typeof(TJob).Name, exception);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The scheduler took no hint for {Job}; the next tick does the work.")]
    private static partial void Lost(ILogger logger, string job, Exception exception);
}
