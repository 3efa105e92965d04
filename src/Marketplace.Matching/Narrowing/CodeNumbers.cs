using System.Collections.Concurrent;

namespace Marketplace.Matching.Narrowing;

/// <summary>Small numbers for the regions and organisations of an index, given at first sight and never taken back.</summary>
/// <param name="most">How many there can be.</param>
internal sealed class CodeNumbers<TKey>(int most)
    where TKey : notnull
{
    /// <summary>The number of nobody.</summary>
    internal const int Unknown = -1;

    private readonly ConcurrentDictionary<TKey, int> _numbers = new();

    internal int Find(TKey key) => _numbers.TryGetValue(key, out var number) ? number : Unknown;

    /// <summary>The number of a key, a new one for a new key.</summary>
    /// <exception cref="InvalidOperationException">There are too many.</exception>
    internal int Of(TKey key)
    {
        if (Find(key) is not Unknown and var known)
            return known;
        lock (_numbers)
        {
            if (Find(key) is not Unknown and var since)
                return since;
            if (_numbers.Count >= most)
                throw new InvalidOperationException($"An index holds at most {most} of these.");
            return _numbers[key] = _numbers.Count;
        }
    }
}
