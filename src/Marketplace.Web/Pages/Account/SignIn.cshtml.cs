using System.ComponentModel.DataAnnotations;
using Marketplace.Data;
using Marketplace.Data.Organisations;
using Marketplace.Data.Seeding;
using Marketplace.Web.Access;
using Marketplace.Web.Posting;
using Marketplace.Web.Texts;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Web.Pages.Account;

/// <summary>Sign-in; in Development also one click for each role of the demo region. No answer tells whether somebody has an address.</summary>
public sealed class SignInModel(MarketplaceDbContext db, UserManager<User> users, Entrance entrance, Tries tries, IWebHostEnvironment environment) : PageModel, IFormPage
{
    public sealed class Input
    {
        [Display(Name = "E-mailadres"), Required(ErrorMessage = "Vul uw e-mailadres in."), StringLength(254, ErrorMessage = "Dit adres is te lang. Kijk het na.")]
        public string? Email { get; set; }

        [Display(Name = "Wachtwoord"), Required(ErrorMessage = "Vul uw wachtwoord in."), StringLength(Entrance.LongestPassword, ErrorMessage = "Dit wachtwoord is te lang. Kijk het na.")]
        public string? Password { get; set; }
    }

    public sealed record DemoAccount(string Email, string Name, string RoleWord, string Organisation);

    [BindProperty]
    public Input In { get; set; } = new();

    [BindProperty(SupportsGet = true, Name = "terug")]
    public string? Terug { get; set; }

    /// <summary>Too many tries.</summary>
    public bool IsClosed { get; private set; }

    public IReadOnlyList<DemoAccount> DemoAccounts { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await db.Users.TagWith("SignIn.AnyUser").AnyAsync(cancellationToken))
            return Redirect("/begin");
        await LoadAsync(cancellationToken);
        return Page();
    }

    public async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        if (environment.IsDevelopment())
        {
            var rows = await (
                from u in db.Users
                where u.NormalizedEmail!.EndsWith(DemoRegion.AccountDomain)
                join m in db.Memberships on u.Id equals m.UserId
                join o in db.Organisations on m.OrganisationId equals o.Id
                select new { u.Email, u.DisplayName, m.Role, o.Name })
                .TagWith("SignIn.DemoAccounts").ToListAsync(cancellationToken);
            DemoAccounts = [.. rows
                .Where(r => DemoRegion.SignInAccounts.Contains(r.Email!))
                .OrderBy(r => r.Role)
                .Select(r => new DemoAccount(r.Email!, r.DisplayName, RoleWords.Of(r.Role), r.Name))];
        }

        return true;
    }

    [Guarded]
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await tries.TakeAsync(Entrance.TriesOf(In.Email!), cancellationToken))
        {
            (IsClosed, Response.StatusCode) = (true, StatusCodes.Status429TooManyRequests);
            return Page();
        }

        if (await entrance.FindAsync(In.Email!, In.Password!, cancellationToken) is { } user)
        {
            await tries.ForgetAsync(Entrance.TriesOf(In.Email!), cancellationToken);
            if (!user.TwoFactorEnabled)
                return await EnterAsync(user, cancellationToken);
            await Entrance.AskSecondStepAsync(HttpContext, user);
            return RedirectToPage("Code", Url.IsLocalUrl(Terug) ? new { terug = Terug } : null);
        }

        ModelState.AddModelError("In.Email", "E-mailadres en wachtwoord horen niet bij elkaar. Kijk ze na.");
        return Page();
    }

    /// <summary>One click, in Development only, and only for an account of the demo region.</summary>
    public async Task<IActionResult> OnPostDemoAsync(string? email, CancellationToken cancellationToken) =>
        environment.IsDevelopment() && email?.EndsWith(DemoRegion.AccountDomain, StringComparison.OrdinalIgnoreCase) == true && await users.FindByEmailAsync(email) is { } user
            ? await EnterAsync(user, cancellationToken)
            : NotFound();

    private async Task<IActionResult> EnterAsync(User user, CancellationToken cancellationToken)
    {
        if (await entrance.EnterAsync(HttpContext, user, cancellationToken) is { } role)
            return LocalRedirect(Url.IsLocalUrl(Terug) ? Terug : HomePages.Of(role));
        ModelState.AddModelError("In.Email", "Uw account hoort nu niet bij een organisatie. Bel ons.");
        return Page();
    }
}
