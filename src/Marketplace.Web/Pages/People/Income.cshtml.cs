using System.ComponentModel.DataAnnotations;
using Marketplace.Data;
using Marketplace.Data.People;
using Marketplace.Domain.Organisations;
using Marketplace.Domain.People;
using Marketplace.Domain.Regulations;
using Marketplace.Web.Access;
using Marketplace.Web.Posting;
using Marketplace.Web.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Web.Pages.People;

/// <summary>Inkomensgesprek: what a person hears about income before the yes to a contract, and who checked that when.</summary>
public sealed class IncomeModel(MarketplaceDbContext db, Acting acting, RegulationBook book) : PageModel, IFormPage
{
    public sealed class Input
    {
        [Display(Name = "Vóór welke dag zoekt u uit wat wij nog niet weten?")]
        public DateOnly? FindOutBefore { get; set; }
    }

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public Input In { get; set; } = new();

    public string Code { get; private set; } = "";

    public IncomeWords Words { get; private set; } = null!;

    /// <summary>The last talk; null: not yet.</summary>
    public IncomeTalk? Talk { get; private set; }

    /// <summary>Whether the facts were recorded anew since the last talk.</summary>
    public bool IsOutdated { get; private set; }

    public bool IsConsultant => acting.Actor.Role == Role.Consultant;

    public static string AddressOf(Guid personId) => $"/kandidaten/{personId}/inkomen";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await LoadAsync(cancellationToken) ? Page() : NotFound();

    public async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        var code = await db.ArrangedBy(acting.Actor).Where(p => p.Id == Id).TagWith("Income.Person").Select(p => p.Code).SingleOrDefaultAsync(cancellationToken);
        if (code is null)
            return false;
        Code = code;
        var standing = await db.Standings.AsNoTracking().TagWith("Income.Standing").SingleOrDefaultAsync(s => s.Id == Id, cancellationToken);
        Talk = await db.IncomeTalks.AsNoTracking().Where(t => t.PersonId == Id).OrderByDescending(t => t.On).ThenByDescending(t => t.Id)
            .TagWith("Income.Talk").FirstOrDefaultAsync(cancellationToken);
        IsOutdated = Talk?.IsOlderThan(standing) == true;
        Words = IncomeWords.Of(standing, book, acting.Today);
        return true;
    }

    /// <summary>Keeps that the talk was held today, and by whom.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!IsConsultant || !await db.ArrangedBy(acting.Actor).TagWith("Income.IsOwn").AnyAsync(p => p.Id == Id, cancellationToken))
            return NotFound();
        db.IncomeTalks.Add(new IncomeTalk(Id, In.FindOutBefore, acting.Now));
        await db.SaveChangesAsync(cancellationToken);
        TempData["Gelukt"] = "Vastgelegd: het inkomensgesprek is vandaag gevoerd.";
        return LocalRedirect(AddressOf(Id));
    }
}
