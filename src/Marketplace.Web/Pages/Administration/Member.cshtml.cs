using System.ComponentModel.DataAnnotations;
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

namespace Marketplace.Web.Pages.Administration;

/// <summary>One member of an organisation: block, with what waits to a named colleague in the same transaction, and unblock.</summary>
public sealed class MemberModel(MarketplaceDbContext db, HandOver handOver, SecondStep second, Entrance entrance, AccountMail mail, Acting acting) : PageModel, IFormPage
{
    public sealed class Input
    {
        [Display(Name = "Wie neemt het werk over?")]
        public Guid? Colleague { get; set; }
    }

    [BindProperty]
    public Input In { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public Membership Member { get; private set; } = null!;
    public string Name { get; private set; } = "";
    public string Email { get; private set; } = "";
    public string Organisation { get; private set; } = "";

    /// <summary>How much stands in this name.</summary>
    public int OnName { get; private set; }

    public IReadOnlyList<Choice> Colleagues { get; private set; } = [];
    public bool MayChange { get; private set; }
    /// <summary>The second step is on, and no organisation of this user works outside the regions of the administrator.</summary>
    public bool MayTurnOffCode { get; private set; }

    public bool IsSelf => Member.UserId == acting.Actor.UserId;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await LoadAsync(cancellationToken) ? Page() : NotFound();

    public async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        var row = await (
            from m in db.MembershipsManagedBy(acting.Actor)
            where m.Id == Id
            join u in db.Users on m.UserId equals u.Id
            join o in db.Organisations on m.OrganisationId equals o.Id
            select new { Member = m, u.DisplayName, u.Email, o.Name, Regions = o.Regions.Select(r => r.RegionCode).ToList() }).TagWith("Member.Find").SingleOrDefaultAsync(cancellationToken);
        if (row is null)
            return false;
        (Member, Name, Email, Organisation) = (row.Member, row.DisplayName, row.Email!, row.Name);
        MayChange = RoleRules.May(acting.Actor, Member.Role, row.Regions);
        var whole = db.Organisations.Where(o => o.Regions.All(r => acting.Actor.Regions.Contains(r.RegionCode))).Select(o => o.Id);
        MayTurnOffCode = MayChange && await db.Users.TagWith("Member.MayTurnOffCode").AnyAsync(u => u.Id == Member.UserId && u.TwoFactorEnabled
            && !db.Memberships.IgnoreQueryFilters().Any(m => m.UserId == u.Id && !whole.Contains(m.OrganisationId)), cancellationToken);
        OnName = await handOver.CountAsync(Member, cancellationToken);
        var colleagues = await (
            from m in db.ColleaguesOf(Member)
            join u in db.Users on m.UserId equals u.Id
            orderby u.DisplayName
            select new { m.UserId, u.DisplayName }).TagWith("Member.Colleagues").ToListAsync(cancellationToken);
        Colleagues = [.. colleagues.Select(c => new Choice(c.UserId.ToString(), c.DisplayName))];
        return true;
    }

    public Task<IActionResult> OnPostBlockAsync(CancellationToken cancellationToken) => ChangeAsync(async () =>
    {
        Member.Block(acting.Now);
        if (OnName > 0 && Colleagues.Count > 0 && !await IsGivenAsync(cancellationToken))
            return null;
        foreach (var session in await db.Sessions.Where(s => s.MembershipId == Id && s.EndedAt == null).TagWith("Member.Sessions").ToListAsync(cancellationToken))
            session.End(acting.Now);
        return $"{Name} is geblokkeerd.";
    }, cancellationToken);

    public Task<IActionResult> OnPostUnblockAsync(CancellationToken cancellationToken) => ChangeAsync(() =>
    {
        Member.Unblock();
        return Task.FromResult<string?>($"{Name} kan weer inloggen.");
    }, cancellationToken);

    public Task<IActionResult> OnPostHandOverAsync(CancellationToken cancellationToken) =>
        ChangeAsync(async () => await IsGivenAsync(cancellationToken) ? $"Het werk van {Name} is doorgegeven." : null, cancellationToken);

    /// <summary>For who lost the telephone and the recovery codes, and was known by voice or face.</summary>
    public Task<IActionResult> OnPostCodeOffAsync(CancellationToken cancellationToken) => ChangeAsync(async () =>
    {
        if (!MayTurnOffCode)
            throw new RefusalException(Refusal.NotInThisState);
        var user = await db.Users.TagWith("Member.User").SingleAsync(u => u.Id == Member.UserId, cancellationToken);
        await second.TurnOffAsync(user, cancellationToken);
        await entrance.EndSessionsAsync(user.Id, null, cancellationToken);
        mail.Changed(user, "Een beheerder zette de code op uw telefoon uit.", acting.Now);
        return $"De code van {Name} staat uit.";
    }, cancellationToken);

    /// <param name="change">Says what was done; null: a colleague must be chosen, and nothing is saved.</param>
    private async Task<IActionResult> ChangeAsync(Func<Task<string?>> change, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
            return NotFound();
        if (!MayChange)
            throw new RefusalException(Refusal.RoleNotYoursToGive);
        if (await change() is not { } done)
        {
            ModelState.AddModelError("In.Colleague", Sentences.Of(Refusal.ColleagueNeeded));
            return Page();
        }

        TempData["Gelukt"] = done;
        await db.SaveChangesAsync(cancellationToken);
        return Redirect($"/beheer/gebruikers/{Id}");
    }

    /// <summary>False: a colleague of the list must be chosen first.</summary>
    private async Task<bool> IsGivenAsync(CancellationToken cancellationToken)
    {
        if (In.Colleague is not { } to || Colleagues.All(c => c.Value != to.ToString()))
            return false;
        await handOver.GiveAsync(Member, to, cancellationToken);
        return true;
    }
}
