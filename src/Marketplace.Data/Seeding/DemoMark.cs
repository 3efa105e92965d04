namespace Marketplace.Data.Seeding;

/// <summary>Remembers for this process whether the database holds the demo region.</summary>
public sealed class DemoMark
{
    public bool? IsHere { get; set; }
}
