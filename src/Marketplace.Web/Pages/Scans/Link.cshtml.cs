using Marketplace.Data;
using Marketplace.Data.Work;
using Marketplace.Domain.Shared;
using Marketplace.Domain.Work;
using Marketplace.Web.Access;
using Marketplace.Web.Posting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Web.Pages.Scans;

/// <summary>Where the mailed link of a scan arrives. Programs that read mail open links too, so opening uses nothing up: the button does.</summary>
public sealed class LinkModel(MarketplaceDbContext db, Acting acting, ScanKey key, ScanMail mail) : PageModel
{
    public enum Answer
    {
        /// <summary>The button opens it.</summary>
        Ready,

        /// <summary>There is no such link.</summary>
        NotThere,
        Used,
        TooOld,

        /// <summary>Who is signed in belongs to another organisation.</summary>
        OfSomebodyElse,
    }

    [BindProperty(SupportsGet = true)]
    public string Code { get; set; } = "";

    public Answer State { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var (scan, link) = await FindAsync(cancellationToken);
        if (scan is not null && await HasOtherWayAsync(scan, cancellationToken))
            return Redirect($"/scan/{scan.Id}");
        State = acting.Actor.Role is not null && link is not null ? Answer.OfSomebodyElse
            : link is null ? Answer.NotThere
            : link.WhyNot(acting.Today) switch { Refusal.LinkUsed => Answer.Used, Refusal.LinkExpired => Answer.TooOld, _ => Answer.Ready };
        Response.StatusCode = State switch
        {
            Answer.Ready => StatusCodes.Status200OK,
            Answer.NotThere => StatusCodes.Status404NotFound,
            Answer.OfSomebodyElse => StatusCodes.Status403Forbidden,
            _ => StatusCodes.Status410Gone,
        };
        return Page();
    }

    /// <summary>Opens the scan in this browser; the code is used up.</summary>
    [Guarded]
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var (scan, link) = await FindAsync(cancellationToken);
        if (scan is null || link is null || acting.Actor.Role is not null)
            return await OnGetAsync(cancellationToken);
        try
        {
            link.Use(acting.Now);
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (Exception e) when (e is RefusalException or DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return await OnGetAsync(cancellationToken);
        }

        key.Give(HttpContext, scan.Id, link.ValidUntil);
        return Redirect($"/scan/{scan.Id}");
    }

    /// <summary>Mails a new link, to the address of the old one only.</summary>
    [Guarded]
    public async Task<IActionResult> OnPostNieuwAsync(CancellationToken cancellationToken)
    {
        var (scan, link) = await FindAsync(cancellationToken);
        if (scan is null || link is null || acting.Actor.Role is not null)
            return await OnGetAsync(cancellationToken);
        mail.Send(scan, link.Email, acting.Now);
        await db.SaveChangesAsync(cancellationToken);
        TempData["Gelukt"] = "Wij mailen een nieuwe link naar hetzelfde adres.";
        return Redirect($"/scan/verder/{Code}");
    }

    /// <summary>Somebody who may see the scan anyway: by role, or because this browser opened a link of it before.</summary>
    private async Task<bool> HasOtherWayAsync(Scan scan, CancellationToken cancellationToken) => acting.Actor.Role is null
        ? key.ScanOf(HttpContext) == scan.Id
        : await db.Scans.VisibleTo(acting.Actor).TagWith("ScanLink.Own").AnyAsync(s => s.Id == scan.Id, cancellationToken);

    private async Task<(Scan? Scan, ScanLink? Link)> FindAsync(CancellationToken cancellationToken)
    {
        var hash = Secret.HashOf(Code);
        var scan = await db.Scans.Where(s => s.Links.Any(l => l.Hash == hash)).AsSplitQuery().TagWith("ScanLink.Find").SingleOrDefaultAsync(cancellationToken);
        return (scan, scan?.Links.Single(l => l.Hash == hash));
    }
}
