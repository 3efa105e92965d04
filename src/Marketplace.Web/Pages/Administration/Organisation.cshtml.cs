using Marketplace.Data;
using Marketplace.Data.Organisations;
using Marketplace.Domain.Organisations;
using Marketplace.Domain.Shared;
using Marketplace.Web.Access;
using Marketplace.Web.Posting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Web.Pages.Administration;

/// <summary>One organisation of the own regions: what it is, who uses it, and its name, place and telephone to correct.</summary>
public sealed class OrganisationModel(MarketplaceDbContext db, Acting acting) : PageModel, IFormPage
{
    [BindProperty]
    public OrganisationInput In { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public Organisation Organisation { get; private set; } = null!;
    public IReadOnlyList<string> Regions { get; private set; } = [];

    /// <summary>Active users.</summary>
    public int Users { get; private set; }

    /// <summary>Invitations that wait.</summary>
    public int Invited { get; private set; }

    /// <summary>Its name and place are the same in every region, so who has one of its regions only does not change them.</summary>
    public bool MayChange { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
            return NotFound();
        In = OrganisationInput.Of(Organisation);
        return Page();
    }

    public async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        if (await FindAsync(cancellationToken) is not { } organisation)
            return false;
        Organisation = organisation;
        In.Version = organisation.Version;
        var codes = organisation.Regions.Select(r => r.RegionCode).ToList();
        Regions = await db.Regions.Where(r => codes.Contains(r.Code)).OrderBy(r => r.Name).Select(r => r.Name).TagWith("Organisation.Regions").ToListAsync(cancellationToken);
        Users = await db.Memberships.Where(m => m.OrganisationId == Id).Select(m => m.UserId).Distinct().TagWith("Organisation.Users").CountAsync(cancellationToken);
        Invited = await db.OpenInvitationsManagedBy(acting.Actor).TagWith("Organisation.Invited").CountAsync(i => i.OrganisationId == Id, cancellationToken);
        return true;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await FindAsync(cancellationToken) is not { } organisation)
            return NotFound();
        if (!MayChange)
            throw new RefusalException(Refusal.NotInThisState);

        // Two that were called the same before may both be corrected.
        var name = In.Name!.Trim();
        if (name != organisation.Name && await db.HasOrganisationAsync(name, [.. organisation.Regions.Select(r => r.RegionCode)], Id, cancellationToken))
            throw new RefusalException(Refusal.OrganisationExists, name);
        In.ApplyTo(db.Expect(organisation, In.Version));
        await db.SaveChangesAsync(cancellationToken);
        TempData["Gelukt"] = $"{organisation.Name} is bewaard.";
        return Redirect($"/beheer/organisaties/{Id}");
    }

    private async Task<Organisation?> FindAsync(CancellationToken cancellationToken)
    {
        var organisation = await db.Organisations.InRegionsOf(acting.Actor).Include(o => o.Regions).Include(o => o.Sites).AsSplitQuery()
            .TagWith("Organisation.Find").SingleOrDefaultAsync(o => o.Id == Id, cancellationToken);
        MayChange = organisation?.Regions.All(r => acting.Actor.Regions.Contains(r.RegionCode)) == true;
        return organisation;
    }
}
