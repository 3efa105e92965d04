using System.IO.Compression;
using System.Net;
using Marketplace.Data.Privacy;
using Marketplace.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Marketplace.Tests.Data.Upgrading;

/// <summary>
/// A database of the first version, brought up to date by the program of today. <c>first.zip</c> was written by that version itself: the demo region
/// as it seeded it, after a night of its jobs, with its keys; of its audit log only the first rows were kept.
/// </summary>
public sealed class UpgradeTests : IDisposable
{
    /// <summary>Where a column of the first version went.</summary>
    private static readonly Dictionary<string, string> Moved = new()
    {
        ["People.Statuses"] = "SELECT Statuses FROM Standings WHERE Id = @key",
        ["People.Loonwaarde"] = "SELECT Loonwaarde FROM Standings WHERE Id = @key",
        ["People.LoonwaardeOn"] = "SELECT LoonwaardeOn FROM Standings WHERE Id = @key",
    };

    /// <summary>Everybody is saved once, because what a migration cannot compute is packed then.</summary>
    private static readonly string[] Renewed = ["People.Version"];

    private readonly string _folder = Directory.CreateTempSubdirectory("ieder-talent-upgrade-").FullName;

    public UpgradeTests() => ZipFile.ExtractToDirectory(Path.Combine(StoredFile.Root, "tests", "Marketplace.Tests", "Data", "Upgrading", "first.zip"), _folder);

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Every_row_of_the_first_version_is_there_today_with_every_value()
    {
        var first = Path.Combine(_folder, "first.db");
        File.Copy(Database, first);
        using var site = Site();
        await site.WithAsync(async db => Assert.Empty(await db.Database.GetPendingMigrationsAsync()));

        await using var then = await OpenAsync(first);
        await using var today = await OpenAsync(Database);
        Assert.Equal(["20261125232111_First"], await ColumnAsync(then, "SELECT MigrationId FROM __EFMigrationsHistory"));
        var tables = await ColumnAsync(then, "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name NOT LIKE '__EF%' ORDER BY name");
        var rows = 0;
        var lost = new List<string>();
        foreach (var table in tables)
        {
            await foreach (var (key, column, value) in ValuesAsync(then, table))
            {
                if (Renewed.Contains($"{table}.{column}"))
                    continue;
                rows++;
                var question = Moved.GetValueOrDefault($"{table}.{column}") ?? $"SELECT \"{column}\" FROM \"{table}\" WHERE rowid = @key";
                var now = await OneAsync(today, question, key);
                if (!Equals(now, value))
                    lost.Add($"{table}.{column} of {key}: {value} became {now ?? "nothing"}");
            }
        }

        Assert.True(rows > 20_000, $"Only {rows} values were compared.");
        Assert.Empty(lost);
        Assert.Equal(["ok"], await ColumnAsync(today, "PRAGMA integrity_check"));
        Assert.Empty(await ColumnAsync(today, "PRAGMA foreign_key_check"));
    }

    [Fact]
    public async Task Todays_program_reads_it_and_works_on_with_it()
    {
        using var site = Site();
        using (var scope = site.Services.CreateScope())
        {
            var people = await site.WithAsync(db => db.People.Include(p => p.Consents).Include(p => p.Capacities).AsSplitQuery().ToListAsync());
            Assert.Equal(60, people.Count);
            var names = await scope.ServiceProvider.GetRequiredService<IdentityVault>().ReadAsync([.. people.Select(p => p.Id)], "Test", TestContext.Current.CancellationToken);
            Assert.Equal(60, names.Count);
            Assert.All(names.Values, n => Assert.NotEqual("", n.LastName));
        }

        await site.WithAsync(async db =>
        {
            Assert.Equal(60, await db.Standings.CountAsync());
            Assert.NotEmpty(await db.Placements.ToListAsync());
            Assert.NotEmpty(await db.Jobs.Include(j => j.Tasks).ToListAsync());
            Assert.NotEmpty(await db.WorkTasks.ToListAsync());
            Assert.NotEmpty(await db.Proposals.ToListAsync());
            Assert.NotEmpty(await db.Reminders.ToListAsync());
            Assert.NotEmpty(await db.Messages.ToListAsync());
            Assert.NotEmpty(await db.Audit.ToListAsync());
        });

        var job = await site.WithAsync(db => db.Jobs.Where(j => j.Title == "Medewerker retouren").Select(j => j.Id).SingleAsync());

        // The index takes people of whom no row was packed yet, and people sign in and work.
        foreach (var (account, pages) in new[]
        {
            ("jobcoach", new[] { "/te-doen", $"/functies/{job}/kandidaten", "/plaatsingen" }), ("consulent", ["/te-doen", "/kandidaten"]), ("werkgever", ["/te-doen", "/werk"]), ("beheer", ["/beheer"]),
        })
        {
            using var visitor = await site.SignedInAsync(account);
            foreach (var page in pages)
            {
                await visitor.GoAsync(page);
                Assert.Equal((page, HttpStatusCode.OK), (page, visitor.Status));
            }
        }
    }

    private string Database => Path.Combine(_folder, "marketplace.db");

    private TestSite Site() => new(empty: true, settings: new Dictionary<string, string?> { ["Database:File"] = Database, ["Keys:Folder"] = Path.Combine(_folder, "keys") });

    private static async Task<SqliteConnection> OpenAsync(string file)
    {
        var connection = new SqliteConnection($"Data Source={file};Mode=ReadOnly;Pooling=False");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        return connection;
    }

    /// <summary>Every value of a table, with the number of its row; of what moved with the key of its row.</summary>
    private static async IAsyncEnumerable<(object Key, string Column, object Value)> ValuesAsync(SqliteConnection connection, string table)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = $"SELECT rowid AS \"#\", * FROM \"{table}\"";
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            for (var column = 1; column < reader.FieldCount; column++)
            {
                var name = reader.GetName(column);
                yield return (Moved.ContainsKey($"{table}.{name}") ? reader["Id"] : reader["#"], name, reader.GetValue(column));
            }
        }
    }

    private static async Task<List<string>> ColumnAsync(SqliteConnection connection, string question)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = question;
        await using var reader = await command.ExecuteReaderAsync();
        var values = new List<string>();
        while (await reader.ReadAsync())
            values.Add(reader.GetString(0));
        return values;
    }

    private static async Task<object?> OneAsync(SqliteConnection connection, string question, object key)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = question;
        command.Parameters.AddWithValue("@key", key);
        try
        {
            return await command.ExecuteScalarAsync();
        }
        catch (SqliteException)
        {
            return null; // the table or the column is not there any more
        }
    }
}
