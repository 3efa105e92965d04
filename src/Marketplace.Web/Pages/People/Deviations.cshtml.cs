using Marketplace.Data;
using Marketplace.Data.People;
using Marketplace.Domain.People;
using Marketplace.Web.Access;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Web.Pages.People;

/// <summary>The decisions of the municipality to deviate, with what came of them; those that wait for a look back first.</summary>
public sealed class DeviationsModel(MarketplaceDbContext db, Acting acting) : PageModel
{
    private const int MostRows = 200;

    /// <param name="Deviation">The decision.</param>
    /// <param name="Code">Of the person.</param>
    public sealed record Row(Deviation Deviation, string Code);

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public DateOnly Today => acting.Today;

    public async Task OnGetAsync(CancellationToken cancellationToken) => Rows = await (
        from deviation in db.Deviations.VisibleTo(acting.Actor)
        join person in db.People on deviation.PersonId equals person.Id
        orderby deviation.LookBackOn descending, person.Code
        select new Row(deviation, person.Code)).Take(MostRows).AsNoTracking().TagWith("Deviations.List").ToListAsync(cancellationToken);
}
