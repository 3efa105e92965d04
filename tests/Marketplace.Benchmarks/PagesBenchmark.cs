using System.Diagnostics;
using System.Globalization;
using System.Net;
using Marketplace.Data.Sqlite;
using Marketplace.Domain.Work;
using Marketplace.Testing;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Benchmarks;

/// <summary>
/// Pages of a large region as the real program answers them, in a process of its own on Kestrel, one request after another; with both indexes when
/// there is a search server. Times are those of a browser on the same machine: the whole answer.
/// </summary>
internal static class PagesBenchmark
{
    private const int Pages = 40;

    /// <summary>What a page says when the search server did not answer (<c>_SearchNote</c>).</summary>
    private const string FallbackNote = "Zoeken gaat nu op een andere manier";

    private static readonly string[] Words = ["inpakken", "schoonmaken", "winkel", "groen", "keuken", "orders", "dordrecht", "licht werk", "vakken vullen", "administratie"];

    internal static async Task RunAsync(int people, int employers, int tasks)
    {
        var folder = Directory.CreateTempSubdirectory("ieder-talent-pages-").FullName;
        try
        {
            var file = Path.Combine(folder, "marketplace.db");
            await SeedAsync(folder, file, people, employers, tasks);
            await using var db = new SqliteMarketplaceDbContext(new DbContextOptionsBuilder<SqliteMarketplaceDbContext>().UseSqlite($"Data Source={file}").Options);
            var jobs = await db.Jobs.Where(j => j.State == JobState.Open).OrderBy(j => j.Id).Select(j => j.Id).Take(Pages).ToListAsync();
            var office = await db.Memberships.Where(m => db.Users.Any(u => u.Id == m.UserId && u.Email == "consulent@demo.example")).Select(m => m.OrganisationId).FirstAsync();
            var candidates = await db.People.Where(p => p.OrganisationId == office).OrderBy(p => p.Id).Select(p => p.Id).Take(Pages).ToListAsync();
            var bytes = new FileInfo(file).Length;

            await AskAsync("in-process", [], folder, file, people, bytes, jobs, candidates);
            if (SearchServer.WhyNot is { } why)
            {
                Measured.Line(new { name = "pages-search-server", skipped = why });
                return;
            }

            await using var server = new SearchServer();
            await AskAsync(
                "search-server", [$"--Search:Url={await server.AddressAsync()}", "--Search:Compatibility=opensearch", "--Search:Prefix=benchmark"],
                folder, file, people, bytes, jobs, candidates);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    internal static async Task SeedAsync(string folder, string file, int people, int employers, int tasks)
    {
        var start = Stopwatch.GetTimestamp();
        using var program = Process.Start(new ProcessStartInfo("dotnet", [
            ProgramProcess.Built, "seed", .. Settings(folder, file), .. new[] { ("people", people), ("employers", employers), ("tasks", tasks) }
                .Select(n => string.Create(CultureInfo.InvariantCulture, $"--{n.Item1}={n.Item2}"))])
        { WorkingDirectory = folder, RedirectStandardOutput = true })!;
        var reading = program.StandardOutput.ReadToEndAsync();
        var processor = TimeSpan.Zero;
        while (!reading.IsCompleted)
        {
            // Nothing can be asked of a process that ended.
            processor = program.TotalProcessorTime;
            await Task.WhenAny(reading, Task.Delay(200));
        }

        await program.WaitForExitAsync();
        if (program.ExitCode != 0)
            throw new InvalidOperationException($"seed ended with {program.ExitCode}.");
        Measured.Line(new
        {
            name = "seed",
            seconds = Math.Round(Stopwatch.GetElapsedTime(start).TotalSeconds, 1),
            processorSeconds = Math.Round(processor.TotalSeconds, 1),
            rows = people,
            bytes = new FileInfo(file).Length,
        });
    }

    internal static string[] Settings(string folder, string file) =>
    [
        "--environment=Development", $"--Database:File={file}", $"--Keys:Folder={Path.Combine(folder, "keys")}", $"--Mail:Folder={Path.Combine(folder, "mail")}",
        "--Jobs:Run=false", "--Logging:LogLevel:Default=Warning", "--Logging:LogLevel:Microsoft.Hosting.Lifetime=Information",
    ];

    private static async Task AskAsync(
        string index, string[] settings, string folder, string file, int people, long bytes, List<Guid> jobs, List<Guid> candidates)
    {
        using var program = new ProgramProcess(ProgramProcess.Built, folder, _ => { }, [.. Settings(folder, file), "--urls=http://127.0.0.1:0", .. settings]);
        var site = await program.AddressAsync();
        await Measure("workbench", "jobcoach", jobs.Select(id => $"/functies/{id}/kandidaten"));
        await Measure("jobs-by-words", "jobcoach", Words.Select(w => $"/functies?zoek={Uri.EscapeDataString(w)}"));
        await Measure("jobs-of-candidate", "consulent", candidates.Select(id => $"/kandidaten/{id}/functies"));

        async Task Measure(string page, string account, IEnumerable<string> addresses)
        {
            using var handler = new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() };
            using var visitor = new WebVisitor(new HttpClient(handler) { BaseAddress = site, Timeout = TimeSpan.FromMinutes(2) });
            await visitor.SignInAsync(account);
            var open = new List<string>();
            foreach (var address in addresses)
            {
                using var answer = await visitor.Client.GetAsync(address);
                if (answer.StatusCode == HttpStatusCode.OK)
                    open.Add(address);
            }

            if (open.Count == 0)
            {
                Measured.Line(new { name = $"page-{page}-{index}", skipped = "No page answered 200." });
                return;
            }

            // The server is filled first: this waits for the pages that it answers itself, and then takes no other.
            for (var start = Stopwatch.GetTimestamp(); await IsFallbackAsync(open[0]) && Stopwatch.GetElapsedTime(start) < TimeSpan.FromMinutes(5);)
                await Task.Delay(2000);
            Measured.Each($"page-{page}-{index}", people, bytes, [.. open.Select(address => new Func<Task<int>>(async () =>
            {
                var html = await visitor.Client.GetStringAsync(address);
                return html.Contains(FallbackNote, StringComparison.Ordinal) ? throw new InvalidOperationException($"{address} was not answered by the search server.") : html.Length;
            }))]);

            async Task<bool> IsFallbackAsync(string address) => (await visitor.Client.GetStringAsync(address)).Contains(FallbackNote, StringComparison.Ordinal);
        }
    }
}
