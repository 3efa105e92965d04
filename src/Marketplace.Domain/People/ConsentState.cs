namespace Marketplace.Domain.People;

/// <summary>A "nee" makes no row: a consent was given, and may have ended.</summary>
public enum ConsentState
{
    Given,
    Ended,
}
