namespace Marketplace.Domain.Organisations;

/// <summary>A place of work of an organisation.</summary>
public sealed class Site
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid OrganisationId { get; init; }
    public required string Place { get; set; }

    /// <summary>Four digits of the postcode.</summary>
    public required string Pc4 { get; set; }
}
