using Hangfire;
using Marketplace.Domain.Organisations;
using Marketplace.Web.Access;

namespace Marketplace.Web.Hosting;

/// <summary>The dashboard of the scheduler, for administrators: the one exemption from B1, axe and no-script.</summary>
internal static class HangfireDashboard
{
    private const string Address = "/beheer/hangfire";

    /// <summary>The dashboard brings its own scripts and styles, some of them inside the page.</summary>
    private const string ContentSecurityPolicy =
        "default-src 'none'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; "
        + "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    public static void MapHangfireDashboard(this WebApplication app)
    {
        app.Use(async (context, next) =>
        {
            if (context.Request.Path.StartsWithSegments(Address, StringComparison.OrdinalIgnoreCase))
                context.Response.Headers.ContentSecurityPolicy = ContentSecurityPolicy;
            await next();
        });

        // Who may is decided by the policy of the endpoint; the dashboard's own filter knows only "from this machine".
        app.MapHangfireDashboard(Address, new DashboardOptions { Authorization = [], DashboardTitle = "Achtergrondwerk", AppPath = "/beheer" })
            .RequireAuthorization(AccessTable.PolicyOf([Role.Administrator]));
    }
}
