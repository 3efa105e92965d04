namespace Marketplace.Domain.Vocabulary;

/// <summary>Parts of day <c>mon-1</c> … <c>sun-3</c>: 1 morning, 2 afternoon, 3 evening; four hours each.</summary>
public static class Dayparts
{
    /// <summary>Hours in one part of day.</summary>
    public const int Hours = 4;

    private static readonly (string Code, string Word)[] Days =
        [("mon", "maandag"), ("tue", "dinsdag"), ("wed", "woensdag"), ("thu", "donderdag"), ("fri", "vrijdag"), ("sat", "zaterdag"), ("sun", "zondag")];

    private static readonly string[] Parts = ["ochtend", "middag", "avond"];

    private static readonly string[] Codes = [.. Days.SelectMany(d => Enumerable.Range(1, 3).Select(p => $"{d.Code}-{p}"))];

    /// <summary>All 21 codes, Monday morning first.</summary>
    public static IReadOnlyList<string> All => Codes;

    /// <summary>Place of a code in the week, 0–20; −1 when it is not a part of day.</summary>
    public static int IndexOf(string code) => Array.IndexOf(Codes, code);

    /// <summary>The codes as bits by their place in the week; false when one is not a part of day.</summary>
    public static bool TryBits(IEnumerable<string> codes, out uint bits) => CodeList.TryBits(codes, IndexOf, out bits);

    /// <summary>The codes of these bits, in the order of the week.</summary>
    /// <exception cref="IndexOutOfRangeException">The week has no such part.</exception>
    public static IReadOnlyList<string> OfBits(uint bits) => CodeList.OfBits(Codes, bits);

    /// <summary>The Dutch words, such as "maandagochtend"; the code itself when it is not a part of day.</summary>
    public static string Word(string code) => IndexOf(code) is >= 0 and var i ? Days[i / 3].Word + Parts[i % 3] : code;

    /// <summary>Codes in the order of the week, each once; what is not a part of day is left out.</summary>
    public static List<string> InOrder(IEnumerable<string> codes) => [.. codes.Where(c => IndexOf(c) >= 0).Distinct().OrderBy(IndexOf)];
}
