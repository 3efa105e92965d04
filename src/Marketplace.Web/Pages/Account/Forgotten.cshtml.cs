using System.ComponentModel.DataAnnotations;
using Marketplace.Data;
using Marketplace.Data.Organisations;
using Marketplace.Web.Access;
using Marketplace.Web.Posting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Web.Pages.Account;

/// <summary>Asks for a mail to set a new password. The answer is the same for an address that nobody has, and after too many times.</summary>
public sealed class ForgottenModel(MarketplaceDbContext db, UserManager<User> users, AccountMail mail, Entrance entrance, Tries tries, Acting acting) : PageModel
{
    public sealed class Input
    {
        [Display(Name = "E-mailadres"), Required(ErrorMessage = "Vul uw e-mailadres in."), StringLength(254, ErrorMessage = "Dit adres is te lang. Kijk het na."), RegularExpression(AccountMail.Address, ErrorMessage = AccountMail.AddressError)]
        public string? Email { get; set; }
    }

    [BindProperty]
    public Input In { get; set; } = new();

    public bool IsSent { get; private set; }

    [Guarded]
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        IsSent = true;
        var email = In.Email!.Trim();
        if (!await tries.TakeAsync($"forgotten {email.ToUpperInvariant()}", cancellationToken))
            return Page();
        var user = await users.FindByEmailAsync(email);
        var mayEnter = await db.Memberships.TagWith("Forgotten.MayEnter").AnyAsync(m => user != null && m.UserId == user.Id, cancellationToken);
        if (user is not null && mayEnter)
            mail.NewPassword(user, acting.Now);

        // Both write a row: the same work, the same time.
        await entrance.NoteAsync("PasswordAsked", user?.Id, "", cancellationToken);
        return Page();
    }
}
