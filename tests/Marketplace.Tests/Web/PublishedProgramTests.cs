using System.Diagnostics;
using System.Net;
using Marketplace.Testing;
using Xunit;

namespace Marketplace.Tests.Web;

/// <summary>
/// The program as somebody starts it who copied it to a machine: from an empty folder, which is not the folder of the program. The page
/// must have its styles then; a program that looks for them in the wrong folder answers 404, or 200 with nothing in it.
/// </summary>
public sealed class PublishedProgramTests(ITestOutputHelper output) : IDisposable
{
    private readonly string _published = Directory.CreateTempSubdirectory("ieder-talent-published-").FullName;
    private readonly string _empty = Directory.CreateTempSubdirectory("ieder-talent-empty-").FullName;

    public void Dispose()
    {
        Directory.Delete(_published, recursive: true);
        Directory.Delete(_empty, recursive: true);
    }

    [Fact]
    public async Task The_published_program_shows_its_first_page_with_styles_and_scripts()
    {
        await PublishAsync();

        await Shows_its_first_page(Path.Combine(_published, "Marketplace.Web.dll"), "Production");
    }

    [Theory]
    [InlineData("Production")]
    [InlineData("Development")]
    public Task The_built_program_shows_its_first_page_with_styles_and_scripts(string environment) => Shows_its_first_page(ProgramProcess.Built, environment);

    [Theory]
    [InlineData("migrate", "Production")]
    [InlineData("migrate", "Development")]
    [InlineData("seed", "Development")]
    public async Task A_command_makes_the_database_where_it_is_called(string command, string environment)
    {
        using var running = new ProgramProcess(ProgramProcess.Built, _empty, output.WriteLine, command, $"--environment={environment}");

        Assert.Equal(0, await running.ExitCodeAsync());
        Assert.True(File.Exists(Path.Combine(_empty, "data", "marketplace.db")));
    }

    private async Task Shows_its_first_page(string program, string environment)
    {
        using var running = new ProgramProcess(program, _empty, output.WriteLine, $"--environment={environment}", "--urls=http://127.0.0.1:0");

        // As a browser: it asks for compressed files, which are files of their own on the server.
        using var handler = new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.All };
        using var visitor = new WebVisitor(new HttpClient(handler) { BaseAddress = await running.AddressAsync(), Timeout = ProgramProcess.Patience });
        var page = await visitor.OpenAsync("/");
        Assert.Equal(HttpStatusCode.OK, visitor.Status);
        var styles = page.QuerySelectorAll("link[rel=stylesheet]").Select(e => e.GetAttribute("href")!).ToList();
        var scripts = page.QuerySelectorAll("script[src]").Select(e => e.GetAttribute("src")!).ToList();

        Assert.NotEmpty(styles);
        Assert.NotEmpty(scripts);
        foreach (var (address, type) in styles.Select(s => (s, "text/css")).Concat(scripts.Select(s => (s, "text/javascript"))))
        {
            await visitor.OpenAsync(address);
            Assert.Equal((address, HttpStatusCode.OK, type), (address, visitor.Status, visitor.Last!.Content.Headers.ContentType?.MediaType));
            Assert.True(visitor.Html.Length > 0, $"{address} is empty.");
        }

        // What it keeps stands where it was started, as the README says.
        Assert.True(File.Exists(Path.Combine(_empty, "data", "marketplace.db")));
    }

    /// <summary>Publishes what was built before the tests; it builds nothing, so that the other tests keep their files.</summary>
    private async Task PublishAsync()
    {
        string[] arguments =
        [
            "publish", Path.Combine(StoredFile.Root, "src", "Marketplace.Web"), "--no-build", "--no-restore", "--nologo", "-nodeReuse:false",
            "--configuration", ProgramProcess.Configuration, "--output", _published,
        ];
        using var publish = Process.Start(new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true })!;
        try
        {
            output.WriteLine(await publish.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken).WaitAsync(ProgramProcess.Patience, TestContext.Current.CancellationToken));
            await publish.WaitForExitAsync(TestContext.Current.CancellationToken);
        }
        finally
        {
            publish.Kill(entireProcessTree: true);
        }

        Assert.Equal(0, publish.ExitCode);
    }
}
