using System.ComponentModel.DataAnnotations;
using Marketplace.Data;
using Marketplace.Data.Auditing;
using Marketplace.Data.Organisations;
using Marketplace.Domain.Organisations;
using Marketplace.Domain.Shared;
using Marketplace.Web.Access;
using Marketplace.Web.Posting;
using Marketplace.Web.Texts;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Web.Pages.Account;

/// <summary>
/// Where a mailed invitation arrives. A new user chooses a password and is in; who has an account already gives its password, so that the mail
/// alone never adds anything to it. Opening uses nothing up: programs that read mail open links too.
/// </summary>
[ResponseCache(Location = ResponseCacheLocation.None, NoStore = true)]
public sealed class InvitedModel(MarketplaceDbContext db, UserManager<User> users, Entrance entrance, Tries tries, CurrentActor current, Acting acting) : PageModel, IFormPage
{
    public enum Answer
    {
        Ready,
        NotThere,
        Used,
        TooOld,
    }

    public sealed class Input
    {
        [Display(Name = "Uw naam"), StringLength(Domain.Organisations.Invitation.LongestName, ErrorMessage = "Maak uw naam korter: hoogstens {1} tekens.")]
        public string? Name { get; set; }

        [Display(Name = "Kies een wachtwoord"), Required(ErrorMessage = "Vul een wachtwoord in."), StringLength(Entrance.LongestPassword, ErrorMessage = "Maak het wachtwoord korter: hoogstens {1} tekens.")]
        public string? Password { get; set; }
    }

    [BindProperty(SupportsGet = true)]
    public string Code { get; set; } = "";

    [BindProperty]
    public Input In { get; set; } = new();

    public Answer State { get; private set; }

    public Invitation? Invitation { get; private set; }

    public string Organisation { get; private set; } = "";

    public bool HasAccount { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        In.Name = Invitation?.Name;
        Response.StatusCode = State switch
        {
            Answer.Ready => StatusCodes.Status200OK,
            Answer.NotThere => StatusCodes.Status404NotFound,
            _ => StatusCodes.Status410Gone,
        };
    }

    public async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        var hash = Secret.HashOf(Code);
        Invitation = await db.Invitations.TagWith("Invited.Find").SingleOrDefaultAsync(i => i.Hash == hash, cancellationToken);
        State = Invitation is null ? Answer.NotThere : Invitation.WhyNot(acting.Today) switch { Refusal.LinkUsed => Answer.Used, Refusal.LinkExpired => Answer.TooOld, _ => Answer.Ready };
        if (Invitation is null || State != Answer.Ready)
            return true;
        Organisation = await db.Organisations.Where(o => o.Id == Invitation.OrganisationId).Select(o => o.Name).TagWith("Invited.Organisation").SingleAsync(cancellationToken);
        HasAccount = await users.FindByEmailAsync(Invitation.Email) is not null;
        return true;
    }

    [Guarded]
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        if (Invitation is null || State != Answer.Ready)
        {
            await OnGetAsync(cancellationToken);
            return Page();
        }

        return HasAccount ? await JoinAsync(Invitation, cancellationToken) : await BeginAsync(Invitation, cancellationToken);
    }

    /// <summary>A new user, the membership and the used invitation in one transaction.</summary>
    private async Task<IActionResult> BeginAsync(Invitation invitation, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(In.Name))
            ModelState.AddModelError("In.Name", "Vul uw naam in.");
        if (Entrance.WhyNotPassword(In.Password!, invitation.Email, [Organisation]) is { } why)
            ModelState.AddModelError("In.Password", why);
        if (!ModelState.IsValid)
            return Page();
        var user = new User { Id = NewId.Next(), UserName = invitation.Email, Email = invitation.Email, EmailConfirmed = true, DisplayName = In.Name!.Trim() };
        user.PasswordHash = users.PasswordHasher.HashPassword(user, In.Password!);
        current.Value = new Actor(user.Id, user.DisplayName, invitation.OrganisationId, Organisation, invitation.Role, invitation.IsManager, []);
        db.Add(invitation.Accept(user.Id, acting.Now));
        var made = await users.CreateAsync(user);
        if (!made.Succeeded)
            throw new RefusalException(Refusal.NotInThisState);
        return await entrance.EnterAsync(HttpContext, user, cancellationToken) is { } role ? LocalRedirect(HomePages.Of(role)) : LocalRedirect("/inloggen");
    }

    /// <summary>Another organisation for somebody with an account.</summary>
    private async Task<IActionResult> JoinAsync(Invitation invitation, CancellationToken cancellationToken)
    {
        var what = Entrance.TriesOf(invitation.Email);
        if (!await tries.TakeAsync(what, cancellationToken) || await entrance.FindAsync(invitation.Email, In.Password!, cancellationToken) is not { } user)
        {
            ModelState.AddModelError("In.Password", Sentences.WrongPassword);
            return Page();
        }

        await tries.ForgetAsync(what, cancellationToken);
        current.Value = new Actor(user.Id, user.DisplayName, invitation.OrganisationId, Organisation, invitation.Role, invitation.IsManager, []);
        db.Add(invitation.Accept(user.Id, acting.Now));
        await db.SaveChangesAsync(cancellationToken);
        TempData["Gelukt"] = $"U hoort nu ook bij {Organisation}. Log in.";
        return LocalRedirect("/inloggen");
    }
}
