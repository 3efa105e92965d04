namespace Marketplace.Domain.Organisations;

/// <summary>Who acts: a user, in one organisation, in one role. Resolved once per request.</summary>
/// <param name="UserId">Null for the program itself.</param>
/// <param name="Name">Name on screen.</param>
/// <param name="OrganisationId">The tenant; null for the program itself.</param>
/// <param name="OrganisationName">Name of the tenant.</param>
/// <param name="Role">The role in that tenant.</param>
/// <param name="IsManager">Has the mark <i>leidinggevende</i>.</param>
/// <param name="Regions">Codes of the labour-market regions of the tenant.</param>
public sealed record Actor(
    Guid? UserId,
    string Name,
    Guid? OrganisationId,
    string OrganisationName,
    Role? Role,
    bool IsManager,
    IReadOnlyList<string> Regions)
{
    /// <summary>The program itself: sweeps and seeding.</summary>
    public static Actor Program { get; } = new(null, "Ieder Talent", null, "Ieder Talent", null, false, []);
}
