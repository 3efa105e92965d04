using System.ComponentModel.DataAnnotations;
using Marketplace.Data;
using Marketplace.Data.Organisations;
using Marketplace.Web.Access;
using Marketplace.Web.Posting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Marketplace.Web.Pages.Account;

/// <summary>The second step of signing in, within five minutes after the right password.</summary>
public sealed class CodeModel(MarketplaceDbContext db, SignInManager<User> signIn, Entrance entrance, SecondStep second, Tries tries) : PageModel, IFormPage
{
    public sealed class Input
    {
        [Display(Name = "Code"), Required(ErrorMessage = "Vul de code in."), StringLength(40, ErrorMessage = "Deze code is te lang. Kijk hem na.")]
        public string? Code { get; set; }
    }

    private User? _user;

    [BindProperty]
    public Input In { get; set; } = new();

    [BindProperty(SupportsGet = true, Name = "terug")]
    public string? Terug { get; set; }

    /// <summary>Whether this browser gave a right password just now.</summary>
    public bool IsKnown => _user is not null;

    public bool IsClosed { get; private set; }

    public Task OnGetAsync(CancellationToken cancellationToken) => LoadAsync(cancellationToken);

    public async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        _user = await signIn.GetTwoFactorAuthenticationUserAsync();
        return true;
    }

    [Guarded]
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        if (_user is null)
            return Page();
        var what = $"code {_user.Id:N}";
        if (!await tries.TakeAsync(what, cancellationToken))
        {
            (IsClosed, Response.StatusCode) = (true, StatusCodes.Status429TooManyRequests);
            return Page();
        }

        if (!await second.TakeAsync(_user, In.Code!, cancellationToken))
        {
            await entrance.RefuseAsync(_user.Id, "Code", "code", cancellationToken);
            ModelState.AddModelError("In.Code", "Deze code klopt niet, of is al gebruikt. Wacht op de volgende code.");
            return Page();
        }

        await db.SaveChangesAsync(cancellationToken);
        await tries.ForgetAsync(what, cancellationToken);
        if (await entrance.EnterAsync(HttpContext, _user, cancellationToken) is { } role)
            return LocalRedirect(Url.IsLocalUrl(Terug) ? Terug : HomePages.Of(role));
        ModelState.AddModelError("In.Code", "Uw account hoort nu niet bij een organisatie. Bel ons.");
        return Page();
    }
}
