using Marketplace.Data;
using Marketplace.Data.Organisations;
using Marketplace.Domain.Organisations;
using Marketplace.Web.Access;
using Marketplace.Web.Posting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Web.Pages.Account;

/// <summary>The own account: where somebody is signed in, and for which organisation.</summary>
public sealed class DetailsModel(MarketplaceDbContext db, Acting acting) : PageModel, IFormPage
{
    public sealed record SessionRow(Guid Id, string Device, DateTime StartedAt, DateTime SeenAt, bool IsThis);

    public sealed record MembershipRow(Guid Id, string Organisation, Role Role, bool IsNow);

    public string Name { get; private set; } = "";

    public string Email { get; private set; } = "";

    public bool HasSecondStep { get; private set; }

    public IReadOnlyList<SessionRow> Sessions { get; private set; } = [];

    public IReadOnlyList<MembershipRow> Memberships { get; private set; } = [];

    public Task OnGetAsync(CancellationToken cancellationToken) => LoadAsync(cancellationToken);

    public async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        var (userId, current) = (acting.UserId, ActorMiddleware.SessionOf(User));
        var user = await db.Users.AsNoTracking().TagWith("Account.User").SingleAsync(u => u.Id == userId, cancellationToken);
        (Name, Email, HasSecondStep) = (user.DisplayName, user.Email!, user.TwoFactorEnabled);
        Sessions = await Own.Open(acting.Now.At).OrderByDescending(s => s.Id == current).ThenByDescending(s => s.SeenAt)
            .Select(s => new SessionRow(s.Id, s.Device, s.StartedAt, s.SeenAt, s.Id == current)).TagWith("Account.Sessions").ToListAsync(cancellationToken);
        Memberships = await (
            from m in db.Memberships
            where m.UserId == userId
            join o in db.Organisations on m.OrganisationId equals o.Id
            orderby o.Name, m.Role
            select new MembershipRow(m.Id, o.Name, m.Role, m.OrganisationId == acting.OrganisationId && m.Role == acting.Actor.Role)).TagWith("Account.Memberships").ToListAsync(cancellationToken);
        return true;
    }

    public async Task<IActionResult> OnPostEndAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await Own.TagWith("Account.End").SingleOrDefaultAsync(s => s.Id == id, cancellationToken) is not { } session)
            return NotFound();
        session.End(acting.Now);
        await db.SaveChangesAsync(cancellationToken);
        TempData["Gelukt"] = $"{session.Device} is afgemeld.";
        return Redirect("/account");
    }

    /// <summary>Goes on for another organisation, in this session only.</summary>
    public async Task<IActionResult> OnPostSwitchAsync(Guid id, CancellationToken cancellationToken)
    {
        var current = ActorMiddleware.SessionOf(User);
        if (await db.Memberships.TagWith("Account.Switch").SingleOrDefaultAsync(m => m.Id == id && m.UserId == acting.UserId, cancellationToken) is not { } membership)
            return NotFound();
        (await Own.TagWith("Account.Current").SingleAsync(s => s.Id == current, cancellationToken)).SwitchTo(membership, acting.Now);
        await db.SaveChangesAsync(cancellationToken);
        return LocalRedirect(HomePages.Of(membership.Role));
    }

    private IQueryable<Session> Own => db.Sessions.Where(s => s.UserId == acting.UserId);
}
