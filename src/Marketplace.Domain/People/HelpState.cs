namespace Marketplace.Domain.People;

/// <summary>Whether a person is helped to find work; lines of history.</summary>
public enum HelpState
{
    /// <summary>Wordt begeleid.</summary>
    Helped,

    /// <summary>Begeleiding gestopt.</summary>
    Ended,
}
