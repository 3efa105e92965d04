namespace Marketplace.Domain.Work;

/// <summary>How often a task comes back.</summary>
public enum Frequency
{
    Day,
    Week,
    Month,
}
