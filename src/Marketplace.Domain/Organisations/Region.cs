namespace Marketplace.Domain.Organisations;

/// <summary>One of the 35 labour-market regions (arbeidsmarktregio's).</summary>
public sealed class Region
{
    public required string Code { get; init; }
    public required string Name { get; init; }
}
