using System.Net;
using System.Text.RegularExpressions;
using Marketplace.Jobs;
using Marketplace.Testing;
using Marketplace.Tests.Jobs;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Marketplace.Tests.Data;

/// <summary>
/// Every query is T-SQL, shown without a server. A site of the tests refuses one that is not (<see cref="SqlServerQueries"/>), so whatever
/// any test asks is looked at; here are all pages and all sweeps, and that nothing of theirs slips through.
/// </summary>
public sealed partial class SqlServerQueryTests
{
    [Fact]
    public async Task Every_query_of_every_page_and_every_sweep_is_t_sql()
    {
        using var site = new TestSite();
        await WalkAsync(site);

        var ran = site.Sql.Select(Tag).Where(t => t.Length > 0).ToHashSet();
        Assert.True(ran.Count >= 100, $"Only {ran.Count} named queries ran.");
        Assert.Superset(new HashSet<string> { "Inbox.Reminders", "DeliverMail.Waiting", "Jobs.ForgetIdle" }, ran);
        Assert.Empty(ran.Except(SqlServerQueries.All.Select(Tag)));

        // EF Core writes no tag into an UPDATE; this one is the claim of a mail.
        Assert.Contains(SqlServerQueries.All, sql => sql.StartsWith("UPDATE [m]", StringComparison.Ordinal) && sql.Contains("SET [m].[ClaimedUntil] = @p", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Every_page_and_every_sweep_runs_on_sql_server()
    {
        using var site = OnSqlServer.Site();
        await WalkAsync(site);
    }

    [Fact]
    public async Task A_query_that_only_sqlite_can_answer_is_refused()
    {
        using var site = new TestSite();

        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => site.WithAsync(db => db.People.AnyAsync(p => EF.Functions.Glob(p.Code, "K-*"))));
        Assert.Contains("could not be translated", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_program_has_no_sql_of_its_own()
    {
        var files = Directory.EnumerateFiles(Path.Combine(StoredFile.Root, "src"), "*.cs", SearchOption.AllDirectories).Where(f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)).ToList();

        Assert.True(files.Count > 100);
        Assert.Equal(OfOneProvider, files.Where(f => RawSql().IsMatch(File.ReadAllText(f))).Select(f => Path.GetRelativePath(StoredFile.Root, f).Replace('\\', '/')).Order(StringComparer.Ordinal));
    }

    private static async Task WalkAsync(TestSite site)
    {
        var samples = await PageSamples.MakeAsync(site);
        await site.AddMessagesAsync(1);
        site.ForgetSql();

        foreach (var samplesOfOne in samples.GroupBy(s => s.Account))
        {
            using var visitor = samplesOfOne.Key is { } account ? await site.SignedInAsync(account) : site.Visitor();
            foreach (var sample in samplesOfOne)
            {
                await visitor.OpenAsync(sample.Address);
                Assert.Equal((sample, HttpStatusCode.OK), (sample, visitor.Status));
            }
        }

        foreach (var job in JobList.All)
            await site.RunJobAsync(job.Name);
    }

    private static string Tag(string sql) => TagLine().Match(sql).Groups[1].Value;

    /// <summary>
    /// Migrations that move rows to another table, for which EF Core has no operation, and the copy of a SQLite file and its look at how rows are spread, which only SQLite has. Each
    /// belongs to one provider; nothing else is left out.
    /// </summary>
    private static readonly string[] OfOneProvider =
    [
        "src/Marketplace.Data/SqlServer/Migrations/20261126152819_Arrangements.cs",
        "src/Marketplace.Data/Sqlite/Migrations/20261126152816_Arrangements.cs",
        "src/Marketplace.Data/Sqlite/SqliteCopy.cs",
        "src/Marketplace.Data/Sqlite/SqliteMarketplaceDbContext.cs",
    ];

    [GeneratedRegex("^-- (.+)$", RegexOptions.Multiline)]
    private static partial Regex TagLine();

    /// <summary>The ways of EF Core and ADO.NET to hand over SQL as text: a query that is written so would not be translated for the other provider.</summary>
    [GeneratedRegex(@"\b(FromSql|SqlQuery|ExecuteSql)\w*\s*[(<]|\bCommandText\b|\bmigrationBuilder\.Sql\(")]
    private static partial Regex RawSql();
}
