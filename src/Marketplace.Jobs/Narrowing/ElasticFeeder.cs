using Marketplace.Data;
using Marketplace.Data.JobRuns;
using Marketplace.Data.Narrowing;
using Marketplace.Jobs.Search;
using Marketplace.Matching.Elasticsearch;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Marketplace.Jobs.Narrowing;

/// <summary>
/// Feeds Elasticsearch with what changed. One node at a time, under a lease; how far it came stands in the database and goes forward only when
/// everything up to there was written, so no change is lost whatever happens to the server or the node.
/// </summary>
public sealed partial class ElasticFeeder(
    ElasticIndex elastic, ElasticTextIndex texts, IServiceScopeFactory scopes, TimeProvider clock, ILogger<ElasticFeeder> log) : BackgroundService
{
    /// <summary>Name of the lease and of the row that says how far it came.</summary>
    public const string Name = "elasticsearch";

    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(5);

    /// <summary>Longer than a rebuild of the country takes.</summary>
    private static readonly TimeSpan LeaseTime = TimeSpan.FromMinutes(2);

    private readonly string _holder = $"{JobRunner.Instance}-{Guid.NewGuid():N}";

    /// <summary>What this node wrote last, as long as it holds the lease.</summary>
    private FollowedChanges? _followed;

    /// <summary>Looks once: takes the lease and brings in what there is.</summary>
    /// <returns>False when something waits: the server was away or busy.</returns>
    public async Task<bool> FeedAsync(CancellationToken cancellationToken)
    {
        using var scope = scopes.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<MarketplaceDbContext>();
        if (!await db.TakeLeaseAsync(Name, _holder, clock.GetUtcNow().UtcDateTime, LeaseTime, cancellationToken))
        {
            _followed = null;
            return true;
        }

        if (await db.FedUntilAsync(Name, cancellationToken) is not { } fed)
            return await RebuildAsync(db, cancellationToken);
        var followed = _followed?.Cursor == fed ? _followed : FollowedChanges.From(fed);
        if (await followed.NextAsync(db, cancellationToken) is not var (changes, until) || changes.Exists(c => c.Root == IndexedRoot.Everything && c.Id > fed))
            return await RebuildAsync(db, cancellationToken);

        var outcome = await WriteAsync(db, changes, cancellationToken);
        if (outcome.NeedsRebuild)
            return await RebuildAsync(db, cancellationToken);
        foreach (var refused in outcome.Refused)
            NotTaken(log, refused.Code, refused.Status, refused.Error);
        if (outcome.Fault is { } fault)
            Waits(log, outcome.Waiting.Count, fault);
        if (outcome.Waiting.Count > 0)
            return false;
        await SetAsync(db, until, cancellationToken);
        return true;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await Task.Delay(await FeedAsync(stoppingToken) ? Poll : AfterFailure, clock, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception)
            {
                Failed(log, exception.GetType().Name);
                await Task.Delay(AfterFailure, stoppingToken);
            }
        }
    }

    private async Task<WriteOutcome> WriteAsync(MarketplaceDbContext db, List<IndexChange> changes, CancellationToken cancellationToken)
    {
        var outcome = new WriteOutcome(0, [], []);
        foreach (var some in changes.Where(c => c.Root == IndexedRoot.Person).GroupBy(c => c.EntityId).Chunk(IndexReading.AtOnce))
            outcome = outcome.And(await elastic.ApplyAsync(await IndexReading.PeopleAsync(db, some, cancellationToken), cancellationToken));
        foreach (var some in changes.Where(c => c.Root == IndexedRoot.Job).GroupBy(c => c.EntityId).Chunk(IndexReading.AtOnce))
        {
            outcome = outcome.And(await elastic.ApplyAsync(await IndexReading.JobsAsync(db, some, cancellationToken), cancellationToken))
                .And(await texts.ApplyAsync(await TextReading.JobsAsync(db, some, cancellationToken), cancellationToken));
        }

        return outcome;
    }

    /// <summary>Writes everything into new indices. What changes meanwhile is after the number that was noted first, and comes next.</summary>
    private async Task<bool> RebuildAsync(MarketplaceDbContext db, CancellationToken cancellationToken)
    {
        var until = await FollowedChanges.NowAsync(db, cancellationToken);
        var people = await elastic.RebuildAsync(IndexReading.Everybody(db, cancellationToken).ToAsyncEnumerable(), cancellationToken);
        var jobs = await elastic.RebuildAsync(IndexReading.EveryJob(db).ToAsyncEnumerable(), cancellationToken);
        var words = await texts.RebuildAsync(TextReading.EveryJobAsync(db, cancellationToken), cancellationToken);
        foreach (var refused in people.Refused.Concat(jobs.Refused).Concat(words.Refused))
            NotTaken(log, refused.Code, refused.Status, refused.Error);
        await SetAsync(db, until, cancellationToken);
        Rebuilt(log, people.Written, jobs.Written, words.Written);
        return true;
    }

    private async Task SetAsync(MarketplaceDbContext db, FollowedChanges until, CancellationToken cancellationToken)
    {
        _followed = until;
        var feed = await db.IndexFeeds.TagWith("IndexFeeds.Row").SingleOrDefaultAsync(f => f.Name == Name, cancellationToken);
        if (feed?.Cursor == until.Cursor)
            return;
        if (feed is null)
            db.IndexFeeds.Add(new IndexFeed { Name = Name, Cursor = until.Cursor });
        else
            feed.Cursor = until.Cursor;
        await db.SaveChangesAsync(cancellationToken);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Elasticsearch could not be fed ({Fault}); it is tried again.")]
    private static partial void Failed(ILogger logger, string fault);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Count} changes wait for Elasticsearch ({Fault}).")]
    private static partial void Waits(ILogger logger, int count, SearchFault fault);

    [LoggerMessage(Level = LogLevel.Error, Message = "Elasticsearch does not take {Code}: {Status} {Error}.")]
    private static partial void NotTaken(ILogger logger, string code, int status, string error);

    [LoggerMessage(Level = LogLevel.Information, Message = "Elasticsearch was filled anew with {People} people, {Jobs} jobs and the texts of {Texts} jobs.")]
    private static partial void Rebuilt(ILogger logger, int people, int jobs, int texts);
}
