using System.Net;
using Marketplace.Testing;
using Marketplace.Tests.Web.Work;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Marketplace.Tests.Web.Hosting;

/// <summary>A database that is locked, read-only, full or away: a page that says what is the matter, and nothing half-written.</summary>
public sealed class DatabaseTroubleTests
{
    private const string NewTask = "/werk/nieuw";

    [Fact]
    public async Task Locked_the_form_says_that_it_is_busy_and_keeps_what_was_typed()
    {
        using var site = new TestSite(settings: new Dictionary<string, string?> { ["Database:WaitSeconds"] = "1" });
        using var employer = await site.SignedInAsync("werkgever");
        await employer.OpenAsync(NewTask);
        await using var other = new SqliteConnection($"Data Source={site.Database["Database:File"]};Pooling=False");
        await other.OpenAsync(TestContext.Current.CancellationToken);
        await using var holding = other.BeginTransaction(deferred: false);

        await ShowsAsync(employer, "Het is nu erg druk");
        await holding.RollbackAsync(TestContext.Current.CancellationToken);
        await employer.PostAsync(NewTask, "Verder", Task_);
        Assert.Equal(HttpStatusCode.Redirect, employer.Status);
    }

    [Fact]
    public async Task Read_only_the_form_says_that_nothing_can_be_kept_and_reading_goes_on()
    {
        using var site = new TestSite();
        using var employer = await site.SignedInAsync("werkgever");
        await employer.OpenAsync(NewTask);
        site.ConnectionSettings = "Mode=ReadOnly";

        await ShowsAsync(employer, "Wij kunnen nu niets bewaren");
        await employer.OpenAsync("/werk/taken");
        Assert.Equal(HttpStatusCode.OK, employer.Status);

        // Also when it is time to note that the session is still used.
        site.Clock.Advance(TimeSpan.FromMinutes(10));
        await employer.OpenAsync("/werk/taken");
        Assert.Equal(HttpStatusCode.OK, employer.Status);
        Assert.False(await site.WithAsync(db => db.WorkTasks.AnyAsync(t => t.Name == "Kratten stapelen")));

        // Who looks at a name is written down first, so that page can only tell what is the matter.
        using var consultant = site.Visitor();
        site.ConnectionSettings = "";
        await consultant.SignInAsync("consulent");
        site.ConnectionSettings = "Mode=ReadOnly";
        var page = await consultant.OpenAsync("/kandidaten");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, consultant.Status);
        Assert.Equal("Wij kunnen nu niets bewaren", page.QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public async Task Full_the_form_says_that_nothing_can_be_kept()
    {
        using var site = new TestSite();
        using var employer = await site.SignedInAsync("werkgever");
        site.ConnectionStatement = "PRAGMA max_page_count = 1"; // the size that it has now
        for (var kept = 0; employer.Status != HttpStatusCode.ServiceUnavailable; kept++)
        {
            Assert.True(kept < 300, "It is not full after 300 tasks.");
            await employer.PostAsync(NewTask, "Verder", Task_);
        }

        var tasks = await site.WithAsync(db => db.WorkTasks.CountAsync());
        await ShowsAsync(employer, "Wij kunnen nu niets bewaren");
        Assert.Equal(tasks, await site.WithAsync(db => db.WorkTasks.CountAsync()));
    }

    [Fact]
    public async Task Away_every_page_says_so_and_asks_nothing_of_the_database()
    {
        using var site = new TestSite();
        using var employer = await site.SignedInAsync("werkgever");
        SqliteConnection.ClearAllPools();
        foreach (var file in Directory.EnumerateFiles(Path.GetDirectoryName(site.Database["Database:File"])!, "marketplace.db*"))
            File.Delete(file);
        Directory.CreateDirectory(site.Database["Database:File"]);

        var page = await employer.OpenAsync("/werk");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, employer.Status);
        Assert.Contains("er even niet", page.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
    }

    private static (string Name, string? Value)[] Task_ => [.. WorkSite.Answers.Where(a => a.Name != "In.Name"), ("In.Name", "Kratten stapelen")];

    private static async Task ShowsAsync(WebVisitor employer, string sentence)
    {
        var page = await employer.PostAsync(NewTask, "Verder", Task_);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, employer.Status);
        Assert.Contains(sentence, page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Kratten stapelen", page.Source.Text, StringComparison.Ordinal);
    }
}
