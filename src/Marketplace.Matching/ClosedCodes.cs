using System.Numerics;
using Marketplace.Domain.Vocabulary;

namespace Marketplace.Matching;

/// <summary>Parts of day and forms as bits: closed lists also for a command.</summary>
internal static class ClosedCodes
{
    private static readonly string[] FormCodes = [.. CodeLists.Forms.Codes];

    /// <exception cref="ArgumentException">A code is not a part of day.</exception>
    internal static int Dayparts(IEnumerable<string> codes) => Mask(codes, Domain.Vocabulary.Dayparts.IndexOf, "part of day");

    /// <exception cref="ArgumentException">A code is not a form of work.</exception>
    internal static int Forms(IEnumerable<string> codes) => Mask(codes, code => Array.IndexOf(FormCodes, code), "form of work");

    /// <summary>The parts of day of a mask, sorted by character code.</summary>
    internal static List<string> SortedDayparts(int mask)
    {
        var codes = new List<string>();
        for (; mask != 0; mask &= mask - 1)
            codes.Add(Domain.Vocabulary.Dayparts.All[BitOperations.TrailingZeroCount(mask)]);
        codes.Sort(StringComparer.Ordinal);
        return codes;
    }

    private static int Mask(IEnumerable<string> codes, Func<string, int> place, string what) => codes.Aggregate(0, (mask, code) =>
        place(code) is >= 0 and var bit ? mask | 1 << bit : throw new ArgumentException($"{code} is not a {what}.", nameof(codes)));
}
