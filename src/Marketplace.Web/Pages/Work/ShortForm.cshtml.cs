using Marketplace.Data;
using Marketplace.Data.Auditing;
using Marketplace.Data.Work;
using Marketplace.Domain.Organisations;
using Marketplace.Domain.Vocabulary;
using Marketplace.Domain.Work;
using Marketplace.Web.Access;
using Marketplace.Web.Posting;
using Marketplace.Web.Texts;
using Marketplace.Web.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Web.Pages.Work;

/// <summary>
/// "Ik heb werk", for who has no account: a concept that nobody can match yet, and an item for the adviser of the region, who calls and invites.
/// It always makes an organisation of its own, so that it tells nobody who takes part already.
/// </summary>
public sealed class ShortFormModel(MarketplaceDbContext db, TextCheck check, Tries tries, CurrentActor current, Acting acting) : PageModel, IFormPage
{
    [BindProperty]
    public ShortFormInput In { get; set; } = new();

    public IReadOnlyList<Choice> Kinds { get; } = [new("false", "Een bedrijf"), new("true", "Een vereniging of stichting zonder winst")];

    public IReadOnlyList<SelectListItem> Sectors { get; } = Choices.Of(CodeLists.Sectors);

    public Task<bool> LoadAsync(CancellationToken cancellationToken) => Task.FromResult(true);

    [Guarded]
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!CodeLists.Sectors.Contains(In.Sector))
            ModelState.AddModelError("In.Sector", "Kies een branche uit de lijst.");
        var place = TermsInput.PlaceOf(In.Pc4)!;
        var region = LabourMarketRegion.All.FirstOrDefault(r => r.Number == place.LabourRegion)?.Code;
        if (!await IsServedAsync(region, cancellationToken))
            ModelState.AddModelError("In.Pc4", "In deze regio werken wij nog niet. Bel ons, dan zoeken wij wie u kan helpen.");
        if (!ModelState.IsValid)
            return Page();
        if (!await tries.TakeAsync($"short form {HttpContext.Connection.RemoteIpAddress}", cancellationToken))
        {
            ModelState.AddModelError("", "U stuurde dit al een paar keer. Bel ons, of wacht een kwartier.");
            return Page();
        }

        current.Value = Actor.Program with { Name = "Iemand zonder account" };
        var organisation = new Organisation(In.Organisation!.Trim(), In.NonProfit!.Value ? OrganisationKind.Association : OrganisationKind.Company, In.NonProfit.Value)
        {
            Sector = In.Sector,
            ContactName = In.Name!.Trim(),
            Phone = In.Phone!.Trim(),
            Email = In.Email?.Trim() ?? "",
        };
        organisation.WorksIn(region!);
        organisation.AddSite(place.Place, place.Code);
        var task = In.ToTask(organisation.Id, acting.Now);
        if (!await check.IsSafeAsync(task, ModelState, [new("In.Work", task.Name, text => In.Work = text)], cancellationToken))
            return Page();
        await SaveAsync(organisation, task, cancellationToken);
        return Redirect("/ik-heb-werk");
    }

    /// <summary>Organisation, task, concept and the item of the adviser in one transaction.</summary>
    private async Task SaveAsync(Organisation organisation, WorkTask task, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var job = Job.Of(organisation, [task], acting.Now);
        db.AddRange(organisation, task, job);
        await db.SaveChangesAsync(cancellationToken);
        var adviser = await db.AdviserOfAsync(organisation.Id, cancellationToken);
        var step = AdviserCall.AboutShortForm(job, adviser, acting.Now);
        db.OpenSteps.Add(step);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        TempData["Gelukt"] = $"Wij hebben het gelezen. {adviser?.Name ?? "Een adviseur"} belt u vóór of op {DutchDays.WeekDay(step.DueOn)}.";
    }

    /// <summary>Whether somebody in this region will call.</summary>
    private Task<bool> IsServedAsync(string? region, CancellationToken cancellationToken) => db.Memberships.TagWith("ShortForm.IsServed").AnyAsync(m =>
        m.Role == Role.EmployerAdviser && db.Organisations.Any(o => o.Id == m.OrganisationId && o.Regions.Any(r => r.RegionCode == region)), cancellationToken);
}
