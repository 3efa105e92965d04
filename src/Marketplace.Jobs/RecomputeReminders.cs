using Marketplace.Data;
using Marketplace.Data.FollowUp;
using Marketplace.Domain.FollowUp;
using Marketplace.Domain.Organisations;
using Marketplace.Domain.Placements;
using Marketplace.Domain.Regulations;
using Marketplace.Domain.Reminders;
using Marketplace.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Jobs;

/// <summary>
/// Daily: the horizon has moved and figures may have changed, so the reminders of every running placement are computed again, and the
/// lines of every person as a candidate. The same facts change nothing.
/// </summary>
public sealed class RecomputeReminders(MarketplaceDbContext db, RegulationBook book, TimeProvider clock) : IJob
{
    private const int PeopleAtOnce = 100;

    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var act = new Act(Actor.Program, clock.GetUtcNow().UtcDateTime, clock.Today());
        return await PlacementsAsync(act, cancellationToken) + await PeopleAsync(act, cancellationToken);
    }

    private async Task<int> PlacementsAsync(Act act, CancellationToken cancellationToken)
    {
        var changed = 0;
        var running = await db.Placements.TagWith("RecomputeReminders.Running").Where(p => p.State == PlacementState.Running).Select(p => p.Id).ToListAsync(cancellationToken);
        foreach (var id in running)
        {
            db.ChangeTracker.Clear();
            var followUp = (await db.FollowUpOfAsync(id, cancellationToken))!;
            followUp.Renew(book, act);
            db.Keep(followUp);
            changed += db.ChangeTracker.HasChanges() && await db.TrySaveAsync(cancellationToken) ? 1 : 0;
        }

        return changed;
    }

    private async Task<int> PeopleAsync(Act act, CancellationToken cancellationToken)
    {
        var changed = 0;
        var everybody = await db.People.TagWith("RecomputeReminders.People").OrderBy(p => p.Id).Select(p => p.Id).ToListAsync(cancellationToken);
        foreach (var ids in everybody.Chunk(PeopleAtOnce))
        {
            db.ChangeTracker.Clear();
            var people = await db.People.TagWith("RecomputeReminders.Facts").Where(p => ids.Contains(p.Id)).Select(p => new
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
            var reminders = (await db.Reminders.TagWith("RecomputeReminders.Reminders").Where(r => ids.Contains(r.SubjectId)).ToListAsync(cancellationToken)).ToLookup(r => r.SubjectId);
            var steps = (await db.OpenSteps.TagWith("RecomputeReminders.Steps")
                .Where(s => s.Kind == StepKind.MissingFact && s.PlacementId == null && s.DoneAt == null && !s.IsVoid && ids.Contains(s.PersonId!.Value))
                .ToListAsync(cancellationToken)).ToLookup(s => s.PersonId);
            foreach (var person in people)
            {
                var followUp = new PersonFollowUp(person.Id, person.ConsultantId, person.CreatedOn, person.Facts, reminders[person.Id], steps[person.Id]);
                followUp.Renew(book, act);
                db.Keep(followUp);
            }

            var lines = db.ChangeTracker.Entries<Reminder>().Count(e => e.State != EntityState.Unchanged);
            changed += await db.TrySaveAsync(cancellationToken) ? lines : 0;
        }

        return changed;
    }

    private static readonly string[] Paid = [Domain.Vocabulary.Forms.Regular, Domain.Vocabulary.Forms.Secondment, Domain.Vocabulary.Forms.Sheltered];
}
