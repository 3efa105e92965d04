using System.ComponentModel.DataAnnotations;
using Marketplace.Data;
using Marketplace.Data.Organisations;
using Marketplace.Web.Access;
using Marketplace.Web.Posting;
using Marketplace.Web.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Web.Pages.Account;

/// <summary>Sets a new password for who knows the current one, and ends the other sessions. Who forgot it gets a link by mail.</summary>
public sealed class PasswordModel(MarketplaceDbContext db, Entrance entrance, AccountMail mail, Acting acting) : PageModel, IFormPage
{
    public sealed class Input
    {
        [Display(Name = "Uw wachtwoord van nu"), StringLength(Entrance.LongestPassword, ErrorMessage = "Dit wachtwoord is te lang. Kijk het na.")]
        public string? Current { get; set; }

        [Display(Name = "Nieuw wachtwoord"), Required(ErrorMessage = "Vul een wachtwoord in."), StringLength(Entrance.LongestPassword, ErrorMessage = "Maak het wachtwoord korter: hoogstens {1} tekens.")]
        public string? Password { get; set; }
    }

    private User _user = null!;

    [BindProperty]
    public Input In { get; set; } = new();

    public Task OnGetAsync(CancellationToken cancellationToken) => LoadAsync(cancellationToken);

    public async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        _user = await db.Users.TagWith("Password.User").SingleAsync(u => u.Id == acting.UserId, cancellationToken);
        return true;
    }

    [Guarded]
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        if (!await entrance.ConfirmAsync(_user, In.Current, cancellationToken))
            ModelState.AddModelError("In.Current", Sentences.WrongPassword);
        else if (await entrance.WhyNotPasswordAsync(_user, In.Password!, cancellationToken) is { } why)
            ModelState.AddModelError("In.Password", why);
        if (!ModelState.IsValid)
            return Page();
        await entrance.SetPasswordAsync(_user, In.Password!, ActorMiddleware.SessionOf(User), cancellationToken);
        mail.Changed(_user, "Uw wachtwoord is veranderd.", acting.Now);
        await db.SaveChangesAsync(cancellationToken);
        TempData["Gelukt"] = "Uw wachtwoord is bewaard.";
        return Redirect("/account");
    }
}
