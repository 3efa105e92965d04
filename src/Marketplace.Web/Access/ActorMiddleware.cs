using System.Diagnostics;
using System.Security.Claims;
using Marketplace.Data;
using Marketplace.Data.Auditing;
using Marketplace.Domain.Organisations;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Web.Access;

/// <summary>
/// Resolves once per request who acts, from the database: a membership that was taken away counts at once, whatever the cookie says.
/// </summary>
public sealed class ActorMiddleware(MarketplaceDbContext db, CurrentActor current, ScanKey key) : IMiddleware
{
    /// <summary>The claim that holds the chosen membership.</summary>
    public const string MembershipClaim = "membership";

    /// <summary>Who goes on with a scan by its mailed link: no user, no tenant, no role.</summary>
    private static readonly Actor ByLink = new(null, "Iemand met de link", null, "", null, false, []);

    public async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        current.TraceId = Activity.Current?.TraceId.ToString() ?? context.TraceIdentifier;
        if (DatabaseTroubles.Of(context.Features.Get<IExceptionHandlerFeature>()?.Error) is not null)
        {
            // The page that tells of it is for everybody, and asks nothing of that database.
            context.User = new ClaimsPrincipal(new ClaimsIdentity());
        }
        else if (context.User.Identity?.IsAuthenticated == true && context.GetEndpoint() is not null)
        {
            if (await ActorAsync(context.User, context.RequestAborted) is { } actor)
            {
                current.Value = actor;
                context.User.AddIdentity(new ClaimsIdentity([new Claim(ClaimTypes.Role, actor.Role!.Value.ToString())]));
            }
            else
            {
                await context.RequestServices.GetRequiredService<SignInManager<Data.Organisations.User>>().SignOutAsync();
                context.User = new ClaimsPrincipal(new ClaimsIdentity());
            }
        }
        else if (key.ScanOf(context) is not null)
        {
            current.Value = ByLink;
        }

        await next(context);
    }

    private async Task<Actor?> ActorAsync(ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        if (!Guid.TryParse(user.FindFirstValue(MembershipClaim), out var membershipId)
            || !Guid.TryParse(user.FindFirstValue(ClaimTypes.NameIdentifier), out var userId))
        {
            return null;
        }

        var row = await (
            from m in db.Memberships
            where m.Id == membershipId && m.UserId == userId
            join o in db.Organisations on m.OrganisationId equals o.Id
            join u in db.Users on m.UserId equals u.Id
            select new { m, o.Name, u.DisplayName, Regions = o.Regions.Select(r => r.RegionCode).ToList() })
            .TagWith("Actor").AsNoTracking().SingleOrDefaultAsync(cancellationToken);
        return row is null
            ? null
            : new Actor(row.m.UserId, row.DisplayName, row.m.OrganisationId, row.Name, row.m.Role, row.m.IsManager, row.Regions);
    }
}
