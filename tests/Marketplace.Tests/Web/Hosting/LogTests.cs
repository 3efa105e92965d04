using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Marketplace.Data.Privacy;
using Marketplace.Jobs;
using Marketplace.Testing;
using Marketplace.Tests.Jobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
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
