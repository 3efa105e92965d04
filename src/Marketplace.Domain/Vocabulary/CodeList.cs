using System.Diagnostics.CodeAnalysis;

namespace Marketplace.Domain.Vocabulary;

/// <summary>A closed list of codes with the Dutch word for each, in the order of <c>lists-nl.json</c>.</summary>
public sealed class CodeList
{
    private readonly Dictionary<string, string> _words;
    private readonly Dictionary<string, int> _places;

    internal CodeList(IEnumerable<KeyValuePair<string, string>> entries)
    {
        Entries = [.. entries];
        _words = new Dictionary<string, string>(Entries, StringComparer.Ordinal);
        _places = Entries.Index().ToDictionary(e => e.Item.Key, e => e.Index, StringComparer.Ordinal);
    }

    /// <summary>Code and Dutch word, in the order in which they are shown.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Entries { get; }

    /// <summary>The codes, in the order in which they are shown.</summary>
    public IEnumerable<string> Codes => Entries.Select(e => e.Key);

    /// <summary>Whether the code stands in the list; capitals count.</summary>
    public bool Contains([NotNullWhen(true)] string? code) => code is not null && _words.ContainsKey(code);

    /// <summary>Place of the code in the list, from 0; −1 when it is not in it.</summary>
    public int IndexOf(string code) => _places.GetValueOrDefault(code, -1);

    /// <summary>The Dutch word, or the code itself when it is not in the list (a command takes any code).</summary>
    public string Word(string code) => _words.GetValueOrDefault(code, code);

    /// <summary>The Dutch words of several codes, with commas.</summary>
    public string Words(IEnumerable<string> codes) => string.Join(", ", codes.Select(Word));
}
