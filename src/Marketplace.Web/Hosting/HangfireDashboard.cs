namespace Marketplace.Web.Hosting;

/// <summary>The dashboard of the scheduler, for administrators: the one exemption from B1, axe and no-script.</summary>
internal static class HangfireDashboard
{
    public static void MapHangfireDashboard(this WebApplication app)
    {
    }
}
