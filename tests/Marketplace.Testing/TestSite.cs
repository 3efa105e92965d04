using System.Collections.Concurrent;
using System.Data.Common;
using Hangfire;
using Marketplace.Data;
using Marketplace.Data.Sqlite;
using Marketplace.Data.SqlServer;
using Marketplace.Domain.Shared;
using Marketplace.Jobs.Narrowing;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Marketplace.Testing;

/// <summary>
/// The real program over a real SQLite file: the demo region is seeded once a test run on the day of the tests and the file is copied
/// for every site. With a SQL Server the site has a database of its own there, which is dropped with the site. Hangfire does not tick by
/// itself; a test runs a job by name.
/// </summary>
public sealed class TestSite : WebApplicationFactory<Program>
{
    /// <summary>The day on which the demo region of the tests was seeded (lists.md §12).</summary>
    public static readonly DateOnly SeedDay = new(2026, 11, 24);

    private static readonly Lazy<string> Template = new(MakeTemplate);

    private readonly string _folder = Directory.CreateTempSubdirectory("ieder-talent-").FullName;
    private readonly string _environment;
    private readonly string? _sqlServer;
    private readonly IReadOnlyDictionary<string, string?> _settings;

    /// <param name="sqlServer">Connection string of a server where this site makes its database, or null for a SQLite file.</param>
    /// <param name="settings">Settings beside those of every site.</param>
    public TestSite(string environment = "Development", bool empty = false, string? sqlServer = null, IReadOnlyDictionary<string, string?>? settings = null)
    {
        // Hangfire makes these once a process and asks the logger of the last host for it, which may be gone by then.
        _ = GlobalJobFilters.Filters;
        _environment = environment;
        _settings = settings ?? new Dictionary<string, string?>();
        if (sqlServer is not null)
        {
            _sqlServer = new SqlConnectionStringBuilder(sqlServer) { InitialCatalog = $"ieder-talent-test-{Guid.NewGuid():N}" }.ConnectionString;
            using var db = OnServer(_sqlServer);
            db.Database.Migrate();
        }
        else if (!empty)
        {
            CopyFolder(Template.Value, _folder);
        }
    }

    public TestClock Clock { get; } = new(SeedDay);

    /// <summary>Every SQL statement since <see cref="ForgetSql"/>, for the count and the tags of a page.</summary>
    public ConcurrentQueue<string> Sql { get; } = new();

    /// <summary>Settings of SQLite that every connection gets from now on, such as <c>Mode=ReadOnly</c>.</summary>
    public string ConnectionSettings { get; set; } = "";

    /// <summary>A statement that every connection begins with from now on.</summary>
    public string ConnectionStatement { get; set; } = "";

    public string MailFolder => Path.Combine(_folder, "mail");

    /// <summary>The settings that name the database of this site; a second process with these works on the same rows.</summary>
    public IReadOnlyDictionary<string, string> Database => _sqlServer is null
        ? new Dictionary<string, string> { ["Database:File"] = Path.Combine(_folder, "marketplace.db") }
        : new Dictionary<string, string> { ["Database:Provider"] = "sqlserver", ["ConnectionStrings:Marketplace"] = _sqlServer };

    public void ForgetSql() => Sql.Clear();

    /// <summary>A browser without script: cookies, no automatic redirects.</summary>
    public WebVisitor Visitor() => new(CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, BaseAddress = new Uri(_environment == "Development" ? "http://localhost" : "https://localhost") }));

    /// <summary>A visitor who signed in with one click as a demo account, such as <c>jobcoach</c>.</summary>
    public async Task<WebVisitor> SignedInAsync(string account)
    {
        var visitor = Visitor();
        await visitor.SignInAsync(account);
        return visitor;
    }

    /// <summary>Works with the database of the site in a scope of its own, as the program itself.</summary>
    public async Task<T> WithAsync<T>(Func<MarketplaceDbContext, Task<T>> work)
    {
        using var scope = Services.CreateScope();
        return await work(scope.ServiceProvider.GetRequiredService<MarketplaceDbContext>());
    }

    /// <inheritdoc cref="WithAsync{T}"/>
    public Task WithAsync(Func<MarketplaceDbContext, Task> work) => WithAsync(async db =>
    {
        await work(db);
        return true;
    });

    /// <summary>
    /// Brings everything that was saved into the index of this site, as the follower does in the background. No page needs it to be right; a page
    /// that comes first has more to ask the database.
    /// </summary>
    public Task CatchUpIndexAsync() => WithAsync(db => Services.GetRequiredService<NodeIndex>().CatchUpAsync(db, CancellationToken.None));

    /// <summary>The program itself as actor, now.</summary>
    public Act Now => new(Domain.Organisations.Actor.Program, Clock.GetUtcNow().UtcDateTime, Clock.Today());

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment(_environment);
        foreach (var (key, value) in Database)
            builder.UseSetting(key, value);
        builder.UseSetting("Keys:Folder", Path.Combine(_folder, "keys"));
        builder.UseSetting("Mail:Folder", MailFolder);
        builder.UseSetting("Jobs:Run", "false");

        // A page looks itself what changed before it asks the index, so no test waits; the statements of a page are its own.
        builder.UseSetting("Index:Follow", "false");
        builder.UseSetting("Logging:LogLevel:Default", "Warning");

        // A test is one visitor that asks more than a hundred people do; what is refused then has tests of its own.
        foreach (var limit in new[] { "Limits:Guarded:Burst", "Limits:Read:Burst" })
            builder.UseSetting(limit, "1000000");
        foreach (var (key, value) in _settings)
            builder.UseSetting(key, value);
        builder.ConfigureServices(services =>
        {
            services.RemoveAll<TimeProvider>();
            services.AddSingleton<TimeProvider>(Clock);
            services.ConfigureDbContext<SqlServerMarketplaceDbContext>(options => options.AddInterceptors(new SqlRecorder(Sql)));
            services.ConfigureDbContext<SqliteMarketplaceDbContext>(options =>
            {
                options.AddInterceptors(new SqlRecorder(Sql), new Troubles(this));
                CheckingQueryCompiler.Use(options);
            });
        });
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (!disposing)
            return;
        if (_sqlServer is not null)
        {
            using var db = OnServer(_sqlServer);
            db.Database.EnsureDeleted();
        }

        SqliteConnection.ClearAllPools();
        try
        {
            Directory.Delete(_folder, recursive: true);
        }
        catch (IOException)
        {
            // A log of the database may still be open for a moment; the folder lies in the temporary folder.
        }
    }

    /// <summary>Makes the database of a site read-only or full, as it would be for the program.</summary>
    private sealed class Troubles(TestSite site) : DbConnectionInterceptor
    {
        public override InterceptionResult ConnectionOpening(DbConnection connection, ConnectionEventData eventData, InterceptionResult result)
        {
            if (site.ConnectionSettings.Length > 0 && !connection.ConnectionString.EndsWith(site.ConnectionSettings, StringComparison.Ordinal))
                connection.ConnectionString = $"{connection.ConnectionString};{site.ConnectionSettings}";
            return result;
        }

        public override ValueTask<InterceptionResult> ConnectionOpeningAsync(DbConnection connection, ConnectionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default) =>
            ValueTask.FromResult(ConnectionOpening(connection, eventData, result));

        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
        {
            if (site.ConnectionStatement.Length == 0)
                return;
            using var command = connection.CreateCommand();
            command.CommandText = site.ConnectionStatement;
            command.ExecuteNonQuery();
        }

        public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            ConnectionOpened(connection, eventData);
            return Task.CompletedTask;
        }
    }

    private static SqlServerMarketplaceDbContext OnServer(string connection) =>
        new(new DbContextOptionsBuilder<SqlServerMarketplaceDbContext>().UseSqlServer(connection).Options);

    private static string MakeTemplate()
    {
        using var site = new TestSite(empty: true);
        site.WithAsync(db => db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)")).GetAwaiter().GetResult();
        var folder = Directory.CreateTempSubdirectory("ieder-talent-template-").FullName;
        CopyFolder(site._folder, folder);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        return folder;
    }

    private static void CopyFolder(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target, overwrite: true);
        }
    }
}
