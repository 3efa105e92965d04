namespace Marketplace.Matching.Narrowing;

/// <summary>A code of at most eight ASCII letters in one number; two numbers are in the order of their codes by character code.</summary>
internal static class PackedCode
{
    private const int MostLetters = sizeof(ulong);

    /// <summary>Whether the code fits; if not, it stands beside the rows.</summary>
    internal static bool TryPack(string code, out ulong packed)
    {
        packed = 0;
        if (code.Length is 0 or > MostLetters)
            return false;
        foreach (var letter in code)
        {
            if (letter is '\0' or > '\x7F')
                return false;
            packed = packed << 8 | letter;
        }

        // The first letter stands highest, also of a short code: that is what makes the order.
        packed <<= 8 * (MostLetters - code.Length);
        return true;
    }

    internal static string Unpack(ulong packed)
    {
        Span<char> letters = stackalloc char[MostLetters];
        var count = 0;
        for (; packed != 0; packed <<= 8)
            letters[count++] = (char)(packed >> 56);
        return new string(letters[..count]);
    }
}
