using Marketplace.Data;
using Marketplace.Data.Organisations;
using Marketplace.Data.Privacy;
using Marketplace.Web.Access;
using Marketplace.Web.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Web.Pages.Administration;

/// <summary>Logboek: who of the own regions read how many names, when and what for. Whose names is not shown: an administrator reads no people.</summary>
public sealed class LogModel(MarketplaceDbContext db, Acting acting) : PageModel
{
    private const int PageSize = 50;

    /// <param name="At">UTC.</param>
    /// <param name="Name">Who.</param>
    /// <param name="Organisation">For which organisation.</param>
    /// <param name="Role">In which role.</param>
    /// <param name="Purpose">What for.</param>
    /// <param name="People">How many names; null: a file on its way in, with all its names.</param>
    public sealed record Row(DateTime At, string Name, string Organisation, string Role, string Purpose, int? People);

    /// <summary>The page, from 1.</summary>
    [BindProperty(SupportsGet = true, Name = "pagina")]
    public int Number { get; set; } = 1;

    public Paging Paging { get; private set; }

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var reads =
            from a in db.Audit.AsNoTracking()
            where a.Action == IdentityVault.ReadPeople || a.Action == IdentityVault.ReadImport
            join o in db.Organisations.InRegionsOf(acting.Actor) on a.OrganisationId equals o.Id
            join u in db.Users on a.UserId equals u.Id
            orderby a.At descending, a.Id
            select new { a.At, u.DisplayName, o.Name, a.Role, a.Purpose, a.Subjects, IsFile = a.Action == IdentityVault.ReadImport };
        Paging = new Paging(Number, PageSize, await reads.TagWith("Administration.LogCount").CountAsync(cancellationToken));
        var rows = await reads.Skip(Paging.Before).Take(PageSize).TagWith("Administration.Log").ToListAsync(cancellationToken);
        Rows = [.. rows.Select(r => new Row(r.At, r.DisplayName, r.Name, r.Role, r.Purpose, r.IsFile ? null : r.Subjects.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length))];
    }
}
