using System.Numerics;
using Marketplace.Domain.Vocabulary;

namespace Marketplace.Matching;

/// <summary>
/// A set of codes in a form that can be compared quickly: bits for the codes of a closed list, and the rare other codes (which
/// only a command takes) beside them. Sets are compared only with sets over the same list.
/// </summary>
internal readonly struct CodeSet
{
    private readonly string[]? _others;

    private CodeSet(uint bits, string[]? others)
    {
        Bits = bits;
        _others = others is { Length: > 0 } ? others : null;
    }

    /// <summary>The codes of the list, by their place in it.</summary>
    internal uint Bits { get; }

    /// <summary>The codes that have no bit, sorted, each once.</summary>
    internal IReadOnlyList<string> Others => _others ?? [];

    internal bool IsEmpty => Bits == 0 && _others is null;

    internal int Count => BitOperations.PopCount(Bits) + Others.Count;

    internal static CodeSet Of(CodeList list, IEnumerable<string> codes)
    {
        var bits = 0u;
        SortedSet<string>? others = null;
        foreach (var code in codes)
        {
            if (list.IndexOf(code) is >= 0 and < 32 and var place)
                bits |= 1u << place;
            else
                (others ??= new SortedSet<string>(StringComparer.Ordinal)).Add(code);
        }

        return new CodeSet(bits, others?.ToArray());
    }

    /// <summary>Codes of a list by their place in it.</summary>
    internal static CodeSet OfBits(uint bits) => new(bits, null);

    internal CodeSet Union(in CodeSet other) => _others is null && other._others is null
        ? new CodeSet(Bits | other.Bits, null)
        : new CodeSet(Bits | other.Bits, [.. Others.Union(other.Others).Order(StringComparer.Ordinal)]);

    internal CodeSet Intersect(in CodeSet other) => _others is null || other._others is null
        ? new CodeSet(Bits & other.Bits, null)
        : new CodeSet(Bits & other.Bits, [.. _others.Intersect(other._others)]);

    internal CodeSet Except(in CodeSet other) => _others is null || other._others is null
        ? new CodeSet(Bits & ~other.Bits, _others)
        : new CodeSet(Bits & ~other.Bits, [.. _others.Except(other._others)]);

    /// <summary>The codes, sorted by character code.</summary>
    internal List<string> Sorted(CodeList list)
    {
        var bits = Bits;
        return [.. list.Codes.Take(32).Where((_, place) => (bits & 1u << place) != 0).Concat(Others).Order(StringComparer.Ordinal)];
    }
}
