using System.Text;
using System.Text.Json;

namespace Marketplace.Tests.Domain.Contracts;

/// <summary>The contract files beside the tests, and a folder of its own in which one command is run.</summary>
internal sealed class ContractFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("marketplace-");

    public string Input => Path.Combine(_folder.FullName, "in.json");

    public string Output => Path.Combine(_folder.FullName, "out.json");

    /// <summary>A file of the contract, by its name.</summary>
    public static string Contract(string name) => Path.Combine(AppContext.BaseDirectory, "Contracts", name);

    /// <summary>The cases of a file with errors: name, bytes of the input, expected paths, and the whole case.</summary>
    public static IReadOnlyList<(string Name, byte[] Input, string[] Paths, JsonElement Case)> Errors(string name)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Contract(name)));
        return [.. document.RootElement.GetProperty("cases").EnumerateArray().Select(each => each.Clone()).Select(each => (
            each.GetProperty("name").GetString()!,
            each.TryGetProperty("base64", out var base64) ? base64.GetBytesFromBase64()
                : Encoding.UTF8.GetBytes(each.TryGetProperty("text", out var text) ? text.GetString()! : each.GetProperty("input").GetRawText()),
            each.GetProperty("paths").EnumerateArray().Select(path => path.GetString()!).ToArray(),
            each))];
    }

    /// <summary>Runs a command on an input.</summary>
    /// <returns>The exit code, the paths on standard error and the output, null when no file was written.</returns>
    public (int ExitCode, string[] Paths, string? Output) Run(Func<string[], TextWriter, int> command, byte[] input, params string[] more)
    {
        File.WriteAllBytes(Input, input);
        File.Delete(Output);
        var (exitCode, paths) = Call(command, ["--input", Input, "--output", Output, .. more]);
        return (exitCode, paths, File.Exists(Output) ? File.ReadAllText(Output) : null);
    }

    /// <summary>Runs a command as it is called.</summary>
    public static (int ExitCode, string[] Paths) Call(Func<string[], TextWriter, int> command, string[] args)
    {
        using var error = new StringWriter();
        var exitCode = command(args, error);
        var lines = error.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);
        return (exitCode, [.. lines.Select(line => line[..line.IndexOf(": ", StringComparison.Ordinal)]).Order(StringComparer.Ordinal)]);
    }

    /// <summary>What is in the folder besides the input.</summary>
    public string[] Written() => [.. _folder.EnumerateFiles().Select(file => file.Name).Where(name => name != "in.json")];

    public void Dispose() => _folder.Delete(recursive: true);
}
