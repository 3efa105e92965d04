using Marketplace.Data;
using Marketplace.Data.Work;
using Marketplace.Domain.FollowUp;
using Marketplace.Domain.Organisations;
using Marketplace.Domain.Proposals;
using Marketplace.Domain.Reminders;
using Marketplace.Domain.Shared;
using Marketplace.Domain.Work;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Jobs;

/// <summary>
/// A proposal without an answer: after five working days the adviser gets one task to call, after fifteen it expires. The employer gets no
/// mail about it: small employers are busy, not unwilling.
/// </summary>
public sealed class ProposalDeadlines(MarketplaceDbContext db, TimeProvider clock) : IJob
{
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var act = new Act(Actor.Program, clock.GetUtcNow().UtcDateTime, clock.Today());
        var handled = 0;
        var waiting = await db.Proposals.TagWith("ProposalDeadlines.Waiting")
            .Where(p => p.State == ProposalState.Proposed).Select(p => new { p.Id, p.ProposedOn }).ToListAsync(cancellationToken);
        foreach (var row in waiting.Where(p => WorkingDays.After(p.ProposedOn, Proposal.CallAfterWorkingDays) <= act.Today))
        {
            db.ChangeTracker.Clear();
            var proposal = await db.Proposals.TagWith("ProposalDeadlines.Proposal").SingleAsync(p => p.Id == row.Id, cancellationToken);
            var steps = await db.OpenSteps.TagWith("ProposalDeadlines.Steps").Where(s => s.ProposalId == row.Id).ToListAsync(cancellationToken);
            if (WorkingDays.After(row.ProposedOn, Proposal.ExpiresAfterWorkingDays) <= act.Today)
                Expire(proposal, steps, act);
            else if (steps.TrueForAll(s => s.Kind != StepKind.CallAboutProposal))
                db.OpenSteps.Add(AdviserCall.AboutProposal(proposal, await db.AdviserOfAsync(proposal.OrganisationId, cancellationToken), act));
            else
                continue;
            handled += await db.TrySaveAsync(cancellationToken) ? 1 : 0;
        }

        return handled;
    }

    private static void Expire(Proposal proposal, List<OpenStep> steps, Act act)
    {
        proposal.Expire(act);
        steps.ForEach(s => s.Void());
    }
}
