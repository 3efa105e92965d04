using System.Globalization;

namespace Marketplace.Domain.Vocabulary;

/// <summary>
/// Levels 0–3 per scored dimension: the demands of a task, the capacities of a person, or the levels a person wants to reach.
/// An absent dimension is *not asked* for a task and *not discussed* for a person; that is not the same as 0.
/// Immutable; equal when all levels are equal.
/// </summary>
public sealed class Levels : IEquatable<Levels>
{
    private const sbyte Absent = -1;

    private readonly sbyte[] _levels;

    /// <summary>Nothing asked, nothing discussed.</summary>
    public static Levels None { get; } = new(Array.Empty<KeyValuePair<string, int>>());

    /// <summary>Makes levels from pairs of dimension code and level.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A level is not 0–3.</exception>
    /// <exception cref="KeyNotFoundException">A code is not a scored dimension.</exception>
    public Levels(IEnumerable<KeyValuePair<string, int>> levels)
    {
        _levels = new sbyte[Dimensions.Count];
        Array.Fill(_levels, Absent);
        foreach (var (code, level) in levels)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(level);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(level, 3);
            _levels[Dimensions.Of(code).Index] = (sbyte)level;
        }
    }

    private Levels(sbyte[] levels) => _levels = levels;

    /// <summary>Makes levels from what is known of each dimension, by its place in <see cref="Dimensions.All"/>.</summary>
    /// <param name="count">How many dimensions are asked about; those after them are absent.</param>
    /// <param name="levelAt">0–3, or null when absent.</param>
    public static Levels Of(int count, Func<int, int?> levelAt)
    {
        var levels = new sbyte[Dimensions.Count];
        for (var i = 0; i < levels.Length; i++)
            levels[i] = (sbyte)((i < count ? levelAt(i) : null) ?? Absent);
        return new Levels(levels);
    }

    /// <summary>Makes levels from the bits of <see cref="Bits"/>.</summary>
    public static Levels OfBits(LevelBits bits)
    {
        if (bits.Known == 0)
            return None;
        var levels = new sbyte[Dimensions.Count];
        for (var i = 0; i < levels.Length; i++)
            levels[i] = (bits.Known >> i & 1) == 0 ? Absent : (sbyte)((bits.High >> i & 1) << 1 | bits.Low >> i & 1);
        return new Levels(levels);
    }

    /// <summary>The levels as bits, by the place of each dimension in <see cref="Dimensions.All"/>.</summary>
    public LevelBits Bits
    {
        get
        {
            var (known, high, low) = (0u, 0u, 0u);
            for (var i = 0; i < _levels.Length; i++)
            {
                if (_levels[i] == Absent)
                    continue;
                known |= 1u << i;
                high |= (uint)_levels[i] >> 1 << i;
                low |= ((uint)_levels[i] & 1) << i;
            }

            return new LevelBits(known, high, low);
        }
    }

    /// <summary>The level of the dimension at this place in <see cref="Dimensions.All"/>, or null when absent.</summary>
    public int? this[int index] => _levels[index] == Absent ? null : _levels[index];

    /// <summary>The level of this dimension, or null when absent.</summary>
    public int? this[string code] => this[Dimensions.Of(code).Index];

    /// <summary>How many dimensions have a level.</summary>
    public int Count => _levels.Count(l => l != Absent);

    /// <summary>The dimensions that have a level, in the order of the list.</summary>
    public IEnumerable<KeyValuePair<string, int>> Known =>
        Dimensions.All.Where(d => _levels[d.Index] != Absent).Select(d => KeyValuePair.Create(d.Code, (int)_levels[d.Index]));

    /// <summary>The stored form, such as <c>B1=2 D1=3</c>, in the order of the list.</summary>
    public override string ToString() => string.Join(' ', Known.Select(k => string.Create(CultureInfo.InvariantCulture, $"{k.Key}={k.Value}")));

    /// <summary>Reads the stored form.</summary>
    public static Levels Parse(string text) => string.IsNullOrEmpty(text)
        ? None
        : new Levels(text.Split(' ').Select(p => p.Split('=')).Select(p => KeyValuePair.Create(p[0], int.Parse(p[1], CultureInfo.InvariantCulture))));

    public bool Equals(Levels? other) => other is not null && _levels.AsSpan().SequenceEqual(other._levels);

    public override bool Equals(object? obj) => Equals(obj as Levels);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.AddBytes(System.Runtime.InteropServices.MemoryMarshal.AsBytes(_levels.AsSpan()));
        return hash.ToHashCode();
    }
}

/// <summary>Levels as bits: a level is 2 × high + low where known.</summary>
public readonly record struct LevelBits(uint Known, uint High, uint Low);
