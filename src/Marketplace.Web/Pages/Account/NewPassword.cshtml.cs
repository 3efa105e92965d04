using System.ComponentModel.DataAnnotations;
using Marketplace.Data;
using Marketplace.Data.Auditing;
using Marketplace.Data.Organisations;
using Marketplace.Domain.Organisations;
using Marketplace.Web.Access;
using Marketplace.Web.Posting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Web.Pages.Account;

/// <summary>Sets a new password with a mailed link, ends every session, and opens what was closed by wrong tries. The second step stays.</summary>
[ResponseCache(Location = ResponseCacheLocation.None, NoStore = true)]
public sealed class NewPasswordModel(MarketplaceDbContext db, Entrance entrance, AccountMail mail, Tries tries, CurrentActor current, Acting acting) : PageModel, IFormPage
{
    public sealed class Input
    {
        [Display(Name = "Nieuw wachtwoord"), Required(ErrorMessage = "Vul een wachtwoord in."), StringLength(Entrance.LongestPassword, ErrorMessage = "Maak het wachtwoord korter: hoogstens {1} tekens.")]
        public string? Password { get; set; }
    }

    private OneTimeCode? _code;
    private User? _user;

    [BindProperty(SupportsGet = true)]
    public string Code { get; set; } = "";

    [BindProperty]
    public Input In { get; set; } = new();

    /// <summary>A link that was used, is too old or never was: one answer.</summary>
    public bool IsOpen => _user is not null;

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        if (!IsOpen)
            Response.StatusCode = StatusCodes.Status410Gone;
    }

    public async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        var (hash, now) = (Secret.HashOf(Code), acting.Now.At);
        _code = await db.OneTimeCodes.TagWith("NewPassword.Code").SingleOrDefaultAsync(c => c.Hash == hash && c.Purpose == CodePurpose.NewPassword && c.UsedAt == null && c.ValidUntil >= now, cancellationToken);
        _user = _code is null ? null : await db.Users.TagWith("NewPassword.User").SingleOrDefaultAsync(u => u.Id == _code.UserId, cancellationToken);
        return true;
    }

    [Guarded]
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        if (_user is null || _code is null)
        {
            Response.StatusCode = StatusCodes.Status410Gone;
            return Page();
        }

        if (await entrance.WhyNotPasswordAsync(_user, In.Password!, cancellationToken) is { } why)
        {
            ModelState.AddModelError("In.Password", why);
            return Page();
        }

        current.Value = Actor.Program with { UserId = _user.Id, Name = _user.DisplayName };
        _code.Use(acting.Now);

        // Other links that were asked for open nothing any more.
        foreach (var other in await db.OneTimeCodes.Where(c => c.UserId == _user.Id && c.Purpose == CodePurpose.NewPassword && c.UsedAt == null && c.Id != _code.Id).TagWith("NewPassword.Others").ToListAsync(cancellationToken))
            db.Remove(other);
        await entrance.SetPasswordAsync(_user, In.Password!, null, cancellationToken);
        mail.Changed(_user, "Uw wachtwoord is veranderd.", acting.Now);
        await db.SaveChangesAsync(cancellationToken);
        await tries.ForgetAsync(Entrance.TriesOf(_user.Email!), cancellationToken);
        TempData["Gelukt"] = "Uw wachtwoord is bewaard. Log in.";
        return LocalRedirect("/inloggen");
    }
}
