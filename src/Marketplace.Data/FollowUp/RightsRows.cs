using Marketplace.Domain.FollowUp;
using Marketplace.Domain.People;
using Marketplace.Domain.Placements;
using Marketplace.Domain.Regulations;
using Marketplace.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Data.FollowUp;

/// <summary>What the arrangements of a placement need, and the acts that follow from them.</summary>
public static class RightsRows
{
    /// <summary>Every step about the rights of a placement, also done and void ones.</summary>
    public static IQueryable<OpenStep> RightsOf(this MarketplaceDbContext db, Guid placementId) =>
        db.OpenSteps.Where(s => s.PlacementId == placementId && s.Kind == StepKind.AskRight);

    /// <summary>Whether the person lets this employer read arrangements and papers today (lists.md §6).</summary>
    public static Task<bool> SharesAsync(this MarketplaceDbContext db, Placement placement, DateOnly today, CancellationToken cancellationToken) => db.Set<Consent>()
        .Where(c => c.PersonId == placement.PersonId && c.OrganisationId == placement.EmployerId && c.Purpose == ConsentPurpose.Share)
        .Where(c => c.State == ConsentState.Given && c.GivenOn <= today && (c.Until == null || c.Until >= today))
        .TagWith("Rights.Shares").AnyAsync(cancellationToken);

    /// <summary>A placement as the schemes ask it.</summary>
    /// <param name="db">The database.</param>
    /// <param name="placement">The placement.</param>
    /// <param name="birthDate">From the vault, by who may read it.</param>
    /// <param name="rights">The steps of <see cref="RightsOf"/>.</param>
    /// <param name="today">Today.</param>
    /// <param name="cancellationToken">Stops.</param>
    public static async Task<PlacementCase> CaseOfAsync(
        this MarketplaceDbContext db, Placement placement, DateOnly? birthDate, IEnumerable<OpenStep> rights, DateOnly today, CancellationToken cancellationToken)
    {
        var standing = await db.Standings.AsNoTracking().TagWith("Rights.Standing").SingleOrDefaultAsync(s => s.Id == placement.PersonId, cancellationToken);
        var own = await db.MunicipalValues.AsNoTracking()
            .Where(v => db.People.Any(p => p.Id == placement.PersonId && p.OrganisationId == v.OrganisationId)).TagWith("Rights.Municipal").ToListAsync(cancellationToken);
        var deviations = await db.Deviations.AsNoTracking().Where(d => d.PersonId == placement.PersonId).TagWith("Rights.Deviations").ToListAsync(cancellationToken);
        return new PlacementCase(
            placement, standing, birthDate, MunicipalValue.On(own, MunicipalRule.JobcoachHours, today)?.Value,
            rights.Any(s => s is { About: ArrangedAct.Declaration, DoneAt: not null }), deviations);
    }

    /// <summary>
    /// Makes the acts of a placement follow its facts; the caller keeps and saves. Identity is not read: no act depends on the age alone.
    /// </summary>
    public static async Task ArrangeRightsAsync(this MarketplaceDbContext db, PlacementFollowUp followUp, RegulationBook book, Act act, CancellationToken cancellationToken)
    {
        var placement = followUp.Placement;
        var stored = await db.RightsOf(placement.Id).TagWith("Rights.Steps").ToListAsync(cancellationToken);
        var facts = await db.CaseOfAsync(placement, birthDate: null, stored, act.Today, cancellationToken);
        if (!facts.HasRegulations || facts.Standing?.RecordedOn is null)
            return;
        var shares = await db.SharesAsync(placement, act.Today, cancellationToken);
        var acts = ArrangedAct.Of(placement.Terms, facts.On(placement.Terms.Start, book), book).Where(a => shares || !a.NeedsShare);
        ArrangeRights.Lay(followUp, [.. acts], stored, act);
    }

    /// <summary>The same for every placement of a person that is agreed or runs, after a fact of the person changed.</summary>
    public static async Task ArrangeRightsOfAsync(this MarketplaceDbContext db, Guid personId, RegulationBook book, Act act, CancellationToken cancellationToken)
    {
        var active = await db.Placements.Where(p => p.PersonId == personId && (p.State == PlacementState.Agreed || p.State == PlacementState.Running))
            .TagWith("Rights.Active").ToListAsync(cancellationToken);
        foreach (var placement in active)
        {
            var followUp = await db.FollowUpOfAsync(placement, cancellationToken);
            await db.ArrangeRightsAsync(followUp, book, act, cancellationToken);
            db.Keep(followUp);
        }
    }
}
