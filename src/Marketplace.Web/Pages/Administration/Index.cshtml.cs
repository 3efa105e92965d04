using System.Globalization;
using Marketplace.Data;
using Marketplace.Domain.Shared;
using Marketplace.Web.Access;
using Marketplace.Web.Texts;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Web.Pages.Administration;

/// <summary>Organisations and users of the administrator's regions, and what ran in the background. No people.</summary>
public sealed class IndexModel(MarketplaceDbContext db, Acting acting) : PageModel
{
    public sealed record Organisation(string Name, IReadOnlyList<string> Users);

    public sealed record Run(string Name, string At, int Handled, string Error);

    public IReadOnlyList<Organisation> Organisations { get; private set; } = [];

    public IReadOnlyList<Run> Runs { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var regions = acting.Actor.Regions;
        var organisations = await db.Organisations.AsNoTracking().TagWith("Administration.Organisations")
            .Where(o => o.Regions.Any(r => regions.Contains(r.RegionCode)))
            .OrderBy(o => o.Name).Select(o => new { o.Id, o.Name }).ToListAsync(cancellationToken);
        var users = await (
            from m in db.Memberships
            join u in db.Users on m.UserId equals u.Id
            where db.Organisations.Any(o => o.Id == m.OrganisationId && o.Regions.Any(r => regions.Contains(r.RegionCode)))
            orderby u.DisplayName
            select new { m.OrganisationId, u.DisplayName, m.Role }).TagWith("Administration.Users").ToListAsync(cancellationToken);
        var byOrganisation = users.ToLookup(u => u.OrganisationId, u => $"{u.DisplayName} ({RoleWords.Of(u.Role)})");
        Organisations = [.. organisations.Select(o => new Organisation(o.Name, [.. byOrganisation[o.Id]]))];

        var runs = await db.JobRuns.AsNoTracking().TagWith("Administration.Runs")
            .Where(r => r.StartedAt == db.JobRuns.Where(x => x.Name == r.Name).Max(x => x.StartedAt))
            .OrderBy(r => r.Name).ToListAsync(cancellationToken);
        Runs = [.. runs.Select(r => new Run(
            r.Name,
            DutchCalendar.Local(r.StartedAt).ToString("d MMMM yyyy HH.mm", CultureInfo.GetCultureInfo("nl-NL")),
            r.Handled,
            r.Error.Length > 0 ? "Mislukt; het wordt vanzelf opnieuw geprobeerd." : ""))];
    }
}
