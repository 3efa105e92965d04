using Hangfire;
using Hangfire.Storage;
using Marketplace.Data;
using Marketplace.Data.JobRuns;
using Marketplace.Jobs;
using Marketplace.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Xunit;

namespace Marketplace.Tests.Jobs;

/// <summary>Hangfire keeps its logger for the whole process, so a host that ticks runs alone.</summary>
[CollectionDefinition(nameof(SchedulesTests), DisableParallelization = true)]
public sealed class TickingAlone;

[Collection(nameof(SchedulesTests))]
public sealed class SchedulesTests
{
    [Fact]
    public async Task The_stored_schedules_are_the_list_and_every_sweep_runs_once_at_the_start()
    {
        using var site = new TestSite();
        await using var ticking = site.WithWebHostBuilder(builder => builder.UseSetting("Jobs:Run", "true"));
        var storage = ticking.Services.GetRequiredService<JobStorage>();
        Assert.Equal(JobList.All.Select(e => (e.Name, e.Cron, "Europe/Amsterdam")).Order(), Stored(storage));

        using var scope = ticking.Services.CreateScope();
        var runs = scope.ServiceProvider.GetRequiredService<MarketplaceDbContext>().JobRuns.AsNoTracking().Where(r => r.EndedAt != null);
        var done = new List<JobRun>();
        for (var tries = 0; tries < 240 && done.Select(r => r.Name).Distinct().Count() < JobList.All.Count; tries++)
        {
            await Task.Delay(500, TestContext.Current.CancellationToken);
            done = await runs.ToListAsync(TestContext.Current.CancellationToken);
        }

        Assert.Equal(JobList.All.Select(e => e.Name).Order(), done.Select(r => r.Name).Distinct().Order());
        Assert.All(done, r => Assert.Equal("", r.Error));
    }

    [Fact]
    public async Task A_stored_schedule_that_left_the_list_is_removed_at_the_start()
    {
        using var site = new TestSite();
        await using var ticking = site.WithWebHostBuilder(builder => builder.UseSetting("Jobs:Run", "true"));
        var storage = ticking.Services.GetRequiredService<JobStorage>();
        ticking.Services.GetRequiredService<IRecurringJobManager>().AddOrUpdate<JobRunner>("OldSweep", r => r.RunAsync("OldSweep", CancellationToken.None), "0 5 * * *");
        Assert.Contains(Stored(storage), s => s.Id == "OldSweep");

        await ticking.Services.GetServices<IHostedService>().Single(s => s.GetType().Name == "Schedules").StartAsync(TestContext.Current.CancellationToken);

        Assert.DoesNotContain(Stored(storage), s => s.Id == "OldSweep");
    }

    [Fact]
    public async Task A_run_is_written_down_and_runs_that_found_nothing_are_not_kept()
    {
        using var site = new TestSite();
        await site.RunJobAsync(nameof(RecomputeReminders));
        await site.RunJobAsync(nameof(RecomputeReminders));
        site.Clock.Advance(TimeSpan.FromMinutes(1));
        await site.RunJobAsync(nameof(RecomputeReminders));

        var runs = await site.WithAsync(db => db.JobRuns.Where(r => r.Name == nameof(RecomputeReminders)).OrderBy(r => r.StartedAt).ThenBy(r => r.Handled == 0).ToListAsync());

        Assert.Equal(2, runs.Count);
        Assert.True(runs[0].Handled > 0);
        Assert.Equal((0, site.Clock.GetUtcNow().UtcDateTime), (runs[1].Handled, runs[1].StartedAt));
    }

    [Fact]
    public async Task Another_instance_that_is_at_it_keeps_the_lease_until_it_runs_out()
    {
        using var site = new TestSite();
        await site.AddMessagesAsync(1);
        await site.WithAsync(async db =>
        {
            db.JobLeases.Add(new JobLease { Name = nameof(DeliverMail), Holder = "another", Until = site.Clock.GetUtcNow().UtcDateTime.AddMinutes(5) });
            await db.SaveChangesAsync();
        });

        Assert.Equal(0, await site.RunJobAsync(nameof(DeliverMail)));
        site.Clock.Advance(TimeSpan.FromMinutes(6));
        Assert.Equal(1, await site.RunJobAsync(nameof(DeliverMail)));
    }

    [Fact]
    public async Task A_job_that_does_not_exist_is_refused()
    {
        using var site = new TestSite();
        await Assert.ThrowsAsync<ArgumentException>(() => site.RunJobAsync("Nothing"));
    }

    private static IEnumerable<(string Id, string Cron, string TimeZoneId)> Stored(JobStorage storage)
    {
        using var connection = storage.GetConnection();
        return [.. connection.GetRecurringJobs().Select(j => (j.Id, j.Cron, j.TimeZoneId)).Order()];
    }
}
