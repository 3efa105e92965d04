using System.ComponentModel.DataAnnotations;
using Marketplace.Data;
using Marketplace.Data.Auditing;
using Marketplace.Data.Organisations;
using Marketplace.Domain.Organisations;
using Marketplace.Domain.Shared;
using Marketplace.Web.Access;
using Marketplace.Web.Posting;
using Marketplace.Web.Texts;
using Marketplace.Web.Ui;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Web.Pages.Account;

/// <summary>The first administrator of an empty installation, with the one-time code of its log. As soon as there is a user, this page is not there.</summary>
public sealed class BeginModel(MarketplaceDbContext db, UserManager<User> users, Entrance entrance, Tries tries, CurrentActor current, Acting acting) : PageModel, IFormPage
{
    public sealed class Input
    {
        [Display(Name = "Code uit het logboek"), Required(ErrorMessage = "Vul de code in."), StringLength(40, ErrorMessage = "Deze code is te lang. Kijk hem na.")]
        public string? Code { get; set; }

        [Display(Name = "Naam van uw organisatie"), Required(ErrorMessage = "Vul de naam van uw organisatie in."), StringLength(100, ErrorMessage = "Maak de naam korter: hoogstens {1} tekens.")]
        public string? Organisation { get; set; }

        [Display(Name = "Wat voor organisatie is het?"), Required(ErrorMessage = "Kies wat voor organisatie het is.")]
        public OrganisationKind? Kind { get; set; }

        [Display(Name = "In welke regio?"), Required(ErrorMessage = "Kies een regio.")]
        public string? Region { get; set; }

        [Display(Name = "Uw naam"), Required(ErrorMessage = "Vul uw naam in."), StringLength(Invitation.LongestName, ErrorMessage = "Maak uw naam korter: hoogstens {1} tekens.")]
        public string? Name { get; set; }

        [Display(Name = "E-mailadres"), Required(ErrorMessage = "Vul uw e-mailadres in."), StringLength(254, ErrorMessage = "Dit adres is te lang. Kijk het na."), RegularExpression(AccountMail.Address, ErrorMessage = AccountMail.AddressError)]
        public string? Email { get; set; }

        [Display(Name = "Kies een wachtwoord"), Required(ErrorMessage = "Vul een wachtwoord in."), StringLength(Entrance.LongestPassword, ErrorMessage = "Maak het wachtwoord korter: hoogstens {1} tekens.")]
        public string? Password { get; set; }
    }

    private const string What = "first administrator";

    [BindProperty]
    public Input In { get; set; } = new();

    /// <summary>Where an administrator can be.</summary>
    public IReadOnlyList<Choice> Kinds { get; } = [.. OrganisationWords.Kinds.Where(k => k.Value is nameof(OrganisationKind.Wsp) or nameof(OrganisationKind.Municipality))];

    public IReadOnlyList<Choice> Regions { get; } = [.. LabourMarketRegion.All.OrderBy(r => r.Name, StringComparer.Ordinal).Select(r => new Choice(r.Code, r.Name))];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await LoadAsync(cancellationToken) ? Page() : NotFound();

    public async Task<bool> LoadAsync(CancellationToken cancellationToken) => !await db.Users.TagWith("Begin.AnyUser").AnyAsync(cancellationToken);

    [Guarded]
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
            return NotFound();
        var (hash, now) = (Secret.HashOf(Secret.Clean(In.Code!)), acting.Now.At);
        var code = !await tries.TakeAsync(What, cancellationToken) ? null : await db.OneTimeCodes.TagWith("Begin.Code")
            .SingleOrDefaultAsync(c => c.Hash == hash && c.Purpose == CodePurpose.FirstAdministrator && c.UsedAt == null && c.ValidUntil >= now, cancellationToken);
        if (code is null)
            ModelState.AddModelError("In.Code", "Deze code klopt niet. Na vijf keer wacht u een kwartier. Een nieuwe code komt als het programma opnieuw start.");
        if (Entrance.WhyNotPassword(In.Password!, In.Email!, [In.Organisation!]) is { } why)
            ModelState.AddModelError("In.Password", why);
        if (Kinds.All(k => k.Value != In.Kind.ToString()))
            ModelState.AddModelError("In.Kind", "Kies wat voor organisatie het is.");
        if (Regions.All(r => r.Value != In.Region))
            ModelState.AddModelError("In.Region", "Kies een regio uit de lijst.");
        if (code is null || !ModelState.IsValid)
            return Page();
        await tries.ForgetAsync(What, cancellationToken);
        return await MakeAsync(code, cancellationToken) is { } user && await entrance.EnterAsync(HttpContext, user, cancellationToken) is { } role
            ? LocalRedirect(HomePages.Of(role))
            : throw new RefusalException(Refusal.NotInThisState);
    }

    /// <summary>Regions, organisation, user, membership and the used code in one transaction.</summary>
    private async Task<User?> MakeAsync(OneTimeCode code, CancellationToken cancellationToken)
    {
        var here = await db.Regions.Select(r => r.Code).TagWith("Begin.Regions").ToListAsync(cancellationToken);
        db.Regions.AddRange(LabourMarketRegion.All.Where(r => !here.Contains(r.Code)).Select(r => new Region { Code = r.Code, Name = r.Name }));
        var organisation = new Organisation(In.Organisation!.Trim(), In.Kind!.Value, saysNonProfit: true);
        organisation.WorksIn(In.Region!);
        var user = new User { Id = NewId.Next(), UserName = In.Email!.Trim(), Email = In.Email!.Trim(), EmailConfirmed = true, DisplayName = In.Name!.Trim() };
        user.PasswordHash = users.PasswordHasher.HashPassword(user, In.Password!);
        current.Value = new Actor(user.Id, user.DisplayName, organisation.Id, organisation.Name, Role.Administrator, false, [In.Region!]);
        code.Use(acting.Now);
        db.AddRange(organisation, new Membership { UserId = user.Id, OrganisationId = organisation.Id, Role = Role.Administrator });
        return (await users.CreateAsync(user)).Succeeded ? user : null;
    }
}
