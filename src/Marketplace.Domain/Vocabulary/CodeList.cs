using System.Diagnostics.CodeAnalysis;
using System.Numerics;

namespace Marketplace.Domain.Vocabulary;

/// <summary>A closed list of codes with the Dutch word for each, in the order of <c>lists-nl.json</c>.</summary>
public sealed class CodeList
{
    private readonly Dictionary<string, string> _words;
    private readonly Dictionary<string, int> _places;
    private readonly string[] _codes;

    internal CodeList(IEnumerable<KeyValuePair<string, string>> entries)
    {
        Entries = [.. entries];
        _words = new Dictionary<string, string>(Entries, StringComparer.Ordinal);
        _codes = [.. Codes];
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

    /// <summary>The codes as bits by their place in the list.</summary>
    /// <returns>False when a code is not in the list, or so far down that it has no bit.</returns>
    public bool TryBits(IEnumerable<string> codes, out uint bits) => TryBits(codes, IndexOf, out bits);

    /// <summary>The codes of these bits, in the order of the list.</summary>
    /// <exception cref="IndexOutOfRangeException">The list has no such place.</exception>
    public IReadOnlyList<string> OfBits(uint bits) => OfBits(_codes, bits);

    /// <inheritdoc cref="TryBits(IEnumerable{string}, out uint)"/>
    internal static bool TryBits(IEnumerable<string> codes, Func<string, int> indexOf, out uint bits)
    {
        bits = 0;
        var all = true;
        foreach (var code in codes)
        {
            var place = indexOf(code);
            if (place is >= 0 and < 32)
                bits |= 1u << place;
            else
                all = false;
        }

        return all;
    }

    /// <inheritdoc cref="OfBits(uint)"/>
    internal static string[] OfBits(string[] all, uint bits)
    {
        if (bits == 0)
            return [];
        var codes = new string[BitOperations.PopCount(bits)];
        for (var i = 0; i < codes.Length; i++, bits &= bits - 1)
            codes[i] = all[BitOperations.TrailingZeroCount(bits)];
        return codes;
    }

    /// <summary>The Dutch word, or the code itself when it is not in the list (a command takes any code).</summary>
    public string Word(string code) => _words.GetValueOrDefault(code, code);

    /// <summary>The Dutch words of several codes, with commas.</summary>
    public string Words(IEnumerable<string> codes) => string.Join(", ", codes.Select(Word));
}
