using System.Globalization;
using Marketplace.Domain.Organisations;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Data.Organisations;

/// <summary>Organisations and users of the regions of who asks: what an administrator manages, and for whom an adviser works.</summary>
public static class AccountQueries
{
    /// <summary>Organisations of the actor's regions.</summary>
    public static IQueryable<Organisation> InRegionsOf(this IQueryable<Organisation> organisations, Actor actor)
    {
        var regions = actor.Regions;
        return organisations.Where(o => o.Regions.Any(r => regions.Contains(r.RegionCode)));
    }

    /// <summary>
    /// Whether another organisation of these regions has this name, whatever its capitals, accents and spaces. Compared here, because SQLite
    /// knows no capitals beyond ASCII.
    /// </summary>
    /// <param name="db">The database.</param>
    /// <param name="name">The name.</param>
    /// <param name="regions">Codes of the regions.</param>
    /// <param name="itself">The organisation that is called so; null for a new one.</param>
    /// <param name="cancellationToken">Stops the question.</param>
    public static async Task<bool> HasOrganisationAsync(this MarketplaceDbContext db, string name, IReadOnlyCollection<string> regions, Guid? itself, CancellationToken cancellationToken)
    {
        var names = await db.Organisations.Where(o => o.Id != itself && o.Regions.Any(r => regions.Contains(r.RegionCode)))
            .Select(o => o.Name).TagWith("Organisations.Names").ToListAsync(cancellationToken);
        return names.Exists(n => CultureInfo.InvariantCulture.CompareInfo.Compare(n, name, CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace | CompareOptions.IgnoreSymbols) == 0);
    }

    /// <summary>Organisations of the adviser's regions where somebody posts work: those for which an adviser may begin something.</summary>
    public static IQueryable<Organisation> PostersOf(this MarketplaceDbContext db, Actor adviser) =>
        db.Organisations.InRegionsOf(adviser).Where(o => db.Memberships.Any(m => m.OrganisationId == o.Id && m.Role == Role.Employer));

    /// <summary>Memberships in the own regions, blocked ones too.</summary>
    public static IQueryable<Membership> MembershipsManagedBy(this MarketplaceDbContext db, Actor actor)
    {
        var mine = db.Organisations.InRegionsOf(actor).Select(o => o.Id);
        return actor.Role == Role.Administrator
            ? db.Memberships.IgnoreQueryFilters().Where(m => mine.Contains(m.OrganisationId))
            : db.Memberships.Where(m => false);
    }

    /// <summary>Invitations that still wait, in the own regions: all for an administrator, those of employers for an adviser.</summary>
    public static IQueryable<Invitation> OpenInvitationsManagedBy(this MarketplaceDbContext db, Actor actor)
    {
        var mine = db.Organisations.InRegionsOf(actor).Select(o => o.Id);
        var open = db.Invitations.Where(i => i.UsedAt == null && i.WithdrawnAt == null && mine.Contains(i.OrganisationId));
        return actor.Role switch
        {
            Role.Administrator => open,
            Role.EmployerAdviser => open.Where(i => i.Role == Role.Employer),
            _ => open.Where(i => false),
        };
    }

    /// <summary>Colleagues who can take over: active, in the same role at the same organisation.</summary>
    public static IQueryable<Membership> ColleaguesOf(this MarketplaceDbContext db, Membership membership) => db.Memberships.Where(m =>
        m.OrganisationId == membership.OrganisationId && m.Role == membership.Role && m.UserId != membership.UserId);

    /// <summary>Sessions that have not ended.</summary>
    public static IQueryable<Session> Open(this IQueryable<Session> sessions, DateTime now)
    {
        var (since, began) = (now - Session.Idle, now - Session.Longest);
        return sessions.Where(s => s.EndedAt == null && s.SeenAt > since && s.StartedAt > began);
    }
}
