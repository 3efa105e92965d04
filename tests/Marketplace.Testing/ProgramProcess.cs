using System.Diagnostics;

namespace Marketplace.Testing;

/// <summary>The real program as a process of its own, in a folder of its own. It never outlives the test that started it.</summary>
public sealed class ProgramProcess : IDisposable
{
    private const string Listening = "Now listening on: ";

    private readonly TaskCompletionSource<Uri> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Process _process;

    /// <param name="program">Path of <c>Marketplace.Web.dll</c>.</param>
    /// <param name="folder">The folder it is started from.</param>
    /// <param name="say">Gets every line that the program writes; a test shows them when it fails.</param>
    /// <param name="arguments">A command and settings, such as <c>worker --Keys:Folder=…</c>.</param>
    public ProgramProcess(string program, string folder, Action<string> say, params IEnumerable<string> arguments)
    {
        _process = new Process
        {
            StartInfo = new ProcessStartInfo("dotnet", [program, .. arguments]) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true },
            EnableRaisingEvents = true,
        };
        _process.OutputDataReceived += (_, line) => Read(line.Data, say);
        _process.ErrorDataReceived += (_, line) => Read(line.Data, say);
        _process.Exited += (_, _) => _address.TrySetException(new InvalidOperationException("The program ended before it listened."));
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>The longest that a test waits for the program: it needs a few seconds, and many more when the machine is busy.</summary>
    public static TimeSpan Patience { get; } = TimeSpan.FromMinutes(2);

    /// <summary>The configuration that the tests were built in, as the rest of the repository was.</summary>
    public static string Configuration { get; } = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;

    /// <summary>The program as the build left it.</summary>
    public static string Built { get; } = Path.Combine(StoredFile.Root, "src", "Marketplace.Web", "bin", Configuration, "net10.0", "Marketplace.Web.dll");

    /// <summary>Where the program answers, as soon as it does.</summary>
    public Task<Uri> AddressAsync() => _address.Task.WaitAsync(Patience);

    /// <summary>The time that processors have spent on it.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>The exit code, when it ends by itself.</summary>
    public async Task<int> ExitCodeAsync()
    {
        await _process.WaitForExitAsync().WaitAsync(Patience);
        return _process.ExitCode;
    }

    /// <summary>Stops it as a power cut would (SIGKILL); nothing of it runs any more when this returns.</summary>
    public void Kill()
    {
        _process.Kill(entireProcessTree: true);
        _process.WaitForExit();
    }

    public void Dispose()
    {
        Kill();
        _process.Dispose();
    }

    private void Read(string? line, Action<string> say)
    {
        if (line is null)
            return;
        say(line);
        if (line.IndexOf(Listening, StringComparison.Ordinal) is var at and >= 0)
            _address.TrySetResult(new Uri(line[(at + Listening.Length)..]));
    }
}
