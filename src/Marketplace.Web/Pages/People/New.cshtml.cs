using Marketplace.Data;
using Marketplace.Data.FollowUp;
using Marketplace.Data.People;
using Marketplace.Data.Privacy;
using Marketplace.Domain.People;
using Marketplace.Domain.Regulations;
using Marketplace.Matching.Geo;
using Marketplace.Web.Access;
using Marketplace.Web.Posting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Marketplace.Web.Pages.People;

/// <summary>
/// Registers a person: identity to the vault, and an empty anonymous profile. Whether somebody is registered twice cannot be seen,
/// because identity is encrypted; the page says so.
/// </summary>
public sealed class NewModel(MarketplaceDbContext db, RegulationBook book, Acting acting, IdentityVault vault) : PageModel, IFormPage, IIdentityPage
{
    [BindProperty]
    public IdentityInput In { get; set; } = new();

    public Task<bool> LoadAsync(CancellationToken cancellationToken) => Task.FromResult(true);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var code = await db.FreeCodeAsync(cancellationToken);
        var person = new Person(code, acting.OrganisationId, Geography.Netherlands.RegionAmong(acting.Actor.Regions, In.Pc4()), acting.UserId, In.Pc4(), acting.Now);
        db.People.Add(person);
        await vault.WriteAsync(person.Id, In.ToFacts(), cancellationToken);
        await db.SaveAndRenewAsync(person.Id, book, acting.Now, cancellationToken);
        TempData["Gelukt"] = $"{In.FirstName!.Trim()} staat in uw lijst met code {code}. Vul nu het profiel in.";
        return LocalRedirect(ProfileSheets.HubOf(person.Id));
    }
}
