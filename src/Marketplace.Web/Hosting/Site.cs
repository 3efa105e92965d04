using System.Globalization;
using Marketplace.Data;
using Marketplace.Data.Narrowing;
using Marketplace.Data.Seeding;
using Marketplace.Web.Commands;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Web.Hosting;

/// <summary>One program, one composition root: serve, work, migrate, seed.</summary>
internal static class Site
{
    public static async Task<int> ServeAsync(string[] args)
    {
        var builder = Build(args);
        builder.AddMarketplaceWeb();
        var app = builder.Build();
        app.UseMarketplaceWeb();
        if (!await PrepareAsync(app))
            return 1;
        await FirstCode.LogWhenEmptyAsync(app);
        await app.RunAsync();
        return 0;
    }

    /// <summary>A worker process: the same jobs, no pages.</summary>
    public static async Task<int> WorkAsync(string[] args)
    {
        var builder = Build(args);
        builder.AddMarketplaceCore(runJobs: true);
        builder.WebHost.UseUrls(builder.Configuration["Worker:Urls"] ?? "http://127.0.0.1:0");
        var app = builder.Build();
        if (!await PrepareAsync(app))
            return 1;
        await app.RunAsync();
        return 0;
    }

    public static async Task<int> MigrateAsync(string[] args)
    {
        var builder = Build(args);
        builder.AddMarketplaceCore(runJobs: false);
        await using var app = builder.Build();
        using var scope = app.Services.CreateScope();
        await MigrateAsync(scope.ServiceProvider.GetRequiredService<MarketplaceDbContext>(), app.Configuration);
        return 0;
    }

    public static async Task<int> SeedAsync(string[] args)
    {
        // A switch without a value is no setting of the configuration.
        var isFull = args.Contains("--full");
        var builder = Build([.. args.Where(a => a != "--full")]);
        builder.AddMarketplaceCore(runJobs: false);
        await using var app = builder.Build();
        if (app.Environment.IsProduction())
        {
            await Console.Error.WriteLineAsync("seed: refused in Production. The demo region holds invented people; it never stands beside real ones.");
            return 2;
        }

        int?[] numbers = [Number("people"), Number("employers"), Number("tasks")];
        if (numbers.Contains(Wrong))
        {
            await Console.Error.WriteLineAsync($"seed: --people, --employers and --tasks are whole numbers from 1 to {DemoSize.Most}.");
            return 2;
        }

        var isParkstad = app.Configuration["region"] == DemoRegion.Parkstad;
        if (app.Configuration["region"] is not (null or DemoRegion.Drechtsteden or DemoRegion.Parkstad))
        {
            await Console.Error.WriteLineAsync($"seed: --region is {DemoRegion.Drechtsteden} or {DemoRegion.Parkstad}.");
            return 2;
        }

        if (numbers.Any(n => n is not null) ? isFull || isParkstad : isFull && isParkstad)
        {
            await Console.Error.WriteLineAsync($"seed: --full and numbers are for {DemoRegion.Drechtsteden}, and only one of them at a time.");
            return 2;
        }

        if (await PrepareAsync(app, new DemoSize(numbers[0], numbers[1], numbers[2], isFull), isParkstad))
            return 0;
        await Console.Error.WriteLineAsync(isParkstad
            ? "seed: nothing was added, because Parkstad is there already or this database holds something else than the demo."
            : "seed: nothing was added, because this database is not empty.");
        return 2;

        int? Number(string name) => app.Configuration[name] is not { } text ? null
            : int.TryParse(text, CultureInfo.InvariantCulture, out var number) && number is > 0 and <= DemoSize.Most ? number : Wrong;
    }

    /// <summary>The settings alone, for a command that starts nothing.</summary>
    public static IConfiguration Settings(string[] args) => Build(args).Configuration;

    /// <summary>Reads a file of people or tasks; see <see cref="ImportCommand"/>.</summary>
    public static async Task<int> ImportAsync(string[] args)
    {
        if (ImportCommand.Parse(args) is not { } call)
        {
            await Console.Error.WriteLineAsync(ImportCommand.Usage);
            return 2;
        }

        var builder = Build([.. call.Settings]);
        builder.AddMarketplaceCore(runJobs: false);
        builder.Logging.ClearProviders(); // standard output is the report
        await using var app = builder.Build();
        if (!await PrepareAsync(app))
            return 2;
        using var scope = app.Services.CreateScope();
        using var stop = new CancellationTokenSource();
        Console.CancelKeyPress += (_, pressed) =>
        {
            pressed.Cancel = true;
            stop.Cancel();
        };
        return await ActivatorUtilities.CreateInstance<ImportCommand>(scope.ServiceProvider).RunAsync(call, Console.Out, Console.Error, stop.Token);
    }

    private const int Wrong = -1;

    private static WebApplicationBuilder Build(string[] args)
    {
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.DefaultThreadCurrentUICulture = new CultureInfo("nl-NL");

        // The program finds its own files whatever folder it is started from; both lines are needed (architecture, rule 12).
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseStaticWebAssets();
        return builder;
    }

    /// <summary>SQLite migrates at start; SQL Server only by the command, never from two nodes at once.</summary>
    private static async Task<bool> PrepareAsync(WebApplication app, DemoSize? size = null, bool isParkstad = false)
    {
        using var scope = app.Services.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<MarketplaceDbContext>();
        if (!DatabaseSetup.IsSqlServer(app.Configuration))
        {
            await MigrateAsync(db, app.Configuration);
        }
        else if ((await db.Database.GetPendingMigrationsAsync()).Any())
        {
            app.Logger.LogCritical("The database is behind this program. Run the command 'migrate' first.");
            return false;
        }

        var isReady = (size is null && !app.Environment.IsDevelopment()) || await FillAsync(scope, size, isParkstad);
        await db.LookAtRowsAsync(CancellationToken.None);
        return isReady;
    }

    private static async Task<bool> FillAsync(IServiceScope scope, DemoSize? size, bool isParkstad)
    {
        var demo = scope.ServiceProvider.GetRequiredService<DemoRegion>();
        var isSeeded = isParkstad ? await demo.SeedParkstadAsync(CancellationToken.None) : await demo.SeedWhenEmptyAsync(size ?? DemoSize.AsWritten, CancellationToken.None);
        return isSeeded || size is null;
    }

    private static async Task MigrateAsync(MarketplaceDbContext db, IConfiguration configuration)
    {
        // SQLite makes its file, not the folder of it.
        if (!DatabaseSetup.IsSqlServer(configuration))
            Directory.CreateDirectory(Path.GetDirectoryName(DatabaseSetup.SqliteFile(configuration))!);
        await db.MigrateAsync(CancellationToken.None);
    }
}
