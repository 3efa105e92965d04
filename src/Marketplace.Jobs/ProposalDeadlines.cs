using Marketplace.Data;
using Marketplace.Domain.FollowUp;
using Marketplace.Domain.Organisations;
using Marketplace.Domain.Proposals;
using Marketplace.Domain.Reminders;
using Marketplace.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Jobs;

/// <summary>
/// A proposal without an answer: after five working days the adviser gets one task to call, after fifteen it expires. The employer gets no
/// mail about it: small employers are busy, not unwilling.
/// </summary>
public sealed class ProposalDeadlines(MarketplaceDbContext db, TimeProvider clock) : IJob
{
    private const int CallWorkingDays = 2;

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
                await AskToCallAsync(proposal, act, cancellationToken);
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

    private async Task AskToCallAsync(Proposal proposal, Act act, CancellationToken cancellationToken)
    {
        var adviser = await db.Organisations.Where(o => o.Id == proposal.OrganisationId).Select(o => o.AdviserId).TagWith("ProposalDeadlines.Adviser").SingleAsync(cancellationToken);

        // Nobody is named: the advisers of the region.
        var office = adviser is not null ? null : await db.Memberships.TagWith("ProposalDeadlines.Office")
            .Where(m => m.Role == Role.EmployerAdviser && db.Organisations.Any(o => o.Id == m.OrganisationId && o.Regions.Any(r =>
                db.Organisations.Any(e => e.Id == proposal.OrganisationId && e.Regions.Any(x => x.RegionCode == r.RegionCode)))))
            .OrderBy(m => m.Id).Select(m => (Guid?)m.OrganisationId).FirstOrDefaultAsync(cancellationToken);
        db.OpenSteps.Add(new OpenStep(StepKind.CallAboutProposal, Recipient.Adviser, adviser, office, act.Today, WorkingDays.After(act.Today, CallWorkingDays))
        {
            ProposalId = proposal.Id,
            JobId = proposal.JobId,
        });
    }
}
