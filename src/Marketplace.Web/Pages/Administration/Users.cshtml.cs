using Marketplace.Data;
using Marketplace.Data.Conventions;
using Marketplace.Data.Organisations;
using Marketplace.Domain.Organisations;
using Marketplace.Web.Access;
using Marketplace.Web.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Web.Pages.Administration;

/// <summary>Who belongs to the organisations of the own regions: invited, active or blocked.</summary>
public sealed class UsersModel(MarketplaceDbContext db, Acting acting) : PageModel
{
    private const int OnePage = 50;
    private const int MostInvited = 100;

    /// <param name="Id">The membership; of somebody who is invited, the invitation.</param>
    /// <param name="Name">On screen.</param>
    /// <param name="Email">Where mail goes.</param>
    /// <param name="Organisation">Name of it.</param>
    /// <param name="Role">In which role.</param>
    /// <param name="IsManager">Has the mark leidinggevende.</param>
    /// <param name="BlockedAt">Since when; null: not blocked.</param>
    public sealed record Row(Guid Id, string Name, string Email, string Organisation, Role Role, bool IsManager, DateTime? BlockedAt);

    [BindProperty(SupportsGet = true, Name = "zoek")]
    public string? Words { get; set; }

    [BindProperty(SupportsGet = true, Name = "pagina")]
    public int Number { get; set; } = 1;

    public Paging Paging { get; private set; }

    /// <summary>On the first page only.</summary>
    public IReadOnlyList<Row> Invited { get; private set; } = [];

    public IReadOnlyList<Row> Members { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var words = LikePattern.Containing(Words);
        var rows =
            from m in db.MembershipsManagedBy(acting.Actor)
            join u in db.Users on m.UserId equals u.Id
            join o in db.Organisations on m.OrganisationId equals o.Id
            where EF.Functions.Like(u.DisplayName, words, LikePattern.Escape) || EF.Functions.Like(u.Email!, words, LikePattern.Escape) || EF.Functions.Like(o.Name, words, LikePattern.Escape)
            orderby u.DisplayName, m.Id
            select new Row(m.Id, u.DisplayName, u.Email!, o.Name, m.Role, m.IsManager, m.BlockedAt);
        Paging = new Paging(Number, OnePage, await rows.TagWith("Users.Count").CountAsync(cancellationToken));
        Members = await rows.Skip(Paging.Before).Take(OnePage).TagWith("Users.List").ToListAsync(cancellationToken);
        if (Paging.Number > 1)
            return;
        Invited = await (
            from i in db.OpenInvitationsManagedBy(acting.Actor)
            join o in db.Organisations on i.OrganisationId equals o.Id
            where EF.Functions.Like(i.Name, words, LikePattern.Escape) || EF.Functions.Like(i.Email, words, LikePattern.Escape) || EF.Functions.Like(o.Name, words, LikePattern.Escape)
            orderby i.Name
            select new Row(i.Id, i.Name, i.Email, o.Name, i.Role, i.IsManager, null)).Take(MostInvited).TagWith("Users.Invited").ToListAsync(cancellationToken);
    }
}
