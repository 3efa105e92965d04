namespace Marketplace.Domain.Organisations;

/// <summary>
/// How often a password or a code was tried in vain. Kept for any address that is typed, whether somebody has it or not: being locked tells nothing.
/// </summary>
public sealed class SignInTries
{
    /// <summary>So many, then it is closed.</summary>
    public const int Most = 5;

    /// <summary>For so long.</summary>
    public static readonly TimeSpan Closed = TimeSpan.FromMinutes(15);

    /// <summary>Hash of what was tried.</summary>
    public required string Key { get; init; }
    public int Count { get; init; }
    public DateTime LastAt { get; init; }
}
