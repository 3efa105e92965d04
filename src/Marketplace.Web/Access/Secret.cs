using System.Security.Cryptography;
using System.Text;

namespace Marketplace.Web.Access;

/// <summary>Codes that open something, and what is kept of them.</summary>
public static class Secret
{
    /// <summary>No letter that looks like a number, and no vowels, so no words.</summary>
    private const string Readable = "23456789BCDFGHJKMNPQRTVWXZ";

    private const int Groups = 4;
    private const int InGroup = 4;

    /// <summary>A code in a mailed link: 256 bits.</summary>
    public static string NewLink() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));

    /// <summary>A code that somebody types: four groups of four, 75 bits.</summary>
    public static string NewReadable() => string.Join('-', Enumerable.Range(0, Groups).Select(_ => RandomNumberGenerator.GetString(Readable, InGroup)));

    /// <summary>A typed code as it was made: spaces, stripes and small letters make no difference.</summary>
    public static string Clean(string typed)
    {
        var letters = string.Concat(typed.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();
        return string.Join('-', letters.Chunk(InGroup).Select(group => new string(group)));
    }

    /// <summary>What is kept of a code.</summary>
    public static string HashOf(string code) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(code)));
}
