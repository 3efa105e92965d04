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

    /// <param name="PersonId">Whose it is.</param>
    /// <param name="ConsultantId">Who asks again.</param>
    /// <param name="Purpose">For what.</param>
    /// <param name="Until">The last day.</param>
    public sealed record Ending(Guid PersonId, Guid ConsultantId, ConsentPurpose Purpose, DateOnly Until);

    /// <summary>Consents that end soon, for which nobody was asked yet. One item for one end: also when it was answered and no new consent came.</summary>
    public static IQueryable<Ending> NotAsked(MarketplaceDbContext db, DateOnly today)
    {
        var limit = today.AddDays(DaysBefore);
        return
            from p in db.People
            from c in p.Consents
            where c.State == ConsentState.Given && (c.Purpose == ConsentPurpose.Found || c.Purpose == ConsentPurpose.Proposed)
                && c.Until >= today && c.Until <= limit
                && !db.OpenSteps.Any(s => s.Kind == StepKind.ConsentEnds && !s.IsVoid && s.PersonId == p.Id && s.DueOn == c.Until
                    && s.About == (c.Purpose == ConsentPurpose.Found ? nameof(ConsentPurpose.Found) : nameof(ConsentPurpose.Proposed)))
            select new Ending(p.Id, p.ConsultantId, c.Purpose, c.Until!.Value);
    }

    /// <summary>People whose consent to be proposed has run out and was not ended.</summary>
    public static IQueryable<Person> Over(MarketplaceDbContext db, DateOnly today) => db.People.Where(p => p.Consents.Any(c =>
        c.Purpose == ConsentPurpose.Proposed && c.State == ConsentState.Given && c.Until < today));

    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var act = new Act(Actor.Program, clock.GetUtcNow().UtcDateTime, clock.Today());
        return await AskAgainAsync(act, cancellationToken) + await WithdrawAsync(act, cancellationToken);
    }

    private async Task<int> AskAgainAsync(Act act, CancellationToken cancellationToken)
    {
        var ending = await NotAsked(db, act.Today).TagWith("ConsentEndsSoon.Ending").ToListAsync(cancellationToken);
        db.OpenSteps.AddRange(ending.Select(e => new OpenStep(StepKind.ConsentEnds, Recipient.Consultant, e.ConsultantId, null, act.Today, e.Until)
        {
            PersonId = e.PersonId,
            About = e.Purpose.ToString(),
        }));
        await db.SaveChangesAsync(cancellationToken);
        return ending.Count;
    }

    private async Task<int> WithdrawAsync(Act act, CancellationToken cancellationToken)
    {
        var over = await Over(db, act.Today).Select(p => p.Id)
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
