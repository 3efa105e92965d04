using Marketplace.Data;
using Marketplace.Data.FollowUp;
using Marketplace.Data.Placements;
using Marketplace.Data.Privacy;
using Marketplace.Domain.FollowUp;
using Marketplace.Domain.Organisations;
using Marketplace.Domain.People;
using Marketplace.Domain.Regulations;
using Marketplace.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Web.Pages.FollowUp;

/// <summary>The items of Te doen: everything up to Sunday, and the first of what comes later.</summary>
/// <param name="Items">In order of their date.</param>
/// <param name="LaterCount">How many come later, shown or not.</param>
public sealed record InboxItems(IReadOnlyList<InboxItem> Items, int LaterCount)
{
    /// <summary>So many of a group are shown at first, those with the oldest date; its heading counts all of them.</summary>
    public const int MostInGroup = 40;

    private const int MostLater = 20;

    public IReadOnlyList<InboxItem> In(InboxGroup group, DateOnly today) => [.. Items.Where(i => i.GroupOn(today) == group)];

    /// <summary>The items of the actor, or the overdue ones of colleagues.</summary>
    public static async Task<InboxItems> ReadAsync(
        MarketplaceDbContext db, Acting acting, IdentityVault vault, RegulationBook book, bool team, CancellationToken cancellationToken)
    {
        var today = acting.Today;
        var sunday = InboxItem.SundayOf(today);
        var reminders = (team ? db.OverdueOfOthers(acting, book) : db.RemindersOf(acting.Actor)).AsNoTracking().Open();
        var rows = await db.Rows(reminders.Where(r => r.SendOn <= sunday || r.LegalDate < today)).TagWith("Inbox.Reminders").ToListAsync(cancellationToken);
        var later = reminders.Where(r => r.SendOn > sunday && r.LegalDate >= today);
        rows.AddRange(await db.Rows(later.OrderBy(r => r.SendOn).ThenBy(r => r.Id).Take(MostLater)).TagWith("Inbox.Later").ToListAsync(cancellationToken));
        var laterCount = await later.CountItemsAsync(cancellationToken);
        var open = (team ? db.OverdueStepsOfOthers(acting, book).Where(s => s.DoneAt == null && !s.IsVoid) : db.OpenSteps.OpenFor(acting.Actor)).AsNoTracking();
        var laterSteps = open.Where(s => s.SendOn > sunday && s.DueOn >= today);
        var steps = await db.Rows(open.Where(s => s.SendOn <= sunday || s.DueOn < today)).TagWith("Inbox.Steps").ToListAsync(cancellationToken);

        // An adviser looks back at every job of a region one day: thousands of steps that nobody reads before their time.
        steps.AddRange(await db.Rows(laterSteps.OrderBy(s => s.SendOn).ThenBy(s => s.Id).Take(MostLater)).TagWith("Inbox.StepsLater").ToListAsync(cancellationToken));
        laterCount += await laterSteps.TagWith("Inbox.CountLaterSteps").CountAsync(cancellationToken);

        var names = acting.Actor.Role == Role.Employer
            ? await NamesAsync(db, acting, vault, [.. rows.Select(r => r.PersonId).Concat(steps.Where(s => s.PlacementId is not null).Select(s => s.PersonId!.Value)).Distinct()], cancellationToken)
            : null;
        InboxItem[] items =
        [
            .. InboxItem.OfReminders(rows, acting.Actor.Role is Role.Employer or Role.Consultant or Role.JobCoach, row => names is null ? row.PersonCode : names.GetValueOrDefault(row.PersonId)?.FirstName ?? ""),
            .. steps.Select(row => InboxItem.OfStep(row, NameOf(row))),
        ];
        return new InboxItems(
            [.. items.OrderBy(i => i.DueOn).ThenBy(i => i.SendOn).ThenBy(i => i.Title, StringComparer.Ordinal)],
            laterCount);

        // An adviser reads of a person what the employer reads, so that the two can talk, and no more.
        string NameOf(StepRow row) => names is not null && row.PlacementId is not null ? names.GetValueOrDefault(row.PersonId ?? Guid.Empty)?.FirstName ?? ""
            : names is null && row.Recipient != Recipient.Adviser ? row.PersonCode
            : row.EmployerCode.Length > 0 ? $"Kandidaat {row.EmployerCode}" : "";
    }

    /// <summary>Of whom works at the own organisation. A manager also has items about placements elsewhere that it manages: without a name.</summary>
    private static async Task<IReadOnlyDictionary<Guid, IdentityFacts>> NamesAsync(
        MarketplaceDbContext db, Acting acting, IdentityVault vault, IReadOnlyCollection<Guid> people, CancellationToken cancellationToken)
    {
        var own = await db.PlacementsVisibleTo(acting.Actor).Where(p => people.Contains(p.PersonId)).Select(p => p.PersonId).Distinct()
            .TagWith("Inbox.OwnPeople").ToListAsync(cancellationToken);
        return await vault.ReadAsync(own, "Te doen: voornaam van wie bij u werkt", cancellationToken);
    }
}
