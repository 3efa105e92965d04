using Marketplace.Data.Proposals;
using Marketplace.Domain.Imports;
using Marketplace.Domain.People;
using Marketplace.Domain.Placements;
using Marketplace.Domain.Privacy;
using Marketplace.Domain.Proposals;
using Marketplace.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Data.Privacy;

/// <summary>What was kept long enough (<see cref="KeptFor"/>), and everything that goes with it.</summary>
public static class ForgettingQueries
{
    /// <summary>People whose help ended on or before a day, and of whom no work is agreed, runs, or ended after it.</summary>
    public static IQueryable<Person> HelpedUntil(this MarketplaceDbContext db, DateOnly until) => db.People.Where(p =>
        p.HelpedUntil <= until
        && !db.Placements.Any(x => x.PersonId == p.Id && (x.State == PlacementState.Agreed || x.State == PlacementState.Running || x.LastDay > until)));

    /// <summary>Marks a person and all that is kept of the person as removed; what hangs on the person alone goes along in the database. The caller saves.</summary>
    public static async Task ForgetAsync(this MarketplaceDbContext db, Person person, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(person);
        var placements = db.Placements.Where(p => p.PersonId == person.Id).Select(p => (Guid?)p.Id);
        var proposals = db.Proposals.Where(p => p.PersonId == person.Id).Select(p => (Guid?)p.Id);
        db.RemoveRange(await db.OpenSteps.TagWith("Forget.Steps")
            .Where(s => s.PersonId == person.Id || placements.Contains(s.PlacementId) || proposals.Contains(s.ProposalId)).ToListAsync(cancellationToken));
        db.RemoveRange(await db.Reminders.TagWith("Forget.Reminders").Where(r => r.PersonId == person.Id || placements.Contains(r.PlacementId)).ToListAsync(cancellationToken));
        db.RemoveRange(await db.FollowUpRecords.TagWith("Forget.Records").Where(r => placements.Contains(r.PlacementId)).ToListAsync(cancellationToken));
        db.RemoveRange(await db.Placements.TagWith("Forget.Placements").Where(p => p.PersonId == person.Id).ToListAsync(cancellationToken));
        db.RemoveRange(await db.Introductions.TagWith("Forget.Introductions").Where(i => i.PersonId == person.Id).ToListAsync(cancellationToken));
        db.RemoveRange(await db.Proposals.TagWith("Forget.Proposals").Where(p => p.PersonId == person.Id).ToListAsync(cancellationToken));

        // Who comes back later may be sent again.
        db.RemoveRange(await db.ImportedRows.TagWith("Forget.ImportedRows").Where(r => r.EntityId == person.Id && r.Kind == ImportKind.People).ToListAsync(cancellationToken));
        db.People.Remove(person);
    }

    /// <summary>Proposals of which nothing came, with the day on which that was clear and whether the person still agrees to be proposed.</summary>
    public static async Task<IReadOnlyList<(Guid Id, DateOnly EndedOn, bool Agrees)>> OverProposalsAsync(this MarketplaceDbContext db, DateOnly today, CancellationToken cancellationToken)
    {
        var (before, agreeing) = (KeptFor.ProposalUntil(today, agrees: false), db.People.WithConsentToBeProposed(today));
        var rows = await (
            from p in db.Proposals
            where p.ProposedOn < before && !db.Placements.Any(x => x.ProposalId == p.Id)
            from i in db.Introductions.Where(i => i.ProposalId == p.Id).DefaultIfEmpty()
            select new
            {
                p.Id,
                p.State,
                p.ProposedOn,
                Introduction = (IntroductionState?)i.State,
                LastAt = db.History.Where(h => h.EntityId == p.Id || h.EntityId == i.Id).Max(h => (DateTime?)h.At),
                Agrees = agreeing.Any(x => x.Id == p.PersonId),
            }).TagWith("Forget.OverProposals").ToListAsync(cancellationToken);
        return [.. rows.Where(r => KeptFor.IsOver(r.State, r.Introduction)).Select(r => (r.Id, r.LastAt is { } at ? DutchCalendar.DayOf(at) : r.ProposedOn, r.Agrees))];
    }
}
