namespace Marketplace.Domain.Organisations;

/// <summary>Who helps an employer: the named adviser, or the desk of the region when nobody is named.</summary>
/// <param name="UserId">The named adviser; null for the desk.</param>
/// <param name="OrganisationId">Werkcentrum or werkgeversservicepunt of the region.</param>
/// <param name="Name">Name on screen.</param>
/// <param name="Phone">Telephone of that organisation.</param>
public sealed record Adviser(Guid? UserId, Guid OrganisationId, string Name, string Phone);
