using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Marketplace.Data.Privacy;
using Marketplace.Jobs;
using Marketplace.Testing;
using Marketplace.Tests.Jobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;
using Microsoft.Extensions.Options;
using Xunit;

namespace Marketplace.Tests.Web.Hosting;

/// <summary>The log of a whole run, every page and every sweep, holds no name and no address of anybody.</summary>
public sealed class LogTests
{
    [Fact]
    public async Task No_name_or_address_of_the_demo_is_in_the_log_of_every_page_and_sweep()
    {
        using var lines = new Lines();
        using var site = new TestSite(settings: new Dictionary<string, string?>
        {
            ["Logging:LogLevel:Default"] = "Information",
            ["Logging:LogLevel:Microsoft.AspNetCore"] = "Information",
            ["Logging:LogLevel:Microsoft.EntityFrameworkCore"] = "Information",
        });
        var samples = await PageSamples.MakeAsync(site);

        // From here on only the program itself asks the database.
        site.Services.GetRequiredService<ILoggerFactory>().AddProvider(lines);
        foreach (var account in samples.GroupBy(s => s.Account))
        {
            using var visitor = account.Key is null ? site.Visitor() : await site.SignedInAsync(account.Key);
            foreach (var sample in account)
                await visitor.OpenAsync(sample.Address);
        }

        foreach (var job in JobList.All)
            await site.RunJobAsync(job.Name);

        var log = string.Join('\n', lines.All);
        Assert.True(lines.All.Count > 500, $"Only {lines.All.Count} lines were logged.");
        using var scope = site.Services.CreateScope();
        var people = await site.WithAsync(db => db.People.Select(p => p.Id).ToListAsync());
        var names = (await scope.ServiceProvider.GetRequiredService<IdentityVault>().ReadAsync([.. people], "Test", TestContext.Current.CancellationToken)).Values;
        Assert.NotEmpty(names);

        // Whole words: a surname such as Post stands inside names of the framework.
        var words = string.Join('|', names.SelectMany(n => new[] { $"{n.FirstName} {n.LastName}", n.LastName }).Distinct().Select(Regex.Escape));
        Assert.DoesNotMatch($@"\b({words})\b", log);
        foreach (var user in await site.WithAsync(db => db.Users.Select(u => new { u.Email, u.DisplayName }).ToListAsync()))
        {
            Assert.DoesNotContain(user.Email!, log, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(user.DisplayName, log, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Refused_access_is_in_the_log_with_the_account_and_the_pattern_of_the_address_only()
    {
        using var lines = new Lines();
        using var site = new TestSite(settings: new Dictionary<string, string?> { ["Logging:LogLevel:Default"] = "Information" });
        var foreign = (await PageSamples.MakeAsync(site)).First(s => s.Account == "consulent" && s.Page == "/People/Profile").Foreign!;
        site.Services.GetRequiredService<ILoggerFactory>().AddProvider(lines);
        using var visitor = await site.SignedInAsync("consulent");
        var account = await site.WithAsync(db => db.Users.Where(u => u.Email == "consulent@demo.example").Select(u => u.Id).SingleAsync());

        await visitor.OpenAsync("/kandidaten");
        Assert.DoesNotContain(lines.All, l => l.StartsWith("Refused", StringComparison.Ordinal));
        await visitor.OpenAsync(foreign);
        await visitor.OpenAsync("/beheer/gebruikers?zoek=de+Vries");
        var refused = lines.All.Where(l => l.StartsWith("Refused", StringComparison.Ordinal)).Select(l => l.Trim()).ToList();
        Assert.Equal([$"Refused with 404: GET kandidaten/{{id:guid}} for account {account}.", $"Refused with 403: GET beheer/gebruikers for account {account}."], refused);
    }

    /// <summary>With the settings that go with the program: what somebody typed cannot look like a line of its own.</summary>
    [Fact]
    public void A_line_of_the_log_is_one_line_with_its_moment_in_UTC()
    {
        var settings = new ConfigurationBuilder().AddJsonFile(Path.Combine(StoredFile.Root, "src", "Marketplace.Web", "appsettings.json")).Build();
        using var services = new ServiceCollection().AddLogging(log => log.AddConfiguration(settings.GetSection("Logging")).AddConsole()).BuildServiceProvider();
        var name = services.GetRequiredService<IOptions<ConsoleLoggerOptions>>().Value.FormatterName;
        var formatter = services.GetServices<ConsoleFormatter>().Single(f => f.Name == name);
        using var written = new StringWriter();
        formatter.Write(new LogEntry<string>(LogLevel.Warning, "Marketplace", 1, $"one{Environment.NewLine}2026-01-01T00:00:00.000Z info: made up", new InvalidOperationException($"two{Environment.NewLine}three"), (state, _) => state), null, written);

        var line = Assert.Single(written.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Matches(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z warn: Marketplace\[1\] one 2026-01-01", line);
        Assert.InRange(DateTimeOffset.UtcNow - DateTimeOffset.Parse(line[..24], System.Globalization.CultureInfo.InvariantCulture), TimeSpan.Zero, TimeSpan.FromMinutes(1));
        Assert.Contains("three", line, StringComparison.Ordinal);
    }

    /// <summary>What docs/security.md lists under Logs is all there is.</summary>
    [Fact]
    public void The_log_goes_to_standard_output_only_and_the_page_about_security_lists_every_other_record()
    {
        using var site = new TestSite("Production", empty: true);
        var providers = site.Services.GetServices<ILoggerProvider>().Select(p => p.GetType().Name).ToList();
        Assert.Empty(providers.Except(["ConsoleLoggerProvider", "DebugLoggerProvider", "EventSourceLoggerProvider"])); // the last two are for who debugs on the machine
        Assert.Contains("ConsoleLoggerProvider", providers);

        var page = File.ReadAllText(Path.Combine(StoredFile.Root, "docs", "security.md"));
        var logs = page[page.IndexOf("### Logs", StringComparison.Ordinal)..];
        Assert.All(["| standard output |", "| audit |", "| history, job runs |", "| spans and metrics |"], row => Assert.Contains(row, logs, StringComparison.Ordinal));
    }

    private sealed class Lines : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> All { get; } = new();

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Information;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            All.Enqueue($"{formatter(state, exception)} {exception}");

        public void Dispose()
        {
        }
    }
}
