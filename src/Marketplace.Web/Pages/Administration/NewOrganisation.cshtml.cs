using Marketplace.Data;
using Marketplace.Data.Organisations;
using Marketplace.Domain.Organisations;
using Marketplace.Domain.Shared;
using Marketplace.Web.Access;
using Marketplace.Web.Posting;
using Marketplace.Web.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Web.Pages.Administration;

/// <summary>Makes an organisation in the own regions. Its first user is invited from its page.</summary>
public sealed class NewOrganisationModel(MarketplaceDbContext db, Acting acting) : PageModel, IFormPage
{
    [BindProperty]
    public NewOrganisationInput In { get; set; } = new();

    /// <summary>The regions of the administrator.</summary>
    public IReadOnlyList<Choice> Regions { get; private set; } = [];

    public Task OnGetAsync(CancellationToken cancellationToken) => LoadAsync(cancellationToken);

    public async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        var mine = acting.Actor.Regions;
        Regions = [.. (await db.Regions.Where(r => mine.Contains(r.Code)).OrderBy(r => r.Name).TagWith("NewOrganisation.Regions").ToListAsync(cancellationToken))
            .Select(r => new Choice(r.Code, r.Name))];
        return true;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        var regions = Regions.Count == 1 ? [Regions[0].Value] : In.Regions.Distinct().ToList();
        if (regions.Count == 0 || regions.Exists(code => Regions.All(r => r.Value != code)))
            ModelState.AddModelError("In.Regions", "Kies ten minste één regio uit de lijst.");
        if (!ModelState.IsValid)
            return Page();
        if (await db.HasOrganisationAsync(In.Name!.Trim(), regions, null, cancellationToken))
            throw new RefusalException(Refusal.OrganisationExists, In.Name.Trim());
        var organisation = new Organisation(In.Name.Trim(), In.Kind!.Value, In.IsNonProfit);
        In.ApplyTo(organisation);
        regions.ForEach(organisation.WorksIn);
        db.Add(organisation);
        await db.SaveChangesAsync(cancellationToken);
        TempData["Gelukt"] = $"{organisation.Name} is gemaakt.";
        return Redirect($"/beheer/organisaties/{organisation.Id}");
    }
}
