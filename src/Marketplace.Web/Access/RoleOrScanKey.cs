using Marketplace.Domain.Organisations;
using Microsoft.AspNetCore.Authorization;

namespace Marketplace.Web.Access;

/// <summary>A page for some roles, and for who opened the mailed link of the scan in its address.</summary>
public sealed record RoleOrScanKey(IReadOnlyList<Role> Roles) : IAuthorizationRequirement
{
    public sealed class Handler(ScanKey key) : AuthorizationHandler<RoleOrScanKey>
    {
        protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, RoleOrScanKey requirement)
        {
            if (requirement.Roles.Any(r => context.User.IsInRole(r.ToString())))
                context.Succeed(requirement);
            else if (context.User.Identity?.IsAuthenticated != true && context.Resource is HttpContext http
                && Guid.TryParse(http.GetRouteValue("id")?.ToString(), out var id) && key.ScanOf(http) == id)
                context.Succeed(requirement);
            return Task.CompletedTask;
        }
    }
}
