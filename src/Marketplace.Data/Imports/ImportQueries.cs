using Marketplace.Domain.Imports;
using Marketplace.Domain.Organisations;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Data.Imports;

/// <summary>Who sees which imports, what was taken before, and whether somebody used what was taken.</summary>
public static class ImportQueries
{
    /// <summary>What somebody in this role imports; null: nothing.</summary>
    public static ImportKind? KindOf(Role? role) => role switch
    {
        Role.Consultant => ImportKind.People,
        Role.Employer or Role.EmployerAdviser => ImportKind.Tasks,
        _ => null,
    };

    /// <summary>Imports of the own organisation, of the kind that belongs to the role.</summary>
    public static IQueryable<Import> VisibleTo(this IQueryable<Import> imports, Actor actor)
    {
        var (organisation, kind) = (actor.OrganisationId, KindOf(actor.Role));
        return imports.Where(i => i.OrganisationId == organisation && i.Kind == kind);
    }

    /// <summary>Which of these references of an organisation were taken before.</summary>
    public static async Task<HashSet<string>> TakenBeforeAsync(
        this MarketplaceDbContext db, ImportKind kind, Guid organisationId, IReadOnlyCollection<string> references, CancellationToken cancellationToken) =>
        (await db.ImportedRows.Where(r => r.OrganisationId == organisationId && r.Kind == kind && references.Contains(r.Reference))
            .Select(r => r.Reference).TagWith("Imports.TakenBefore").ToListAsync(cancellationToken)).ToHashSet(StringComparer.Ordinal);

    /// <summary>Ids of rows of an import that somebody used: changed, or something was made, ticked or decided about it.</summary>
    public static IQueryable<Guid> UsedRows(this MarketplaceDbContext db, Guid importId, ImportKind kind)
    {
        var rows = db.ImportedRows.Where(r => r.ImportId == importId);
        return kind == ImportKind.Tasks
            ? rows.Where(r => !db.WorkTasks.Any(t => t.Id == r.EntityId && t.Version == r.EntityVersion)).Select(r => r.EntityId)
            : rows.Where(r => !db.People.Any(p => p.Id == r.EntityId && p.Version == r.EntityVersion)).Select(r => r.EntityId)
                .Union(db.Proposals.Where(x => rows.Any(r => r.EntityId == x.PersonId)).Select(x => x.PersonId))
                .Union(db.Placements.Where(x => rows.Any(r => r.EntityId == x.PersonId)).Select(x => x.PersonId))
                .Union(db.Standings.Where(x => rows.Any(r => r.EntityId == x.Id)).Select(x => x.Id))
                .Union(db.ToldArrangements.Where(x => rows.Any(r => r.EntityId == x.PersonId)).Select(x => x.PersonId))
                .Union(db.Deviations.Where(x => rows.Any(r => r.EntityId == x.PersonId)).Select(x => x.PersonId))
                .Union(db.IncomeTalks.Where(x => rows.Any(r => r.EntityId == x.PersonId)).Select(x => x.PersonId))
                .Union(db.EmployerCodes.Where(x => rows.Any(r => r.EntityId == x.PersonId)).Select(x => x.PersonId))
                .Union(db.Reminders.Where(x => (x.DoneAt != null || x.IsSnoozed) && rows.Any(r => r.EntityId == x.SubjectId)).Select(x => x.SubjectId))
                .Union(db.OpenSteps.Where(x => x.DoneAt != null && rows.Any(r => r.EntityId == x.PersonId)).Select(x => x.PersonId!.Value));
    }
}
