using Marketplace.Domain.Organisations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using static Marketplace.Domain.Organisations.Role;

namespace Marketplace.Web.Access;

/// <summary>
/// Who may open which page: private by default, one table (lists.md §11). A page that stands in no row is for nobody.
/// Which rows of the database somebody sees is a query, not a policy.
/// </summary>
public static class AccessTable
{
    /// <summary>Pages for everybody.</summary>
    public static IReadOnlyList<string> Public { get; } =
        ["/Index", "/Account/SignIn", "/Account/Code", "/Account/Forgotten", "/Account/NewPassword", "/Account/Begin", "/Work/ShortForm", "/Account/Invited", "/Hulp", "/Privacy", "/Toegankelijkheid", "/ZoRekenenWij", "/Fout/Index", "/Scans/Link"];

    /// <summary>Pages that exist in Development only.</summary>
    public static IReadOnlyList<string> DevelopmentOnly { get; } = ["/Development/SentMail", "/Development/Components"];

    /// <summary>The other pages, with the roles that may open them.</summary>
    public static IReadOnlyDictionary<string, Role[]> ByRole { get; } = new Dictionary<string, Role[]>
    {
        ["/Account/SignOut"] = Enum.GetValues<Role>(),
        ["/Account/Details"] = Enum.GetValues<Role>(),
        ["/Account/Password"] = Enum.GetValues<Role>(),
        ["/Account/Authenticator"] = Enum.GetValues<Role>(),
        ["/Home"] = Enum.GetValues<Role>(),
        ["/Stories/Details"] = [Employer, EmployerAdviser, JobCoach], // who talks about work
        ["/FollowUp/Inbox"] = Enum.GetValues<Role>(), // a manager of any role gets the part of the manager; own items only
        ["/FollowUp/Record"] = [Employer, Consultant, JobCoach],
        ["/Work/Start"] = [Employer],
        ["/Work/NewTask"] = [Employer],
        ["/Work/Tasks"] = [Employer],
        ["/Work/EditTask"] = [Employer],
        ["/Work/FreedTime"] = [Employer],
        ["/Work/JobTerms"] = [Employer],
        ["/Work/CheckJob"] = [Employer],
        ["/Scans/Start"] = [Employer, EmployerAdviser],
        ["/Scans/Details"] = [Employer, EmployerAdviser],
        ["/Scans/Question"] = [Employer, EmployerAdviser],
        ["/Work/Jobs"] = [EmployerAdviser, Consultant, JobCoach],
        ["/Work/ForWhom"] = [EmployerAdviser, JobCoach], // never the employer
        ["/Work/CarveJob"] = [JobCoach],
        ["/Work/JobPrice"] = [Employer, EmployerAdviser, JobCoach], // a consultant reads no wage
        ["/Work/JobDetails"] = [Employer, EmployerAdviser, Consultant, JobCoach],
        ["/Imports/Start"] = [Employer, EmployerAdviser, Consultant],
        ["/Imports/Details"] = [Employer, EmployerAdviser, Consultant], // of the own organisation only
        ["/People/Caseload"] = [Consultant, JobCoach],
        ["/People/New"] = [Consultant],
        ["/People/Profile"] = [Consultant, JobCoach],
        ["/People/Sheets/Who"] = [Consultant],
        ["/People/Sheets/Times"] = [Consultant],
        ["/People/Sheets/Travel"] = [Consultant],
        ["/People/Sheets/Abilities"] = [Consultant],
        ["/People/Sheets/Help"] = [Consultant],
        ["/People/Sheets/Wishes"] = [Consultant],
        ["/People/Sheets/Together"] = [Consultant],
        ["/People/ConsentPage"] = [Consultant],
        ["/People/End"] = [Consultant],
        ["/People/Schemes"] = [Consultant, JobCoach], // of the own organisation only
        ["/People/Income"] = [Consultant, JobCoach], // a job coach reads it of whom the coach guides
        ["/People/Deviate"] = [Consultant],
        ["/People/Deviations"] = [Consultant],
        ["/People/LookBack"] = [Consultant],
        ["/People/StandingForm"] = [Consultant],
        ["/Proposals/Workbench"] = [JobCoach],
        ["/Proposals/Propose"] = [JobCoach],
        ["/Proposals/FittingJobs"] = [Consultant, JobCoach],
        ["/Proposals/List"] = [Employer, EmployerAdviser, Consultant, JobCoach],
        ["/Proposals/Details"] = [Employer, Consultant, JobCoach],
        ["/Proposals/Plan"] = [JobCoach],
        ["/Proposals/Calendar"] = [Employer, JobCoach],
        ["/Placements/List"] = [Employer, Consultant, JobCoach],
        ["/Placements/Details"] = [Employer, Consultant, JobCoach],
        ["/Placements/Arranged"] = [Employer, Consultant, JobCoach],
        ["/Placements/Rights"] = [Consultant, JobCoach],
        ["/Placements/New"] = [JobCoach],
        ["/Placements/NextStep"] = [Consultant, JobCoach],
        ["/Placements/Terms"] = [Consultant, JobCoach],
        ["/Organisations/Invite"] = [EmployerAdviser, Administrator], // an adviser invites employers only
        ["/Administration/Organisations"] = [Administrator],
        ["/Administration/NewOrganisation"] = [Administrator],
        ["/Administration/Organisation"] = [Administrator],
        ["/Administration/Users"] = [Administrator],
        ["/Administration/Member"] = [Administrator],
        ["/Administration/Index"] = [Administrator],
        ["/Administration/Jobs"] = [Administrator],
        ["/Administration/Log"] = [Administrator], // who read how many names, never whose
        ["/Administration/Regulations"] = [Administrator],
        ["/Administration/NewMunicipalValue"] = [Administrator],
    };

    /// <summary>Pages that also open for who has the mailed link of the one scan in their address.</summary>
    public static IReadOnlyList<string> ByScanLink { get; } = ["/Scans/Details", "/Scans/Question"];

    /// <summary>The policy of a page.</summary>
    public static string PolicyOf(IEnumerable<Role> roles) => string.Join(',', roles.Order());

    internal static void AddPolicies(AuthorizationOptions options)
    {
        options.FallbackPolicy = new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build();
        foreach (var roles in ByRole.Values.DistinctBy(PolicyOf))
            options.AddPolicy(PolicyOf(roles), p => p.RequireAuthenticatedUser().RequireRole(roles.Select(r => r.ToString())));
        foreach (var roles in ByScanLink.Select(page => ByRole[page]).DistinctBy(ScanPolicyOf))
            options.AddPolicy(ScanPolicyOf(roles), p => p.AddRequirements(new RoleOrScanKey(roles)));
    }

    private static string ScanPolicyOf(IEnumerable<Role> roles) => $"{PolicyOf(roles)},link";

    internal static void Apply(PageConventionCollection conventions, IHostEnvironment environment)
    {
        foreach (var page in Public)
            conventions.AllowAnonymousToPage(page);
        foreach (var (page, roles) in ByRole)
            conventions.AuthorizePage(page, ByScanLink.Contains(page) ? ScanPolicyOf(roles) : PolicyOf(roles));
        conventions.AddFolderRouteModelConvention("/", model =>
        {
            if (DevelopmentOnly.Contains(model.ViewEnginePath))
            {
                if (!environment.IsDevelopment())
                    model.Selectors.Clear();
            }
            else if (!Public.Contains(model.ViewEnginePath) && !ByRole.ContainsKey(model.ViewEnginePath))
            {
                throw new InvalidOperationException($"The page {model.ViewEnginePath} stands in no row of the access table.");
            }
        });
        if (environment.IsDevelopment())
        {
            foreach (var page in DevelopmentOnly)
                conventions.AllowAnonymousToPage(page);
        }
    }
}
