using System.Diagnostics;
using System.Security.Claims;
using Marketplace.Data;
using Marketplace.Data.Auditing;
using Marketplace.Data.Organisations;
using Marketplace.Domain.Organisations;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Web.Access;

/// <summary>
/// Resolves once per request who acts, from the database: a session that was ended and a membership that was blocked count at once, whatever
/// the cookie says.
/// </summary>
public sealed partial class ActorMiddleware(MarketplaceDbContext db, CurrentActor current, ScanKey key, SecondStepDemand demand, TimeProvider clock, ILogger<ActorMiddleware> log) : IMiddleware
{
    /// <summary>The claim that holds the session: the only thing that the cookie is believed for.</summary>
    public const string SessionClaim = "session";

    /// <summary>A session notes its last request once in so long.</summary>
    private static readonly TimeSpan SeenEvery = TimeSpan.FromMinutes(5);

    /// <summary>Who goes on with a scan by its mailed link: no user, no tenant, no role.</summary>
    private static readonly Actor ByLink = new(null, "Iemand met de link", null, "", null, false, []);

    public async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        current.TraceId = Activity.Current?.TraceId.ToString() ?? context.TraceIdentifier;
        if (context.LeavesDatabaseAlone())
        {
            // The page that tells of it is for everybody.
            context.User = new ClaimsPrincipal(new ClaimsIdentity());
        }
        else if (context.User.Identity?.IsAuthenticated == true && context.GetEndpoint() is { } endpoint)
        {
            if (await ActorAsync(context.User, context.RequestAborted) is var (actor, hasSecondStep))
            {
                current.Value = actor;
                if (!hasSecondStep && demand.IsFor(actor.Role) && !SecondStepDemand.OpensWithout(endpoint))
                {
                    context.Response.Redirect(SecondStepDemand.Address);
                    return;
                }

                context.User.AddIdentity(new ClaimsIdentity([new Claim(ClaimTypes.Role, actor.Role!.Value.ToString())]));
            }
            else
            {
                await context.RequestServices.GetRequiredService<SignInManager<User>>().SignOutAsync();
                context.User = new ClaimsPrincipal(new ClaimsIdentity());
            }
        }
        else if (key.ScanOf(context) is not null)
        {
            current.Value = ByLink;
        }

        await next(context);

        // A page of another role, or a row of another tenant, which is as if it were not there. Whoever looks into it finds the account by its id.
        if (context.Response.StatusCode is StatusCodes.Status403Forbidden or StatusCodes.Status404NotFound && current.Value.UserId is { } account && !context.IsOfFault())
            Refused(context.Response.StatusCode, context.Request.Method, (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText, account);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Refused with {Status}: {Method} {Route} for account {Account}.")]
    private partial void Refused(int status, string method, string? route, Guid account);

    private async Task<(Actor Actor, bool HasSecondStep)?> ActorAsync(ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        if (SessionOf(user) is not { } sessionId || !Guid.TryParse(user.FindFirstValue(ClaimTypes.NameIdentifier), out var userId))
            return null;
        var now = clock.GetUtcNow().UtcDateTime;
        var row = await (
            from s in db.Sessions.Open(now)
            where s.Id == sessionId && s.UserId == userId
            join m in db.Memberships on s.MembershipId equals m.Id
            join o in db.Organisations on m.OrganisationId equals o.Id
            join u in db.Users on m.UserId equals u.Id
            select new { m, s.SeenAt, o.Name, u.DisplayName, u.TwoFactorEnabled, Regions = o.Regions.Select(r => r.RegionCode).ToList() })
            .TagWith("Actor").AsNoTracking().SingleOrDefaultAsync(cancellationToken);
        if (row is null)
            return null;
        if (row.SeenAt < now - SeenEvery)
            await NoteSeenAsync(sessionId, now, cancellationToken);
        return (new Actor(row.m.UserId, row.DisplayName, row.m.OrganisationId, row.Name, row.m.Role, row.m.IsManager, row.Regions), row.TwoFactorEnabled);
    }

    /// <summary>A database that takes nothing now can still be read, so nobody is kept from a page for this note.</summary>
    private async Task NoteSeenAsync(Guid sessionId, DateTime now, CancellationToken cancellationToken)
    {
        try
        {
            await db.Sessions.Where(s => s.Id == sessionId).ExecuteUpdateAsync(set => set.SetProperty(s => s.SeenAt, now), cancellationToken);
        }
        catch (Exception exception) when (DatabaseTroubles.Of(exception) is not null)
        {
            // The next request notes it.
        }
    }

    /// <summary>The session of who is signed in.</summary>
    public static Guid? SessionOf(ClaimsPrincipal user) => Guid.TryParse(user.FindFirstValue(SessionClaim), out var id) ? id : null;
}
