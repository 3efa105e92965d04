using System.Globalization;
using System.Text;

namespace Marketplace.Domain.Contracts;

/// <summary>
/// What is wrong with the call or the input of a command: lines <c>path: text</c>, each path once. The first text of
/// a path stays. Paths look like <c>$.cases[0].work.start</c>.
/// </summary>
/// <param name="escapeUpperControls">
/// Whether U+007F to U+009F in the name of a field are written as an escape too, not only U+0000 to U+001F.
/// </param>
public sealed class FaultList(bool escapeUpperControls = true)
{
    private readonly Dictionary<string, string> _texts = new(StringComparer.Ordinal);
    private readonly List<string> _paths = [];

    /// <summary>The paths in the order in which they were found.</summary>
    public IReadOnlyList<string> Paths => _paths;

    /// <summary>True when something is wrong.</summary>
    public bool Any => _paths.Count > 0;

    /// <summary>How often something was added, also to a path that was there already.</summary>
    internal int Additions { get; private set; }

    /// <summary>Adds a fault.</summary>
    /// <param name="path">The path of the wrong value, or the name of an option of the call.</param>
    /// <param name="text">What is expected there, on one line.</param>
    public void Add(string path, string text)
    {
        Additions++;
        if (_texts.TryAdd(path, text))
        {
            _paths.Add(path);
        }
    }

    /// <summary>The path of a field: the name as it stands, control characters as <c>\u000A</c> (four capital hex digits).</summary>
    public string PathOfField(string parent, string name)
    {
        if (!name.Any(IsEscaped))
        {
            return $"{parent}.{name}";
        }

        var path = new StringBuilder(parent).Append('.');
        foreach (var character in name)
        {
            if (IsEscaped(character))
            {
                path.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:X4}");
            }
            else
            {
                path.Append(character);
            }
        }

        return path.ToString();
    }

    /// <summary>The path of an entry of a list, counted from 0.</summary>
    public static string PathOfEntry(string parent, int index) =>
        string.Create(CultureInfo.InvariantCulture, $"{parent}[{index}]");

    /// <summary>Writes one line for each path.</summary>
    public void WriteTo(TextWriter error)
    {
        ArgumentNullException.ThrowIfNull(error);
        foreach (var path in _paths)
        {
            error.WriteLine($"{path}: {_texts[path]}");
        }
    }

    private bool IsEscaped(char character) => character < ' ' || (escapeUpperControls && character is >= '\u007F' and <= '\u009F');
}
