using System.Diagnostics;

namespace Marketplace.Testing;

/// <summary>
/// One search server for a whole test run: the one at the address in <c>MARKETPLACE_TEST_ELASTICSEARCH</c>, or else the node that lies beside the
/// repository (<c>shared/search-server</c>; <c>MARKETPLACE_SEARCH_SERVER</c> may name another folder with the same scripts), which is started when
/// the first test asks for it and stopped with the run.
/// </summary>
public sealed class SearchServer : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly Lazy<Task<Uri>> _address;
    private readonly string _data = Path.Combine(Path.GetTempPath(), $"ieder-talent-search-{Guid.NewGuid():N}");

    /// <summary>Nothing is started yet.</summary>
    public SearchServer() => _address = new Lazy<Task<Uri>>(StartAsync);

    /// <summary>Why there is no node; null: there is one.</summary>
    public static string? WhyNot { get; } = Given is not null
        ? null
        : Folder is null
            ? "No search server: MARKETPLACE_TEST_ELASTICSEARCH names the address of one, or MARKETPLACE_SEARCH_SERVER a folder with one (default: shared/search-server beside the repository)."
            : HasJava() ? null : "No search server: it needs Java 17 or later (Debian, Ubuntu: apt-get install openjdk-17-jre-headless).";

    private static Uri? Given => Environment.GetEnvironmentVariable("MARKETPLACE_TEST_ELASTICSEARCH") is { Length: > 0 } address ? new Uri(address) : null;

    private static string? Folder =>
        Environment.GetEnvironmentVariable("MARKETPLACE_SEARCH_SERVER") is not { Length: > 0 } named ? Beside() : File.Exists(Path.Combine(named, "start")) ? named : null;

    /// <summary>Address of the node; waits until it answers.</summary>
    public Task<Uri> AddressAsync() => _address.Value;

    /// <summary>Stops the node, when it was started.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!_address.IsValueCreated || Given is not null)
            return;
        await RunAsync("stop", _data);
        if (Directory.Exists(_data))
            Directory.Delete(_data, recursive: true);
    }

    private async Task<Uri> StartAsync()
    {
        if (Given is { } given)
            return given;
        var address = await RunAsync("start", "--port", "0", "--data", _data, "--heap", "768m", "--owner", Environment.ProcessId.ToString(System.Globalization.CultureInfo.InvariantCulture));
        return new Uri(address);
    }

    private static async Task<string> RunAsync(string script, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("bash", [Path.Combine(Folder!, script), .. arguments]) { RedirectStandardOutput = true, UseShellExecute = false })!;
        using var patience = new CancellationTokenSource(Patience);
        var line = await process.StandardOutput.ReadLineAsync(patience.Token);
        await process.WaitForExitAsync(patience.Token);
        return process.ExitCode == 0 ? line ?? "" : throw new InvalidOperationException($"The search node does not {script}: its script ended with {process.ExitCode}.");
    }

    /// <summary>The folder of the node next to the repository, or next to a folder around it (a worktree lies deeper).</summary>
    private static string? Beside()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            var folder = Path.Combine(at.FullName, "shared", "search-server");
            if (File.Exists(Path.Combine(folder, "start")))
                return folder;
        }

        return null;
    }

    private static bool HasJava() =>
        Environment.GetEnvironmentVariable("JAVA_HOME") is { Length: > 0 }
        || (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => folder.Length > 0 && File.Exists(Path.Combine(folder, "java")));
}
