using Hangfire;
using Hangfire.Storage;
using Microsoft.Extensions.Hosting;

namespace Marketplace.Jobs;

/// <summary>
/// At the start: stored schedules that no longer stand in the list are removed, the others are stored, and every sweep runs once. What was
/// due while nothing ran is done then.
/// </summary>
internal sealed class Schedules(JobStorage storage, IRecurringJobManager recurring, IBackgroundJobClient background) : IHostedService
{
    private static readonly TimeZoneInfo Amsterdam = TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam");

    public Task StartAsync(CancellationToken cancellationToken)
    {
        using (var connection = storage.GetConnection())
        {
            foreach (var stored in connection.GetRecurringJobs().Where(s => JobList.All.All(e => e.Name != s.Id)))
                recurring.RemoveIfExists(stored.Id);
        }

        string? before = null;
        foreach (var entry in JobList.All)
        {
            recurring.AddOrUpdate<JobRunner>(entry.Name, runner => runner.RunAsync(entry.Name, CancellationToken.None), entry.Cron, new RecurringJobOptions { TimeZone = Amsterdam });

            // One after the other, as they stand in the list: what is computed first is in the digest.
            before = before is null
                ? background.Enqueue<JobRunner>(runner => runner.RunAsync(entry.Name, CancellationToken.None))
                : background.ContinueJobWith<JobRunner>(before, runner => runner.RunAsync(entry.Name, CancellationToken.None), options: JobContinuationOptions.OnAnyFinishedState);
        }

        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
