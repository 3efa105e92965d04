using Marketplace.Data;
using Marketplace.Data.Conventions;
using Marketplace.Data.Organisations;
using Marketplace.Domain.Organisations;
using Marketplace.Web.Access;
using Marketplace.Web.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Web.Pages.Administration;

/// <summary>The organisations of the own regions. No people.</summary>
public sealed class OrganisationsModel(MarketplaceDbContext db, Acting acting) : PageModel
{
    private const int OnePage = 50;

    /// <param name="Id">Of the organisation.</param>
    /// <param name="Name">On screen.</param>
    /// <param name="Kind">What it is.</param>
    /// <param name="Place">Of its first site; null: not known.</param>
    /// <param name="Users">Active users.</param>
    public sealed record Row(Guid Id, string Name, OrganisationKind Kind, string? Place, int Users);

    [BindProperty(SupportsGet = true, Name = "zoek")]
    public string? Words { get; set; }

    [BindProperty(SupportsGet = true, Name = "pagina")]
    public int Number { get; set; } = 1;

    public Paging Paging { get; private set; }

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var words = LikePattern.Containing(Words);
        var found = db.Organisations.InRegionsOf(acting.Actor)
            .Where(o => EF.Functions.Like(o.Name, words, LikePattern.Escape) || o.Sites.Any(s => EF.Functions.Like(s.Place, words, LikePattern.Escape)));
        Paging = new Paging(Number, OnePage, await found.TagWith("Organisations.Count").CountAsync(cancellationToken));
        Rows = await found.OrderBy(o => o.Name).ThenBy(o => o.Id).Skip(Paging.Before).Take(OnePage)
            .Select(o => new Row(o.Id, o.Name, o.Kind, o.Sites.OrderBy(s => s.Id).Select(s => s.Place).FirstOrDefault(), db.Memberships.Where(m => m.OrganisationId == o.Id).Select(m => m.UserId).Distinct().Count()))
            .TagWith("Organisations.List").ToListAsync(cancellationToken);
    }
}
