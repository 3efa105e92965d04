using System.Collections.Concurrent;
using System.Net;
using System.Text.RegularExpressions;
using Marketplace.Testing;
using Marketplace.Tests.Web.Work;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Marketplace.Tests.Web.Accounts;

/// <summary>An empty installation in Production: the code of its log makes the first administrator, once; the demo region never comes in.</summary>
public sealed partial class BeginTests(ITestOutputHelper output) : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("ieder-talent-begin-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task The_code_of_the_log_makes_the_first_administrator_who_invites()
    {
        var lines = new ConcurrentQueue<string>();
        using var running = new ProgramProcess(ProgramProcess.Built, _folder, line =>
        {
            lines.Enqueue(line);
            output.WriteLine(line);
        }, "--environment=Production", "--urls=http://127.0.0.1:0", "--Https:Only=false"); // plain HTTP, as this test speaks it
        using var handler = new HttpClientHandler { AllowAutoRedirect = false };
        using var visitor = new WebVisitor(new HttpClient(handler) { BaseAddress = await running.AddressAsync(), Timeout = ProgramProcess.Patience });
        var code = Code().Match(string.Join('\n', lines)).Groups[1].Value;
        Assert.Matches("^[2-9B-Z]{4}(-[2-9B-Z]{4}){3}$", code);

        await visitor.OpenAsync("/inloggen");
        Assert.Equal("/begin", visitor.Location);
        var page = await visitor.PostAsync("/begin", "Maak het account", Answers("BCDF-BCDF-BCDF-BCDF"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, visitor.Status);
        Assert.StartsWith("Deze code klopt niet.", Assert.Single(WorkSite.Errors(page)), StringComparison.Ordinal);
        Assert.Equal("Werkcentrum Nieuw", WorkSite.Value(page, "In.Organisation"));

        await visitor.PostAsync("/begin", "Maak het account", Answers(code.Replace('-', ' ').ToLowerInvariant()));
        Assert.Equal("/beheer", visitor.Location);

        // Not in Development: an administrator needs a second step before anything else.
        await visitor.OpenAsync("/uitnodigen");
        Assert.Equal("/account/code", visitor.Location);
        await visitor.TurnOnCodeAsync(TimeProvider.System);
        page = await visitor.OpenAsync("/uitnodigen");
        Assert.Contains("Werkcentrum Nieuw", page.Body!.TextContent, StringComparison.Ordinal);

        using var other = new WebVisitor(new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = visitor.Client.BaseAddress });
        await other.OpenAsync("/begin");
        Assert.Equal(HttpStatusCode.NotFound, other.Status);
        await other.SignInAsync("eerste@werkcentrum.example", AccountSite.Password);
        Assert.Equal("/inloggen/code", other.Location);
    }

    [Fact]
    public async Task Where_somebody_has_an_account_there_is_no_beginning()
    {
        using var site = new TestSite("Production");
        using var visitor = site.Visitor();

        await visitor.OpenAsync("/begin");
        Assert.Equal(HttpStatusCode.NotFound, visitor.Status);
        await visitor.OpenAsync("/inloggen");
        Assert.Equal(HttpStatusCode.OK, visitor.Status);
        Assert.DoesNotContain("Kijk rond met een voorbeeld", visitor.Html, StringComparison.Ordinal);
        Assert.False(await site.WithAsync(db => db.OneTimeCodes.AnyAsync()));
    }

    [Fact]
    public async Task Guessing_the_code_closes_and_only_its_hash_is_kept()
    {
        using var site = new TestSite("Production", empty: true);
        using var visitor = site.Visitor();
        for (var i = 0; i < 6; i++)
            await visitor.PostAsync("/begin", "Maak het account", Answers($"BCDF-BCDF-BCDF-BCD{i + 2}"));

        Assert.Equal(64, (await site.WithAsync(db => db.OneTimeCodes.SingleAsync())).Hash.Length);
        Assert.Equal(5, await site.WithAsync(db => db.SignInTries.Select(t => t.Count).SingleAsync()));
        Assert.False(await site.WithAsync(db => db.Users.AnyAsync()));
    }

    [Fact]
    public async Task Seed_is_refused_in_production_and_adds_nothing()
    {
        using var running = new ProgramProcess(ProgramProcess.Built, _folder, output.WriteLine, "seed", "--environment=Production");

        Assert.Equal(2, await running.ExitCodeAsync());
        Assert.False(File.Exists(Path.Combine(_folder, "data", "marketplace.db")));
    }

    private static (string, string?)[] Answers(string code) =>
    [
        ("In.Code", code), ("In.Organisation", "Werkcentrum Nieuw"), ("In.Kind", "Wsp"), ("In.Region", "zeeland"), ("In.Name", "E. Erste"),
        ("In.Email", "eerste@werkcentrum.example"), ("In.Password", AccountSite.Password),
    ];

    [GeneratedRegex("with this code, today: (\\S+)")]
    private static partial Regex Code();
}
