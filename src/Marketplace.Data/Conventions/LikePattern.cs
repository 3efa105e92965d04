namespace Marketplace.Data.Conventions;

/// <summary>What somebody types to search, as a pattern of LIKE.</summary>
public static class LikePattern
{
    /// <summary>What stands before a sign that means itself.</summary>
    public const string Escape = "\\";

    /// <summary>
    /// Finds the words anywhere. The signs of LIKE mean themselves. A letter beyond ASCII stands for any one letter, because SQLite does not
    /// know that Ö is a capital ö.
    /// </summary>
    public static string Containing(string? words) =>
        $"%{string.Concat((words ?? "").Trim().Select(c => c is '%' or '_' or '[' or '\\' ? $"{Escape}{c}" : char.IsAscii(c) ? $"{c}" : "_"))}%";
}
