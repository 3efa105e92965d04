using System.Text.RegularExpressions;
using Marketplace.Data;
using Marketplace.Data.Narrowing;
using Marketplace.Domain.People;
using Marketplace.Domain.Vocabulary;
using Marketplace.Domain.Work;
using Marketplace.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Marketplace.Tests.Data.Narrowing;

/// <summary>Every save and removal of an indexed root raises its revision and says so, in its own transaction.</summary>
public sealed partial class IndexChangeTests : IDisposable
{
    private readonly TestSite _site = new();

    public void Dispose() => _site.Dispose();

    [Fact]
    public async Task The_seed_writes_the_first_revision_of_every_root() => await _site.WithAsync(async db =>
    {
        var changes = await db.IndexChanges.GroupBy(c => new { c.Root, c.Revision }).Select(g => new { g.Key.Root, g.Key.Revision, Count = g.Count() }).ToListAsync();

        Assert.Equal(
            [(IndexedRoot.Person, await db.People.CountAsync()), (IndexedRoot.Job, await db.Jobs.CountAsync()), (IndexedRoot.WorkTask, await db.WorkTasks.CountAsync())],
            changes.Select(c => (c.Root, c.Count)).OrderBy(c => c.Root));
        Assert.All(changes, c => Assert.Equal(1, c.Revision));
        Assert.True(await db.People.AllAsync(p => p.Revision == 1) && await db.Jobs.AllAsync(j => j.Revision == 1) && await db.WorkTasks.AllAsync(t => t.Revision == 1));
    });

    [Fact]
    public async Task The_levels_of_a_person_are_those_of_the_answers() => await _site.WithAsync(async db =>
    {
        var people = await db.People.AsNoTracking().Include(p => p.Capacities).ToListAsync();

        Assert.All(people, p => Assert.Equal(new Levels(p.Capacities.Select(c => KeyValuePair.Create(c.Dimension, c.Level))), p.CapacityLevels));
        Assert.True(people.Select(p => p.CapacityLevels).Distinct().Count() > 50);
    });

    [Fact]
    public async Task A_person_changes_with_its_own_fields_its_answers_and_its_consents()
    {
        var id = await _site.WithAsync(db => db.People.Where(p => p.Consents.Any(c => c.State == ConsentState.Given)).OrderBy(p => p.Code).Select(p => p.Id).FirstAsync());
        await ChangeAsync(p => p.LastReviewOn = p.LastReviewOn!.Value.AddDays(-1));
        await ChangeAsync(p => p.SetCapacity("B1", p.CapacityLevels["B1"] == 3 ? 2 : 3, CapacitySource.Conversation, _site.Now));
        await ChangeAsync(p => p.Reaffirm(CapacitySource.WorkingAlong, _site.Now));
        await ChangeAsync(p => StopConsent.Everything(p, [], [], _site.Now));
        await ChangeAsync(_ => { });

        Assert.Equal([1L, 2, 3, 4, 5], (await ChangesAsync(id)).Select(c => c.Revision));
        Assert.All(await ChangesAsync(id), c => Assert.StartsWith("K-", c.Code, StringComparison.Ordinal));

        Task ChangeAsync(Action<Person> change) => _site.WithAsync(async db =>
        {
            var person = await db.People.Include(p => p.Capacities).Include(p => p.Consents).AsSplitQuery().SingleAsync(p => p.Id == id);
            var version = person.Version;
            change(person);
            if (await db.SaveChangesAsync() > 0)
                Assert.NotEqual(version, person.Version);
        });
    }

    [Fact]
    public async Task A_task_changes_its_job_and_the_job_that_it_leaves_also_when_the_job_is_not_loaded()
    {
        var (job, task) = await OpenJobAsync();
        await _site.WithAsync(async db =>
        {
            (await db.WorkTasks.SingleAsync(t => t.Id == task)).DoneBy = "iemand anders";
            await db.SaveChangesAsync();
        });
        Assert.Equal([1L, 2], (await ChangesAsync(job)).Select(c => c.Revision));
        Assert.Equal([1L, 2], (await ChangesAsync(task)).Select(c => c.Revision));

        await _site.WithAsync(async db =>
        {
            var whole = await db.Jobs.Include(j => j.Tasks).SingleAsync(j => j.Id == job);
            whole.TakeOut(whole.Tasks.Single(t => t.Id == task), _site.Now);
            await db.SaveChangesAsync();
        });
        Assert.Equal([1L, 2, 3], (await ChangesAsync(job)).Select(c => c.Revision));

        await _site.WithAsync(async db =>
        {
            (await db.WorkTasks.SingleAsync(t => t.Id == task)).DoneBy = "niemand";
            await db.SaveChangesAsync();
        });
        Assert.Equal(3, (await ChangesAsync(job))[^1].Revision);
        Assert.Equal(4, (await ChangesAsync(task))[^1].Revision);
    }

    [Fact]
    public async Task A_removal_is_newer_than_every_save()
    {
        var id = await _site.WithAsync(async db =>
        {
            var other = await db.People.OrderBy(p => p.Code).FirstAsync();
            var person = new Person("K-00000", other.OrganisationId, other.RegionCode, other.ConsultantId, other.Pc4, _site.Now);
            db.Add(person);
            await db.SaveChangesAsync();
            db.Remove(person);
            await db.SaveChangesAsync();
            return person.Id;
        });

        Assert.Equal([("K-00000", 1L), ("K-00000", 2)], (await ChangesAsync(id)).Select(c => (c.Code, c.Revision)));
    }

    [Fact]
    public async Task What_is_rolled_back_leaves_no_row_and_two_savers_never_make_the_same_revision()
    {
        var (job, task) = await OpenJobAsync();
        using var scopes = new TwoScopes(_site);
        await using (var transaction = await scopes.First.Database.BeginTransactionAsync())
        {
            (await scopes.First.Jobs.SingleAsync(j => j.Id == job)).Title = "Een andere naam";
            await scopes.First.SaveChangesAsync();
            await transaction.RollbackAsync();
        }

        Assert.Single(await ChangesAsync(job));

        scopes.First.ChangeTracker.Clear();
        (await scopes.First.Jobs.SingleAsync(j => j.Id == job)).Title = "Een andere naam";
        (await scopes.Second.WorkTasks.SingleAsync(t => t.Id == task)).DoneBy = "iemand anders";
        await scopes.Second.SaveChangesAsync();
        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => scopes.First.SaveChangesAsync());
        Assert.Equal([1L, 2], (await ChangesAsync(job)).Select(c => c.Revision));
    }

    [Fact]
    public async Task A_database_of_before_gets_its_levels_when_it_is_migrated() => await _site.WithAsync(async db =>
    {
        var before = await db.People.AsNoTracking().OrderBy(p => p.Code).Select(p => p.CapacityLevels).ToListAsync();
        await db.GetService<IMigrator>().MigrateAsync("First");

        await db.MigrateAsync(CancellationToken.None);

        Assert.Equal(before, await db.People.AsNoTracking().OrderBy(p => p.Code).Select(p => p.CapacityLevels).ToListAsync());
        Assert.True(await db.Jobs.AllAsync(j => j.Revision == 1));
    });

    [Fact]
    public void No_statement_changes_an_indexed_root_behind_the_back_of_the_index()
    {
        var files = Directory.EnumerateFiles(Path.Combine(StoredFile.Root, "src"), "*.cs", SearchOption.AllDirectories)
            .Where(f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Select(f => (Name: Path.GetFileName(f), Text: File.ReadAllText(f)))
            .Where(f => Bulk().IsMatch(f.Text)).ToList();

        Assert.True(files.Count >= 3);
        Assert.DoesNotContain(files, f => IndexedRows().IsMatch(f.Text));
    }

    private Task<(Guid Job, Guid Task)> OpenJobAsync() => _site.WithAsync(async db =>
    {
        var job = await db.Jobs.AsNoTracking().Include(j => j.Tasks).FirstAsync(j => j.State == JobState.Open && j.Tasks.Count > 2);
        return (job.Id, job.Tasks[0].Id);
    });

    private Task<List<IndexChange>> ChangesAsync(Guid id) => _site.WithAsync(db => db.IndexChanges.AsNoTracking().Where(c => c.EntityId == id).OrderBy(c => c.Id).ToListAsync());

    private sealed class TwoScopes(TestSite site) : IDisposable
    {
        private readonly IServiceScope _first = site.Services.CreateScope(), _second = site.Services.CreateScope();

        public MarketplaceDbContext First => _first.ServiceProvider.GetRequiredService<MarketplaceDbContext>();

        public MarketplaceDbContext Second => _second.ServiceProvider.GetRequiredService<MarketplaceDbContext>();

        public void Dispose()
        {
            _first.Dispose();
            _second.Dispose();
        }
    }

    [GeneratedRegex("Execute(Update|Delete)(Async)?\\(")]
    private static partial Regex Bulk();

    /// <summary>A set of an indexed root, or of what belongs to one.</summary>
    [GeneratedRegex(@"\bdb\.(People|Jobs|WorkTasks)\b|Set<(Person|Job|WorkTask|Capacity|Consent)>")]
    private static partial Regex IndexedRows();
}
