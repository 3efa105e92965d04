using System.Text.Encodings.Web;
using System.Text.Json;
using Marketplace.Domain.Contracts;

namespace Marketplace.Web.Commands;

/// <summary>
/// How a stateless command is called: options with a value, an input file and an output file. Exit code 0 with the
/// output written, or 2 with nothing written and one line <c>path: text</c> for each fault on standard error.
/// </summary>
public sealed class CommandCall
{
    /// <summary>The exit code when the output has been written.</summary>
    public const int Done = 0;

    /// <summary>The exit code when something is wrong.</summary>
    public const int Refused = 2;

    /// <summary>How output is written: indented, with letters as they are.</summary>
    public static JsonWriterOptions Readable { get; } = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Dictionary<string, string> _options = new(StringComparer.Ordinal);
    private readonly FaultList _faults;
    private readonly bool _outputLast;

    /// <summary>Reads the options and adds what is wrong with them.</summary>
    /// <param name="args">The words after the name of the command.</param>
    /// <param name="names">The options that the command knows besides <c>--input</c> and <c>--output</c>.</param>
    /// <param name="faults">Where faults go.</param>
    /// <param name="outputLast">Whether it is looked at only beside a right input whether an output file is named at all.</param>
    public CommandCall(IReadOnlyList<string> args, IReadOnlyCollection<string> names, FaultList faults, bool outputLast = false)
    {
        ArgumentNullException.ThrowIfNull(args);
        _faults = faults;
        _outputLast = outputLast;
        for (var i = 0; i < args.Count; i++)
        {
            var name = args[i];
            if (name is not ("--input" or "--output") && !names.Contains(name, StringComparer.Ordinal))
            {
                faults.Add(name, "is no option of this command");
            }
            else if (i + 1 == args.Count)
            {
                // An output without a value is found below or last, as one that is not named.
                if (name != "--output")
                {
                    faults.Add(name, "has no value");
                }
            }
            else if (!_options.TryAdd(name, args[++i]))
            {
                faults.Add(name, "is given twice");
            }
        }

        if (!outputLast)
        {
            RequireOutput();
        }
    }

    /// <summary>The value of an option, or null.</summary>
    public string? Option(string name) => _options.GetValueOrDefault(name);

    /// <summary>The bytes of the input file, or null with a fault at <c>--input</c>.</summary>
    public byte[]? ReadInput()
    {
        var path = Option("--input");
        if (string.IsNullOrEmpty(path))
        {
            _faults.Add("--input", "names no file");
            return null;
        }

        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception unreadable) when (IsAboutTheFile(unreadable))
        {
            _faults.Add("--input", "cannot be read");
            return null;
        }
    }

    /// <summary>
    /// Ends the command: writes the output when nothing is wrong, at once (a file beside it, then renamed), so that
    /// nobody sees half a file.
    /// </summary>
    /// <param name="writeOutput">Writes the output; is called only when nothing is wrong.</param>
    /// <param name="error">Where the lines go.</param>
    /// <returns>The exit code.</returns>
    public int Finish(Action<Stream> writeOutput, TextWriter error)
    {
        ArgumentNullException.ThrowIfNull(writeOutput);
        if (_outputLast && !_faults.Any)
        {
            RequireOutput();
        }

        if (!_faults.Any)
        {
            WriteAtOnce(Option("--output")!, writeOutput);
        }

        _faults.WriteTo(error);
        return _faults.Any ? Refused : Done;
    }

    private void RequireOutput()
    {
        if (string.IsNullOrEmpty(Option("--output")))
        {
            _faults.Add("--output", "names no file");
        }
    }

    private void WriteAtOnce(string output, Action<Stream> writeOutput)
    {
        var beside = $"{output}.{Guid.NewGuid():N}.tmp";
        try
        {
            using (var stream = new FileStream(beside, FileMode.CreateNew, FileAccess.Write))
            {
                writeOutput(stream);
            }

            File.Move(beside, output, overwrite: true);
        }
        catch (Exception unwritable) when (IsAboutTheFile(unwritable))
        {
            _faults.Add("--output", "cannot be written");
        }
        finally
        {
            DeleteQuietly(beside);
        }
    }

    private static void DeleteQuietly(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception stays) when (IsAboutTheFile(stays))
        {
            // The folder is out of reach: then there was no file either.
        }
    }

    private static bool IsAboutTheFile(Exception exception) =>
        exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException;
}
