using Marketplace.Domain.Shared;

namespace Marketplace.Domain.Placements;

/// <summary>Where the person works; a placement has one or more.</summary>
public sealed class Workplace
{
    public Guid Id { get; init; } = NewId.Next();
    public Guid PlacementId { get; init; }
    public Guid OrganisationId { get; init; }
    public required string Place { get; init; }
    public required string Pc4 { get; init; }
}
