using Marketplace.Domain.FollowUp;
using Marketplace.Domain.Placements;
using Marketplace.Domain.Regulations;
using Marketplace.Domain.Reminders;
using Marketplace.Domain.Shared;
using Marketplace.Domain.Vocabulary;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Data.FollowUp;

/// <summary>The lines of people as candidates (REVIEW_6M, LADDER, SCORE_OLD), computed again from the facts that the database holds.</summary>
public static class PersonFollowUpRows
{
    private static readonly string[] Paid = [Forms.Regular, Forms.Secondment, Forms.Sheltered];

    /// <summary>Changes and adds rows for these people; the caller saves.</summary>
    public static async Task RenewPeopleAsync(this MarketplaceDbContext db, IReadOnlyCollection<Guid> ids, RegulationBook book, Act act, CancellationToken cancellationToken)
    {
        var people = await db.People.TagWith("PersonFollowUp.Facts").Where(p => ids.Contains(p.Id) && p.HelpedUntil == null).Select(p => new
        {
            p.Id,
            p.ConsultantId,
            p.CreatedOn,
            Facts = new CandidateFacts(
                p.Code,
                db.Placements.Any(x => x.PersonId == p.Id && x.State == PlacementState.Running && Paid.Contains(x.Terms.Form)),
                p.LastReviewOn,
                p.LadderMeasuredOn,
                p.Capacities.Min(c => (DateOnly?)c.On)),
        }).ToListAsync(cancellationToken);
        var reminders = (await db.Reminders.TagWith("PersonFollowUp.Reminders").Where(r => ids.Contains(r.SubjectId)).ToListAsync(cancellationToken)).ToLookup(r => r.SubjectId);
        var steps = (await db.OpenSteps.TagWith("PersonFollowUp.Steps")
            .Where(s => s.Kind == StepKind.MissingFact && s.PlacementId == null && s.DoneAt == null && !s.IsVoid && ids.Contains(s.PersonId!.Value))
            .ToListAsync(cancellationToken)).ToLookup(s => s.PersonId);
        foreach (var person in people)
        {
            var followUp = new PersonFollowUp(person.Id, person.ConsultantId, person.CreatedOn, person.Facts, reminders[person.Id], steps[person.Id]);
            followUp.Renew(book, act);
            db.Keep(followUp);
        }
    }

    /// <summary>Saves what was changed about a person and, in the same transaction, the lines that follow from it now.</summary>
    public static async Task SaveAndRenewAsync(this MarketplaceDbContext db, Guid personId, RegulationBook book, Act act, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await db.RenewPeopleAsync([personId], book, act, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }
}
