using Marketplace.Data;
using Marketplace.Data.Organisations;
using Marketplace.Domain.Organisations;
using Marketplace.Domain.Shared;
using Marketplace.Web.Access;
using Marketplace.Web.Posting;
using Marketplace.Web.Texts;
using Marketplace.Web.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Web.Pages.Organisations;

/// <summary>Invites somebody to an organisation of the own regions: an administrator in any role, an adviser employers only.</summary>
public sealed class InviteModel(MarketplaceDbContext db, AccountMail mail, Acting acting) : PageModel, IFormPage
{
    private const int MostOrganisations = 1000;
    private const int MostWaiting = 100;

    public sealed record Row(Guid Id, string Name, string Email, Role Role, string Organisation, DateOnly ValidUntil);

    [BindProperty]
    public InviteInput In { get; set; } = new();

    /// <summary>Chosen beforehand, from the page of a job.</summary>
    [BindProperty(SupportsGet = true, Name = "organisatie")]
    public Guid? Chosen { get; set; }

    public IReadOnlyList<Choice> Organisations { get; private set; } = [];

    public IReadOnlyList<Choice> Roles { get; } = [.. Enum.GetValues<Role>().Select(r => new Choice(r.ToString(), WorkWords.Sentence(RoleWords.Of(r))))];

    public IReadOnlyList<Row> Waiting { get; private set; } = [];

    public bool IsAdministrator => acting.Actor.Role == Role.Administrator;

    public DateOnly Today => acting.Today;

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        In.Organisation = Chosen;
        await LoadAsync(cancellationToken);
    }

    public async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        var chosen = In.Organisation ?? Guid.Empty; // always among the choices, however many there are
        var organisations = await db.Organisations.InRegionsOf(acting.Actor).OrderByDescending(o => o.Id == chosen).ThenBy(o => o.Name).Take(MostOrganisations).Select(o => new { o.Id, o.Name }).TagWith("Invite.Organisations").ToListAsync(cancellationToken);
        Organisations = [.. organisations.Select(o => new Choice(o.Id.ToString(), o.Name))];
        Waiting = await db.OpenInvitationsManagedBy(acting.Actor).OrderBy(i => i.ValidUntil).ThenBy(i => i.Name).Take(MostWaiting)
            .Select(i => new Row(i.Id, i.Name, i.Email, i.Role, db.Organisations.Single(o => o.Id == i.OrganisationId).Name, i.ValidUntil))
            .TagWith("Invite.Waiting").ToListAsync(cancellationToken);
        return true;
    }

    [Guarded]
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var role = IsAdministrator ? In.Role : Role.Employer;
        var organisation = await db.Organisations.InRegionsOf(acting.Actor).Where(o => o.Id == In.Organisation)
            .Select(o => new { o.Id, o.Name, o.Kind, Regions = o.Regions.Select(r => r.RegionCode).ToList() }).TagWith("Invite.Organisation").SingleOrDefaultAsync(cancellationToken);
        var roles = organisation is null ? [] : RoleRules.MayGive(acting.Actor, organisation.Kind, organisation.Regions);
        if (organisation is null)
            ModelState.AddModelError("In.Organisation", "Kies een organisatie uit de lijst.");
        else if (role is null || !roles.Contains(role.Value))
            ModelState.AddModelError("In.Role", $"Kies een rol. Bij {organisation.Name} kan: {string.Join(", ", roles.Select(RoleWords.Of))}.");
        if (!ModelState.IsValid)
            return Page();

        var (email, name) = (In.Email!.Trim(), In.Name!.Trim());
        if (await db.Memberships.IgnoreQueryFilters().TagWith("Invite.IsMember").AnyAsync(m =>
            m.OrganisationId == organisation!.Id && m.Role == role && db.Users.Any(u => u.Id == m.UserId && u.NormalizedEmail == email.ToUpperInvariant()), cancellationToken))
        {
            throw new RefusalException(Refusal.AlreadyMember);
        }

        var earlier = await db.OpenInvitationsManagedBy(acting.Actor).TagWith("Invite.Earlier").FirstOrDefaultAsync(i => i.OrganisationId == organisation!.Id && i.Role == role && i.Email == email, cancellationToken);
        earlier?.Withdraw(acting.Now);
        mail.Invite(organisation!.Name, hash => db.Add(new Invitation(organisation.Id, role!.Value, email, name, IsAdministrator && In.IsManager, hash, acting.Now)).Entity, acting.Now);
        await db.SaveChangesAsync(cancellationToken);
        return Done($"De uitnodiging voor {name} gaat naar {email}.");
    }

    [Guarded]
    public async Task<IActionResult> OnPostOpnieuwAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, cancellationToken) is not var (invitation, organisation))
            return NotFound();
        mail.Invite(organisation, hash =>
        {
            invitation.Renew(hash, acting.Now);
            return invitation;
        }, acting.Now);
        await db.SaveChangesAsync(cancellationToken);
        return Done($"{invitation.Name} krijgt een nieuwe mail. De oude link werkt niet meer.");
    }

    public async Task<IActionResult> OnPostIntrekkenAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, cancellationToken) is not var (invitation, _))
            return NotFound();
        invitation.Withdraw(acting.Now);
        await db.SaveChangesAsync(cancellationToken);
        return Done($"De uitnodiging van {invitation.Name} is ingetrokken.");
    }

    /// <summary>An open invitation of the own regions, of a role that the actor may give.</summary>
    private async Task<(Invitation Invitation, string Organisation)?> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        var row = await (
            from i in db.OpenInvitationsManagedBy(acting.Actor)
            where i.Id == id
            join o in db.Organisations on i.OrganisationId equals o.Id
            select new { Invitation = i, o.Name, Regions = o.Regions.Select(r => r.RegionCode).ToList() }).TagWith("Invite.Find").SingleOrDefaultAsync(cancellationToken);
        return row is not null && RoleRules.May(acting.Actor, row.Invitation.Role, row.Regions) ? (row.Invitation, row.Name) : null;
    }

    private RedirectResult Done(string text)
    {
        TempData["Gelukt"] = text;
        return Redirect("/uitnodigen");
    }
}
