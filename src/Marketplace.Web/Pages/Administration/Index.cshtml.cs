using Marketplace.Data;
using Marketplace.Data.Organisations;
using Marketplace.Web.Access;
using Marketplace.Web.Texts;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Web.Pages.Administration;

/// <summary>Organisations and users of the administrator's regions, with the way to everything else. No people.</summary>
public sealed class IndexModel(MarketplaceDbContext db, Acting acting) : PageModel
{
    public sealed record Organisation(string Name, IReadOnlyList<string> Users);

    public IReadOnlyList<Organisation> Organisations { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var mine = db.Organisations.InRegionsOf(acting.Actor);
        var organisations = await mine.AsNoTracking().TagWith("Administration.Organisations")
            .OrderBy(o => o.Name).Select(o => new { o.Id, o.Name }).ToListAsync(cancellationToken);
        var users = await (
            from m in db.Memberships
            join u in db.Users on m.UserId equals u.Id
            where mine.Any(o => o.Id == m.OrganisationId)
            orderby u.DisplayName
            select new { m.OrganisationId, u.DisplayName, m.Role }).TagWith("Administration.Users").ToListAsync(cancellationToken);
        var byOrganisation = users.ToLookup(u => u.OrganisationId, u => $"{u.DisplayName} ({RoleWords.Of(u.Role)})");
        Organisations = [.. organisations.Select(o => new Organisation(o.Name, [.. byOrganisation[o.Id]]))];
    }
}
