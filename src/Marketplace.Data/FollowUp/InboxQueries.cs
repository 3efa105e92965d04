using Marketplace.Domain.FollowUp;
using Marketplace.Domain.Organisations;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Data.FollowUp;

/// <summary>Te doen: a view over reminders and open steps of who asks (lists.md §8).</summary>
public static class InboxQueries
{
    /// <summary>
    /// How many items wait today: the number beside "Berichten". FU_* and DOORSTROOM of one placement and date count once, and so does a
    /// line that is sent more than once.
    /// </summary>
    public static async Task<int> CountOpenItemsAsync(this MarketplaceDbContext db, Actor actor, DateOnly today, CancellationToken cancellationToken) =>
        await db.OpenSteps.OpenFor(actor).Where(s => s.SendOn <= today || s.DueOn < today).TagWith("Inbox.Count").CountAsync(cancellationToken)
        + await db.RemindersOf(actor).Open().WaitingOn(today).CountItemsAsync(cancellationToken);

    /// <summary>Lines that are one item count once.</summary>
    public static Task<int> CountItemsAsync(this IQueryable<Reminder> reminders, CancellationToken cancellationToken) => reminders
        .Select(r => new { r.SubjectId, r.LegalDate, Matter = r.Code == "DOORSTROOM" || r.Code.StartsWith("FU_") ? "" : r.Code })
        .Distinct().TagWith("Inbox.CountReminders").CountAsync(cancellationToken);

    /// <summary>Open steps of the actor: by name, or by role in the organisation that they were given to.</summary>
    public static IQueryable<OpenStep> OpenFor(this IQueryable<OpenStep> steps, Actor actor) =>
        steps.StepsOf(actor).Where(s => s.DoneAt == null && !s.IsVoid);

    /// <summary>
    /// Steps of the actor, also those that are done: by name in the role for which they are, because somebody may have another role elsewhere,
    /// where it is not to be read.
    /// </summary>
    public static IQueryable<OpenStep> StepsOf(this IQueryable<OpenStep> steps, Actor actor)
    {
        var recipient = RecipientOf(actor.Role);
        return steps.Where(s => (s.UserId == actor.UserId && s.Recipient == recipient)
            || (s.UserId == null && s.OrganisationId == actor.OrganisationId
                && (s.Recipient == recipient || (s.Recipient == Recipient.Manager && actor.IsManager))));
    }

    /// <summary>
    /// Reminders of the actor, in any state: of the consultant and the job coach by name, of the employer by organisation, of the manager by
    /// the mark <i>leidinggevende</i> in the organisation that manages the placement. Nothing of people whose help has ended. Without a job coach or a manager the consultant has
    /// their part; the part of the manager also goes to the administrators of that organisation.
    /// </summary>
    public static IQueryable<Reminder> RemindersOf(this MarketplaceDbContext db, Actor actor)
    {
        var (user, organisation, isManager) = (actor.UserId, actor.OrganisationId, actor.IsManager);

        // Whose lines they are is asked as lists of ids, so that a database finds the few of one colleague by index: this is counted for every page.
        var managed = db.Placements.Where(p => isManager && p.ManagedById == organisation).Select(p => (Guid?)p.Id);
        var own = actor.Role switch
        {
            Role.Consultant => db.Placements.Where(p => p.ConsultantId == user),
            Role.JobCoach => db.Placements.Where(p => p.CoachId == user),
            Role.Employer => db.Placements.Where(p => p.EmployerId == organisation),
            _ => db.Placements.Where(p => false),
        };
        var all = own.Select(p => (Guid?)p.Id);
        switch (actor.Role)
        {
            case Role.Consultant:
                var withoutCoach = own.Where(p => p.CoachId == null).Select(p => (Guid?)p.Id);
                var withoutManager = own.Where(p => !db.Memberships.Any(m => m.OrganisationId == p.ManagedById && m.IsManager)).Select(p => (Guid?)p.Id);
                var people = db.People.Where(p => p.ConsultantId == user && p.HelpedUntil == null).Select(p => (Guid?)p.Id);
                return db.Reminders.Where(r =>
                    (r.Recipient == Recipient.Consultant && all.Contains(r.PlacementId))
                    || (r.Recipient == Recipient.JobCoach && withoutCoach.Contains(r.PlacementId))
                    || (r.Recipient == Recipient.Manager && (withoutManager.Contains(r.PlacementId) || managed.Contains(r.PlacementId)))
                    || people.Contains(r.PersonId));
            case Role.JobCoach:
                return db.Reminders.Where(r =>
                    (r.Recipient == Recipient.JobCoach && all.Contains(r.PlacementId)) || (r.Recipient == Recipient.Manager && managed.Contains(r.PlacementId)));
            case Role.Employer:
                return db.Reminders.Where(r =>
                    (r.Recipient == Recipient.Employer && all.Contains(r.PlacementId)) || (r.Recipient == Recipient.Manager && managed.Contains(r.PlacementId)));
            case Role.Administrator:
                var unmanaged = db.Placements.Where(p => p.ManagedById == organisation
                    && (isManager || !db.Memberships.Any(m => m.OrganisationId == organisation && m.IsManager))).Select(p => (Guid?)p.Id);
                return db.Reminders.Where(r => r.Recipient == Recipient.Manager && unmanaged.Contains(r.PlacementId));
            default:
                return db.Reminders.Where(r => r.Recipient == Recipient.Manager && managed.Contains(r.PlacementId));
        }
    }

    /// <summary>
    /// Overdue reminders of others that the actor may answer: of colleagues with the same role in the same organisation after so many days;
    /// for a manager of everybody in the own organisation and of the placements that it manages. An employer has no colleagues here: what a
    /// consultant of the same municipality does is about people. In any state, so that it can be undone.
    /// </summary>
    /// <param name="db">The database.</param>
    /// <param name="actor">Who asks.</param>
    /// <param name="colleagueDay">Legal dates on or before this day go to a colleague (<c>reminder.escalation</c>).</param>
    /// <param name="managerDay">Legal dates on or before this day go to the manager.</param>
    public static IQueryable<Reminder> OverdueOfOthers(this MarketplaceDbContext db, Actor actor, DateOnly colleagueDay, DateOnly managerDay)
    {
        var recipient = RecipientOf(actor.Role);
        var (user, organisation, isManager, isStaff) = (actor.UserId, actor.OrganisationId, actor.IsManager, actor.Role is Role.Consultant or Role.JobCoach);
        var isEmployer = actor.Role == Role.Employer;
        var colleagues = db.Memberships.Where(m => !isEmployer && m.OrganisationId == organisation && m.UserId != user
            && (m.Role == Role.Consultant || m.Role == Role.JobCoach)
            && (isManager || m.Role == actor.Role));
        return db.Reminders.Where(r =>
            (r.Recipient == Recipient.Consultant || r.Recipient == Recipient.JobCoach)
            && ((isStaff && r.Recipient == recipient && r.LegalDate <= colleagueDay) || (isManager && r.LegalDate <= managerDay))
            && (db.People.Any(p => p.Id == r.PersonId && p.HelpedUntil == null && colleagues.Any(m => m.UserId == p.ConsultantId))
                || db.Placements.Any(p => p.Id == r.PlacementId && (
                    colleagues.Any(m => m.UserId == (r.Recipient == Recipient.Consultant || p.CoachId == null ? p.ConsultantId : p.CoachId))
                    || (isManager && p.ManagedById == organisation && r.LegalDate <= managerDay
                        && (r.Recipient == Recipient.Consultant || p.CoachId == null ? p.ConsultantId : p.CoachId) != user)))));
    }

    /// <summary>Overdue steps of colleagues with the same role in the same organisation; for a manager of every colleague, but not for an employer.</summary>
    /// <inheritdoc cref="OverdueOfOthers" path="/param"/>
    public static IQueryable<OpenStep> OverdueStepsOfOthers(this MarketplaceDbContext db, Actor actor, DateOnly colleagueDay, DateOnly managerDay)
    {
        var recipient = RecipientOf(actor.Role);
        var (user, organisation, isManager) = (actor.UserId, actor.OrganisationId, actor.IsManager && actor.Role != Role.Employer);
        return db.OpenSteps.Where(s => s.UserId != null && s.UserId != user
            && db.Memberships.Any(m => m.UserId == s.UserId && m.OrganisationId == organisation
                && ((m.Role == actor.Role && s.Recipient == recipient && s.DueOn <= colleagueDay) || (isManager && s.DueOn <= managerDay))));
    }

    public static IQueryable<Reminder> Open(this IQueryable<Reminder> reminders) =>
        reminders.Where(r => r.State == ReminderState.Planned || r.State == ReminderState.Due);

    /// <summary>Te laat and Vandaag: the sending day has come, or the date has passed.</summary>
    public static IQueryable<Reminder> WaitingOn(this IQueryable<Reminder> reminders, DateOnly today) =>
        reminders.Where(r => r.SendOn <= today || r.LegalDate < today);

    /// <summary>The part of a role around work and people; null for a role that has none.</summary>
    public static Recipient? RecipientOf(Role? role) => role switch
    {
        Role.Consultant => Recipient.Consultant,
        Role.Employer => Recipient.Employer,
        Role.JobCoach => Recipient.JobCoach,
        Role.EmployerAdviser => Recipient.Adviser,
        _ => null,
    };
}
