namespace Marketplace.Domain.Organisations;

/// <summary>An organisation works in a region; it may work in more than one.</summary>
public sealed class OrganisationRegion
{
    public Guid OrganisationId { get; init; }
    public required string RegionCode { get; init; }
}
