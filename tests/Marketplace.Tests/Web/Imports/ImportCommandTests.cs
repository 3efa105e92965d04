using System.Collections.Concurrent;
using System.Net;
using Marketplace.Domain.Imports;
using Marketplace.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Marketplace.Tests.Web.Imports;

/// <summary>The real program as a process: the command <c>import</c>, killed in the middle and started again; a large file over a real connection.</summary>
public sealed class ImportCommandTests(ITestOutputHelper output) : IDisposable
{
    private readonly TestSite _site = new();
    private readonly string _folder = Directory.CreateTempSubdirectory("ieder-talent-import-").FullName;
    private readonly ConcurrentQueue<string> _lines = new();

    public void Dispose()
    {
        _site.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task The_command_takes_the_good_rows_tells_the_bad_ones_and_prints_no_name()
    {
        await SaveAsync("mensen.csv", ImportSamples.File(ImportKind.People, 20, bad: 2));

        Assert.Equal(1, await CommandAsync("people", "mensen.csv", "--as", "consulent@demo.example"));

        Assert.Contains(_lines, l => l.Contains("22 rijen: 20 goed, 0 al eerder ingelezen, 2 met een fout.", StringComparison.Ordinal));
        Assert.Contains(_lines, l => l.Contains("Rij 22, kolom ‘postcode’: Deze postcode bestaat niet.", StringComparison.Ordinal));
        Assert.Contains(_lines, l => l.Contains("22 van 22 rijen, 20 overgenomen.", StringComparison.Ordinal));
        Assert.DoesNotContain(_lines, l => l.Contains("Zonderdam", StringComparison.Ordinal));
        Assert.Contains("Zonderdam", await File.ReadAllTextAsync(Path.Combine(_folder, "mensen-fouten.csv"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(20, await TakenAsync());

        // The same file again takes nothing.
        Assert.Equal(1, await CommandAsync("people", "mensen.csv", "--as", "consulent@demo.example"));
        Assert.Contains(_lines, l => l.Contains("22 rijen: 0 goed, 20 al eerder ingelezen, 2 met een fout.", StringComparison.Ordinal));
        Assert.Equal(20, await TakenAsync());
    }

    [Theory]
    [InlineData("people", "weg.csv", "consulent@demo.example", "There is no file")]
    [InlineData("people", "taken.csv", "jobcoach@demo.example", "is no consultant here")]
    [InlineData("people", "taken.csv", "consulent@demo.example", "Deze kolommen ontbreken")]
    [InlineData("tasks", "taken.csv", "adviseur@demo.example", "names the employer")]
    [InlineData("jobs", "taken.csv", "consulent@demo.example", "import people|tasks FILE.csv")]
    public async Task A_wrong_call_says_what_is_wrong_and_does_nothing(string kind, string file, string sender, string told)
    {
        await SaveAsync("taken.csv", ImportSamples.File(ImportKind.Tasks, 1));

        Assert.Equal(2, await CommandAsync(kind, file, "--as", sender));

        Assert.Contains(_lines, l => l.Contains(told, StringComparison.Ordinal));
        Assert.False(await _site.WithAsync(db => db.Imports.AnyAsync()));
    }

    [Fact]
    public async Task A_command_that_is_killed_in_the_middle_is_finished_by_the_worker()
    {
        const int rows = 4_000;
        await SaveAsync("mensen.csv", ImportSamples.File(ImportKind.People, rows));
        var before = await _site.WithAsync(db => db.People.CountAsync());
        using (var running = Start("people", "mensen.csv", "--as", "consulent@demo.example"))
        {
            await WaitAsync(async () => await TakenAsync() is > 0 and < rows);
            running.Kill();
        }

        Assert.InRange(await TakenAsync(), 1, rows - 1);
        using var worker = new ProgramProcess(ProgramProcess.Built, _folder, _lines.Enqueue, ["worker", "--environment=Development", .. Settings]);
        await WaitAsync(async () => await _site.WithAsync(db => db.Imports.AllAsync(i => i.State == ImportState.Taken)));

        Assert.Equal((rows, before + rows), (await TakenAsync(), await _site.WithAsync(db => db.People.CountAsync())));
    }

    [Fact]
    public async Task A_file_of_a_hundred_megabytes_gives_a_page_over_a_real_connection()
    {
        using var running = new ProgramProcess(ProgramProcess.Built, _folder, _lines.Enqueue, ["--environment=Development", "--urls=http://127.0.0.1:0", .. Settings, "--Jobs:Run=false"]);
        using var handler = new SocketsHttpHandler { AllowAutoRedirect = false };
        using var visitor = new WebVisitor(new HttpClient(handler) { BaseAddress = await running.AddressAsync(), Timeout = ProgramProcess.Patience });
        await visitor.SignInAsync("consulent");

        var page = await visitor.UploadAsync("/import", "In.File", new byte[100 * 1024 * 1024]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, visitor.Status);
        Assert.Contains("Dit bestand is te groot.", page.QuerySelector("#fouten")!.TextContent, StringComparison.Ordinal);
        await visitor.UploadAsync("/import", "In.File", ImportSamples.File(ImportKind.People, 1));
        Assert.Equal(HttpStatusCode.Redirect, visitor.Status);
    }

    private IEnumerable<string> Settings => _site.Database.Select(s => $"--{s.Key}={s.Value}").Append($"--Keys:Folder={Path.Combine(_folder, "keys")}");

    private ProgramProcess Start(params string[] words) =>
        new(ProgramProcess.Built, _folder, _lines.Enqueue, ["import", .. words, "--environment=Development", .. Settings]);

    private async Task<int> CommandAsync(params string[] words)
    {
        _ = _site.Services;
        _lines.Clear();
        using var running = Start(words);
        var code = await running.ExitCodeAsync();
        foreach (var line in _lines)
            output.WriteLine(line);
        return code;
    }

    private Task SaveAsync(string name, byte[] file) => File.WriteAllBytesAsync(Path.Combine(_folder, name), file, TestContext.Current.CancellationToken);

    private Task<int> TakenAsync() => _site.WithAsync(db => db.ImportedRows.CountAsync());

    private static async Task WaitAsync(Func<Task<bool>> come)
    {
        var until = DateTime.UtcNow + ProgramProcess.Patience;
        while (!await come())
        {
            Assert.True(DateTime.UtcNow < until, "It did not come.");
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }
    }
}
