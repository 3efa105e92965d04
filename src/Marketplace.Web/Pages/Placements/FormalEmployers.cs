using Marketplace.Data;
using Marketplace.Domain.Organisations;
using Marketplace.Web.Ui;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Web.Pages.Placements;

/// <summary>Who can be the employer in law: the organisation where the work is, or one of its region that lends out its people.</summary>
public static class FormalEmployers
{
    public static async Task<IReadOnlyList<Choice>> OfAsync(MarketplaceDbContext db, Guid employerId, CancellationToken cancellationToken)
    {
        var rows = await db.Organisations.AsNoTracking().TagWith("Placements.FormalEmployers")
            .Where(o => o.Id == employerId
                || ((o.Kind == OrganisationKind.SocialEnterprise || o.Kind == OrganisationKind.Cooperative || o.Kind == OrganisationKind.Municipality)
                    && o.Regions.Any(r => db.Organisations.Any(e => e.Id == employerId && e.Regions.Any(x => x.RegionCode == r.RegionCode)))))
            .OrderBy(o => o.Id != employerId).ThenBy(o => o.Name).Select(o => new { o.Id, o.Name }).ToListAsync(cancellationToken);
        return [.. rows.Select(o => new Choice(o.Id.ToString(), o.Name))];
    }

    /// <summary>The chosen organisation, when it is one of the choices; otherwise where the work is.</summary>
    public static Guid Chosen(IReadOnlyList<Choice> choices, Guid? chosen, Guid employerId) =>
        choices.Any(c => c.Value == chosen?.ToString()) ? chosen!.Value : employerId;
}
