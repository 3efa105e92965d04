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
    /// <summary>Proposals past a deadline for which nothing was done yet.</summary>
    public static IQueryable<Proposal> Due(MarketplaceDbContext db, DateOnly today)
    {
        var (call, expire) = (LastDay(Proposal.CallAfterWorkingDays, today), LastDay(Proposal.ExpiresAfterWorkingDays, today));
        return db.Proposals.Where(p => p.State == ProposalState.Proposed && (p.ProposedOn <= expire
            || (p.ProposedOn <= call && !db.OpenSteps.Any(s => s.ProposalId == p.Id && s.Kind == StepKind.CallAboutProposal))));
    }

    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var act = new Act(Actor.Program, clock.GetUtcNow().UtcDateTime, clock.Today());
        var handled = 0;
        var due = await Due(db, act.Today).Select(p => new { p.Id, p.ProposedOn }).TagWith("ProposalDeadlines.Due").ToListAsync(cancellationToken);
        foreach (var row in due)
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

    /// <summary>The last day of which so many working days have passed.</summary>
    private static DateOnly LastDay(int workingDays, DateOnly today)
    {
        var day = today;
        while (WorkingDays.After(day, workingDays) > today)
            day = day.AddDays(-1);
        return day;
    }

    private static void Expire(Proposal proposal, List<OpenStep> steps, Act act)
    {
        proposal.Expire(act);
        steps.ForEach(s => s.Void());
    }
}
