using System.ComponentModel.DataAnnotations;
using Marketplace.Data;
using Marketplace.Data.Organisations;
using Marketplace.Domain.Shared;
using Marketplace.Web.Access;
using Marketplace.Web.Posting;
using Marketplace.Web.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Web.Pages.Account;

/// <summary>
/// Turns the second step on, renews it and turns it off. Each asks the password again and ends the other sessions. A new key goes through the form,
/// sealed; the old one counts until a code of the new one was typed.
/// </summary>
public sealed class AuthenticatorModel(MarketplaceDbContext db, Entrance entrance, SecondStep second, SecondStepDemand demand, AccountMail mail, Acting acting) : PageModel, IFormPage
{
    public sealed class Input
    {
        [Display(Name = "Uw wachtwoord"), StringLength(Entrance.LongestPassword, ErrorMessage = "Dit wachtwoord is te lang. Kijk het na.")]
        public string? Password { get; set; }

        [Display(Name = "Code"), StringLength(12, ErrorMessage = "Deze code is te lang. Kijk hem na.")]
        public string? Code { get; set; }

        public string? Seal { get; set; }
    }

    private User _user = null!;

    [BindProperty]
    public Input In { get; set; } = new();

    public bool IsOn => _user.TwoFactorEnabled;

    /// <summary>Who acts needs the code: it cannot be turned off, and nothing else is there before it is on.</summary>
    public bool IsDemanded => demand.IsFor(acting.Actor.Role);

    public bool WasOn { get; private set; }

    /// <summary>Recovery codes that were not used.</summary>
    public int Left { get; private set; }

    /// <summary>New ones; shown once.</summary>
    public IReadOnlyList<string> Recovery { get; private set; } = [];

    /// <summary>The new key; empty when none is being set up.</summary>
    public string Key { get; private set; } = "";

    public string Address { get; private set; } = "";

    public Task OnGetAsync(CancellationToken cancellationToken) => LoadAsync(cancellationToken);

    public async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        _user = await db.Users.TagWith("Authenticator.User").SingleAsync(u => u.Id == acting.UserId, cancellationToken);
        Left = await second.CountRecoveryCodesAsync(_user, cancellationToken);
        Show();
        return true;
    }

    [Guarded]
    public Task<IActionResult> OnPostBeginAsync(CancellationToken cancellationToken) => WithPasswordAsync(() =>
    {
        In.Seal = second.Begin(_user);
        Show();
        return Task.CompletedTask;
    }, cancellationToken);

    [Guarded]
    public async Task<IActionResult> OnPostTurnOnAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        WasOn = IsOn;
        if (second.Open(_user, In.Seal) is not { } key)
            ModelState.AddModelError("In.Password", "Dit duurde te lang. Begin opnieuw.");
        else if (await second.TurnOnAsync(_user, key, In.Code ?? "", cancellationToken) is { } codes)
            await SaveAsync(codes, "De code op uw telefoon staat aan, of hoort nu bij een andere telefoon.", cancellationToken);
        else
            ModelState.AddModelError("In.Code", "Deze code klopt niet. Wacht op de volgende code in de app.");
        return Page();
    }

    [Guarded]
    public Task<IActionResult> OnPostRecoveryAsync(CancellationToken cancellationToken) => WithPasswordAsync(async () =>
    {
        WasOn = IsOn;
        if (IsOn)
            await SaveAsync(await second.NewRecoveryCodesAsync(_user, cancellationToken), "U heeft nieuwe herstelcodes.", cancellationToken);
    }, cancellationToken);

    [Guarded]
    public Task<IActionResult> OnPostTurnOffAsync(CancellationToken cancellationToken) => WithPasswordAsync(async () =>
    {
        if (IsDemanded)
            throw new RefusalException(Refusal.NotInThisState);
        await second.TurnOffAsync(_user, cancellationToken);
        await SaveAsync([], "De code op uw telefoon staat uit.", cancellationToken);
    }, cancellationToken);

    private async Task<IActionResult> WithPasswordAsync(Func<Task> act, CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        if (!await entrance.ConfirmAsync(_user, In.Password, cancellationToken))
        {
            ModelState.AddModelError("In.Password", Sentences.WrongPassword);
            return Page();
        }

        await act();
        return Page();
    }

    private async Task SaveAsync(IReadOnlyList<string> codes, string what, CancellationToken cancellationToken)
    {
        mail.Changed(_user, what, acting.Now);
        await entrance.EndSessionsAsync(_user.Id, ActorMiddleware.SessionOf(User), cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        Recovery = codes;
    }

    private void Show()
    {
        if (second.Open(_user, In.Seal) is { } key)
            (Key, Address) = (SecondStep.Readable(key), SecondStep.Address(key, _user.Email!));
    }
}
