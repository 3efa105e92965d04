using Marketplace.Domain.Organisations;

namespace Marketplace.Web.Texts;

/// <summary>The Dutch word for a role, as it stands beside a name.</summary>
public static class RoleWords
{
    public static string Of(Role role) => role switch
    {
        Role.Employer => "werkgever",
        Role.EmployerAdviser => "adviseur",
        Role.Consultant => "consulent",
        Role.JobCoach => "jobcoach",
        Role.CooperativeManager => "beheerder werkcoöperatie",
        Role.SocialEnterprisePlanner => "planner",
        Role.Partner => "partner",
        Role.Policy => "beleid",
        _ => "beheer",
    };
}
