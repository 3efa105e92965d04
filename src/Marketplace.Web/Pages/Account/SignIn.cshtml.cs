using System.ComponentModel.DataAnnotations;
using System.Security.Claims;
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

/// <summary>Sign-in; in Development also one click for each role of the demo region.</summary>
public sealed class SignInModel(MarketplaceDbContext db, SignInManager<User> signIn, UserManager<User> users, IWebHostEnvironment environment) : PageModel, IFormPage
{
    public sealed class Input
    {
        [Display(Name = "E-mailadres"), Required(ErrorMessage = "Vul uw e-mailadres in.")]
        public string? Email { get; set; }

        [Display(Name = "Wachtwoord"), Required(ErrorMessage = "Vul uw wachtwoord in.")]
        public string? Password { get; set; }
    }

    public sealed record DemoAccount(string Email, string Name, string RoleWord, string Organisation);

    [BindProperty]
    public Input In { get; set; } = new();

    [BindProperty(SupportsGet = true, Name = "terug")]
    public string? Terug { get; set; }

    public IReadOnlyList<DemoAccount> DemoAccounts { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken) => await LoadAsync(cancellationToken);

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

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var user = await users.FindByEmailAsync(In.Email!);
        var result = user is null ? Microsoft.AspNetCore.Identity.SignInResult.Failed : await signIn.CheckPasswordSignInAsync(user, In.Password!, lockoutOnFailure: true);
        if (result.Succeeded)
            return await EnterAsync(user!, cancellationToken);
        ModelState.AddModelError("In.Email", result.IsLockedOut
            ? "Er is te vaak geprobeerd. Wacht een kwartier, of bel ons."
            : "E-mailadres en wachtwoord horen niet bij elkaar. Kijk ze na.");
        return Page();
    }

    /// <summary>One click, in Development only, and only for an account of the demo region.</summary>
    public async Task<IActionResult> OnPostDemoAsync(string email, CancellationToken cancellationToken) =>
        environment.IsDevelopment() && email.ToUpperInvariant().EndsWith(DemoRegion.AccountDomain, StringComparison.Ordinal) && await users.FindByEmailAsync(email) is { } user
            ? await EnterAsync(user, cancellationToken)
            : NotFound();

    private async Task<IActionResult> EnterAsync(User user, CancellationToken cancellationToken)
    {
        var membership = await db.Memberships.TagWith("SignIn.Membership").Where(m => m.UserId == user.Id).OrderBy(m => m.Id).FirstOrDefaultAsync(cancellationToken);
        if (membership is null)
        {
            ModelState.AddModelError("In.Email", "Uw account hoort nog niet bij een organisatie. Bel ons.");
            return Page();
        }

        await signIn.SignInWithClaimsAsync(user, isPersistent: false, [new Claim(ActorMiddleware.MembershipClaim, membership.Id.ToString())]);
        return LocalRedirect(Url.IsLocalUrl(Terug) ? Terug : HomePages.Of(membership.Role));
    }
}
