using Marketplace.Data;
using Marketplace.Domain.FollowUp;
using Marketplace.Domain.Organisations;
using Marketplace.Domain.People;
using Marketplace.Domain.Proposals;
using Marketplace.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Jobs;

/// <summary>
/// Thirty days before a consent ends the consultant is asked to ask again. When consent to be proposed has run out, open proposals are
/// withdrawn: nobody is offered without a yes.
/// </summary>
public sealed class ConsentEndsSoon(MarketplaceDbContext db, TimeProvider clock) : IJob
{
    /// <summary>Days before the end on which the consultant is asked.</summary>
    public const int DaysBefore = 30;

    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var act = new Act(Actor.Program, clock.GetUtcNow().UtcDateTime, clock.Today());
        return await AskAgainAsync(act, cancellationToken) + await WithdrawAsync(act, cancellationToken);
    }

    private async Task<int> AskAgainAsync(Act act, CancellationToken cancellationToken)
    {
        var limit = act.Today.AddDays(DaysBefore);
        var ending = await (
            from p in db.People
            from c in p.Consents
            where c.State == ConsentState.Given && (c.Purpose == ConsentPurpose.Found || c.Purpose == ConsentPurpose.Proposed)
                && c.Until >= act.Today && c.Until <= limit
            select new { p.Id, p.ConsultantId, c.Purpose, Until = c.Until!.Value }).TagWith("ConsentEndsSoon.Ending").ToListAsync(cancellationToken);
        var ids = ending.Select(e => e.Id).Distinct().ToList();

        // One item for one end: also when it was answered with "klaar" and no new consent came.
        var asked = (await db.OpenSteps.Where(s => s.Kind == StepKind.ConsentEnds && !s.IsVoid && ids.Contains(s.PersonId!.Value))
            .Select(s => new { PersonId = s.PersonId!.Value, s.About, s.DueOn }).TagWith("ConsentEndsSoon.Asked").ToListAsync(cancellationToken)).ToHashSet();
        var added = ending.Where(e => !asked.Contains(new { PersonId = e.Id, About = e.Purpose.ToString(), DueOn = e.Until })).ToList();
        db.OpenSteps.AddRange(added.Select(e => new OpenStep(StepKind.ConsentEnds, Recipient.Consultant, e.ConsultantId, null, act.Today, e.Until)
        {
            PersonId = e.Id,
            About = e.Purpose.ToString(),
        }));
        await db.SaveChangesAsync(cancellationToken);
        return added.Count;
    }

    private async Task<int> WithdrawAsync(Act act, CancellationToken cancellationToken)
    {
        var over = await db.People.Where(p => p.Consents.Any(c =>
            c.Purpose == ConsentPurpose.Proposed && c.State == ConsentState.Given && c.Until < act.Today)).Select(p => p.Id)
            .TagWith("ConsentEndsSoon.Over").ToListAsync(cancellationToken);
        var handled = 0;
        foreach (var id in over)
        {
            db.ChangeTracker.Clear();
            var person = await db.People.Include(p => p.Consents).TagWith("ConsentEndsSoon.Person").SingleAsync(p => p.Id == id, cancellationToken);
            var proposals = await db.Proposals.TagWith("ConsentEndsSoon.Proposals").Where(p => p.PersonId == id
                && (p.State == ProposalState.Proposed || p.State == ProposalState.WantsToMeet)).ToListAsync(cancellationToken);
            var introductions = await db.Introductions.TagWith("ConsentEndsSoon.Introductions").Where(i => i.PersonId == id).ToListAsync(cancellationToken);
            StopConsent.ToBeProposed(person, proposals, introductions, act);
            var withdrawn = proposals.Where(p => p.State == ProposalState.Withdrawn).Select(p => (Guid?)p.Id).ToList();
            foreach (var step in await db.OpenSteps.TagWith("ConsentEndsSoon.Steps")
                .Where(s => s.DoneAt == null && !s.IsVoid && withdrawn.Contains(s.ProposalId)).ToListAsync(cancellationToken))
            {
                step.Void();
            }

            handled += await db.TrySaveAsync(cancellationToken) ? 1 : 0;
        }

        return handled;
    }
}
