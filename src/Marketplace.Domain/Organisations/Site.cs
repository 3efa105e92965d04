using Marketplace.Domain.Shared;

namespace Marketplace.Domain.Organisations;

/// <summary>A place of work of an organisation.</summary>
public sealed class Site
{
    public Guid Id { get; init; } = NewId.Next();
    public Guid OrganisationId { get; init; }
    public required string Place { get; set; }

    /// <summary>Four digits of the postcode.</summary>
    public required string Pc4 { get; set; }
}
