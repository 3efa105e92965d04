using Marketplace.Domain.Organisations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Marketplace.Web.Access;

/// <summary>
/// Administrators invite, block and see every organisation, so a password alone is too little for them: until they have a second step only the page
/// that turns it on is there. The setting is <c>SignIn:DemandSecondStep</c>; accounts of the demo have no telephone, so Development does not ask.
/// </summary>
public sealed class SecondStepDemand(IConfiguration configuration, IHostEnvironment environment)
{
    /// <summary>Where it is turned on.</summary>
    public const string Address = "/account/code";

    private static readonly string[] OpenWithout = ["/Account/Authenticator", "/Account/SignOut"];

    private readonly bool _isOn = configuration.GetValue("SignIn:DemandSecondStep", !environment.IsDevelopment());

    /// <summary>Who has this role needs a second step.</summary>
    public bool IsFor(Role? role) => _isOn && role == Role.Administrator;

    /// <summary>What is for everybody stays for everybody.</summary>
    public static bool OpensWithout(Endpoint endpoint) => endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null
        || OpenWithout.Contains(endpoint.Metadata.GetMetadata<PageActionDescriptor>()?.ViewEnginePath);
}
