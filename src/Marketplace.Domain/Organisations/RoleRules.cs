namespace Marketplace.Domain.Organisations;

/// <summary>Least privilege: which roles exist at which kind of organisation, and who may give or take them.</summary>
public static class RoleRules
{
    /// <summary>Every organisation can post work; a role that sees people or figures exists only where that is the work.</summary>
    public static IReadOnlyList<Role> RolesAt(OrganisationKind kind) => kind switch
    {
        OrganisationKind.Municipality => [Role.Employer, Role.EmployerAdviser, Role.Consultant, Role.JobCoach, Role.Policy, Role.Administrator],
        OrganisationKind.Wsp => [Role.Employer, Role.EmployerAdviser, Role.JobCoach, Role.Policy, Role.Administrator],
        OrganisationKind.JobCoachAgency => [Role.Employer, Role.JobCoach],
        OrganisationKind.Cooperative => [Role.Employer, Role.JobCoach, Role.CooperativeManager],
        OrganisationKind.SocialEnterprise => [Role.Employer, Role.JobCoach, Role.SocialEnterprisePlanner],
        OrganisationKind.School or OrganisationKind.WelfarePartner => [Role.Employer, Role.Partner],
        _ => [Role.Employer],
    };

    /// <summary>The roles that this actor may give at an organisation.</summary>
    /// <param name="actor">Who gives.</param>
    /// <param name="kind">Kind of the organisation.</param>
    /// <param name="regions">Its regions.</param>
    public static IReadOnlyList<Role> MayGive(Actor actor, OrganisationKind kind, IReadOnlyCollection<string> regions) =>
        [.. RolesAt(kind).Where(role => May(actor, role, regions))];

    /// <summary>
    /// Who may give or take a role at an organisation of these regions: an administrator of one of them, and an administrator's own role only
    /// where no region is of somebody else; an adviser invites employers.
    /// </summary>
    public static bool May(Actor actor, Role role, IReadOnlyCollection<string> regions) => regions.Any(actor.Regions.Contains) && actor.Role switch
    {
        Role.Administrator => role != Role.Administrator || regions.All(actor.Regions.Contains),
        Role.EmployerAdviser => role == Role.Employer,
        _ => false,
    };
}
