using Marketplace.Domain.Organisations;
using Marketplace.Domain.People;
using Marketplace.Domain.Placements;
using Marketplace.Domain.Proposals;
using Marketplace.Domain.Work;
using Marketplace.Matching;
using Marketplace.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Marketplace.Tests.Data.Seeding;

/// <summary>The region as it is seeded: every state occurs, jobs have somebody in each band, and the same day gives the same rows.</summary>
public sealed class DemoRegionTests
{
    [Fact]
    public async Task Every_state_occurs_at_least_once()
    {
        using var site = new TestSite();
        await site.WithAsync(async db =>
        {
            Assert.Equal(Enum.GetValues<Marketplace.Domain.Work.TaskState>(), (await db.WorkTasks.Select(t => t.State).Distinct().ToListAsync()).Order());
            Assert.Equal(Enum.GetValues<JobState>(), (await db.Jobs.Select(t => t.State).Distinct().ToListAsync()).Order());
            Assert.Equal(Enum.GetValues<ProposalState>(), (await db.Proposals.Select(t => t.State).Distinct().ToListAsync()).Order());
            Assert.Equal(Enum.GetValues<IntroductionState>(), (await db.Introductions.Select(t => t.State).Distinct().ToListAsync()).Order());
            Assert.Equal(Enum.GetValues<PlacementState>(), (await db.Placements.Select(t => t.State).Distinct().ToListAsync()).Order());
        });
    }

    [Fact]
    public async Task At_least_three_open_jobs_have_somebody_in_each_of_the_four_bands()
    {
        using var site = new TestSite();
        var (jobs, people) = await site.WithAsync(async db => (
            await db.Jobs.Include(j => j.Tasks).Where(j => j.State == JobState.Open).AsNoTracking().ToListAsync(),
            (await db.People.Include(p => p.Capacities).Include(p => p.Consents).AsSplitQuery().AsNoTracking().ToListAsync())
                .Where(p => p.IsComplete && p.ConsentOn(ConsentPurpose.Found, TestSite.SeedDay) is not null).ToList()));

        var full = jobs.Where(job => job.ToMatchJob() is { } match && people
            .Select(person => BandOf(MatchEngine.Standard.Match(person.ToCandidate()!, match).Verdict))
            .Distinct().Count() == 4);

        Assert.True(full.Count() >= 3);
    }

    [Fact]
    public async Task Every_poster_has_three_to_eight_tasks_and_the_region_has_sixty_people()
    {
        using var site = new TestSite();
        await site.WithAsync(async db =>
        {
            var tasks = await db.WorkTasks.GroupBy(t => t.OrganisationId).Select(g => g.Count()).ToListAsync();
            Assert.True(tasks.Count >= 15);
            Assert.All(tasks, count => Assert.InRange(count, 3, 8));
            Assert.Equal(60, await db.People.CountAsync());
        });
    }

    [Fact]
    public async Task The_same_day_and_seed_give_the_same_rows()
    {
        using var first = new TestSite(empty: true);
        using var second = new TestSite(empty: true);

        Assert.Equal(await RowsAsync(first), await RowsAsync(second));
    }

    /// <summary>Every value of every row, apart from ciphertext, hashes and stamps, and the code for the first administrator, which no demo makes.</summary>
    internal static Task<List<string>> RowsAsync(TestSite site) => site.WithAsync(async db =>
    {
        var rows = new List<string>();
        foreach (var type in db.Model.GetEntityTypes().Where(t => !t.ClrType.Name.StartsWith("Audit", StringComparison.Ordinal) && t.ClrType != typeof(OneTimeCode) && t.GetTableName() is not null))
        {
            var columns = type.GetProperties()
                .Where(p => p.Name is not ("Version" or "Sealed" or "SecurityStamp" or "ConcurrencyStamp" or "PasswordHash" or "MadeAt"))
                .Select(p => $"\"{p.GetColumnName()}\"");
            var connection = db.Database.GetDbConnection();
            await db.Database.OpenConnectionAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = $"SELECT {string.Join(", ", columns)} FROM \"{type.GetTableName()}\"";
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
                rows.Add(type.GetTableName() + ": " + string.Join(" | ", Enumerable.Range(0, reader.FieldCount).Select(i => reader.GetValue(i))));
        }

        rows.Sort(StringComparer.Ordinal);
        return rows;
    });

    private static string BandOf(Verdict verdict) => verdict switch
    {
        Verdict.Fit => "good",
        Verdict.FitWithSupport or Verdict.FitAfterCarving => "adapted",
        Verdict.ToDiscuss => "find-out",
        _ => "not-now",
    };
}
