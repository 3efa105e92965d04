using Hangfire;

namespace Marketplace.Jobs;

/// <summary>After a commit a page may ask for a sweep at once. Losing the hint costs one cadence.</summary>
public static class JobHint
{
    public static void Hint<TJob>(this IBackgroundJobClient jobs)
        where TJob : IJob => jobs.Enqueue<JobRunner>(runner => runner.RunAsync(typeof(TJob).Name, CancellationToken.None));
}
