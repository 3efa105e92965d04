using Marketplace.Domain.FollowUp;
using Marketplace.Domain.Organisations;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Data.FollowUp;

/// <summary>Te doen: a view over open reminders and open steps of who asks.</summary>
public static class InboxQueries
{
    /// <summary>How many items wait today: the number beside "Berichten".</summary>
    public static Task<int> CountOpenItemsAsync(this MarketplaceDbContext db, Actor actor, DateOnly today, CancellationToken cancellationToken) =>
        db.OpenSteps.OpenFor(actor).Where(s => s.SendOn <= today).TagWith("Inbox.Count").CountAsync(cancellationToken);

    /// <summary>Open steps of the actor: by name, or by role in the organisation that they were given to.</summary>
    public static IQueryable<OpenStep> OpenFor(this IQueryable<OpenStep> steps, Actor actor)
    {
        var recipient = RecipientOf(actor.Role);
        return steps.Where(s => s.DoneAt == null && !s.IsVoid
            && (s.UserId == actor.UserId || (s.UserId == null && s.OrganisationId == actor.OrganisationId && s.Recipient == recipient)));
    }

    /// <summary>The part of a role around work and people; null for a role that gets no items.</summary>
    public static Recipient? RecipientOf(Role? role) => role switch
    {
        Role.Consultant => Recipient.Consultant,
        Role.Employer => Recipient.Employer,
        Role.JobCoach => Recipient.JobCoach,
        Role.EmployerAdviser => Recipient.Adviser,
        _ => null,
    };
}
