namespace Marketplace.Matching.Geo;

/// <summary>A bridge or ferry between two banks, or two bridges in a row. Approximate data, to be confirmed in the region.</summary>
/// <param name="BankA">Bank of end A.</param>
/// <param name="BankB">Bank of end B.</param>
/// <param name="Name">Unique name.</param>
/// <param name="EndA">The end on <paramref name="BankA"/>.</param>
/// <param name="EndB">The end on <paramref name="BankB"/>.</param>
/// <param name="ExtraMinutes">Waiting and sailing; never negative.</param>
public sealed record Crossing(string BankA, string BankB, string Name, GeoPoint EndA, GeoPoint EndB, double ExtraMinutes)
{
    /// <summary>Whether the crossing joins exactly these two banks, in either order.</summary>
    public bool Joins(string bank, string otherBank) =>
        (BankA == bank && BankB == otherBank) || (BankA == otherBank && BankB == bank);
}
