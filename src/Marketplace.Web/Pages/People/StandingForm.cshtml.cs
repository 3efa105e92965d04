using Marketplace.Data;
using Marketplace.Data.FollowUp;
using Marketplace.Data.People;
using Marketplace.Domain.People;
using Marketplace.Domain.Regulations;
using Marketplace.Web.Access;
using Marketplace.Web.Posting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Web.Pages.People;

/// <summary>What is known of one of the consultant's own people for the arrangements. What is not known stays open.</summary>
public sealed class StandingFormModel(MarketplaceDbContext db, Acting acting, RegulationBook book) : PageModel, IFormPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public StandingInput In { get; set; } = new();

    public string Code { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
            return NotFound();
        if (await Stored.AsNoTracking().TagWith("Standing.Form").SingleOrDefaultAsync(cancellationToken) is { } standing)
            In = StandingInput.Of(standing);
        return Page();
    }

    public async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        var code = await db.People.OwnPeople(acting.Actor).Where(p => p.Id == Id).TagWith("Standing.Person").Select(p => p.Code).SingleOrDefaultAsync(cancellationToken);
        Code = code ?? "";
        In.Version = await Stored.TagWith("Standing.Version").Select(s => s.Version).SingleOrDefaultAsync(cancellationToken);
        return code is not null;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await db.People.OwnPeople(acting.Actor).TagWith("Standing.IsOwn").AnyAsync(p => p.Id == Id, cancellationToken))
            return NotFound();
        if (await Stored.TagWith("Standing.Save").SingleOrDefaultAsync(cancellationToken) is { } standing)
            db.Expect(standing, In.Version);
        else
            db.Standings.Add(standing = new Standing(Id));
        standing.Record(In.ToFacts(), acting.Now);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await db.ArrangeRightsOfAsync(Id, book, acting.Now, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        TempData["Gelukt"] = "Bewaard. De regelingen zijn opnieuw bekeken.";
        return LocalRedirect(SchemesModel.AddressOf(Id));
    }

    private IQueryable<Standing> Stored => db.Standings.Where(s => s.Id == Id);
}
