using Marketplace.Data.Auditing;
using Marketplace.Domain.People;
using Marketplace.Domain.Shared;
using Marketplace.Domain.Work;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Marketplace.Data.Narrowing;

/// <summary>
/// Raises the revision of every indexed root that is saved, also when only something that belongs to it is (an answer, a consent, a task of a
/// job), and writes the <see cref="IndexChange"/> beside it. A root that is raised gets a new version too: two saves at the same time cannot
/// give the same revision.
/// </summary>
public sealed class RevisionInterceptor(IndexSignal signal, TimeProvider clock) : SaveChangesInterceptor
{
    private bool _wrote;

    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result)
    {
        var db = eventData.Context!;
        foreach (var (type, ids) in db.WithoutDetecting(() => NotLoaded(db)))
            Roots(db, type, ids).Load();
        db.WithoutDetecting(() => Write(db));
        return result;
    }

    public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        var db = eventData.Context!;
        foreach (var (type, ids) in db.WithoutDetecting(() => NotLoaded(db)))
            await Roots(db, type, ids).LoadAsync(cancellationToken);
        db.WithoutDetecting(() => Write(db));
        return result;
    }

    public override int SavedChanges(SaveChangesCompletedEventData eventData, int result)
    {
        Tell();
        return result;
    }

    public override ValueTask<int> SavedChangesAsync(SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        Tell();
        return ValueTask.FromResult(result);
    }

    private void Tell()
    {
        if (_wrote)
            signal.Raise();
        _wrote = false;
    }

    private void Write(DbContext db)
    {
        var tracked = Tracked(db);
        var raised = Changed(db).Where(e => e.Entity is IIndexedRoot).Select(e => (IIndexedRoot)e.Entity)
            .Concat(Owners(db).Distinct().Select(o => tracked(o.Type, o.Id)).OfType<IIndexedRoot>())
            .Distinct().ToList();
        foreach (var root in raised)
            Raise(db.Entry(root), root);
        _wrote = raised.Count > 0;
    }

    private void Raise(EntityEntry entry, IIndexedRoot root)
    {
        // The audit interceptor runs before and renews the version of a root that changed itself.
        if (entry.State == EntityState.Unchanged)
            entry.Property(nameof(Root.Version)).CurrentValue = Guid.NewGuid();
        if (entry.State != EntityState.Deleted)
            entry.Property(nameof(IIndexedRoot.Revision)).CurrentValue = root.Revision + 1;
        if (root is Person person)
            entry.Property(nameof(Person.Packed)).CurrentValue = PackedPerson.Pack(person);
        entry.Context.Add(new IndexChange
        {
            Root = root switch
            {
                Person => IndexedRoot.Person,
                Job => IndexedRoot.Job,
                WorkTask => IndexedRoot.WorkTask,
                _ => throw new InvalidOperationException($"{root.GetType().Name} has no name in the index."),
            },
            EntityId = root.Id,
            Code = (root as Person)?.Code ?? "",
            Revision = entry.State == EntityState.Deleted ? root.Revision + 1 : root.Revision,
            At = clock.GetUtcNow().UtcDateTime,
        });
    }

    /// <summary>Roots to which something belongs that changed, and that are not loaded.</summary>
    private static List<(IEntityType Type, List<Guid> Ids)> NotLoaded(DbContext db)
    {
        var tracked = Tracked(db);
        return [.. Owners(db).Distinct().Where(o => tracked(o.Type, o.Id) is null).GroupBy(o => o.Type, o => o.Id).Select(g => (g.Key, g.ToList()))];
    }

    private static IQueryable<Root> Roots(DbContext db, IEntityType type, List<Guid> ids) => type.ClrType == typeof(Job)
        ? db.Set<Job>().Where(j => ids.Contains(j.Id)).TagWith("Narrowing.Jobs")
        : db.Set<Person>().Where(p => ids.Contains(p.Id)).TagWith("Narrowing.People");

    /// <summary>The indexed roots of what changed, those before the change and those after.</summary>
    private static IEnumerable<(IEntityType Type, Guid Id)> Owners(DbContext db) =>
        from entry in Changed(db)
        from key in entry.Metadata.GetForeignKeys()
        where key.PrincipalToDependent is not null && typeof(IIndexedRoot).IsAssignableFrom(key.PrincipalEntityType.ClrType)
        let property = entry.Property(key.Properties[0].Name)
        from id in new[] { property.OriginalValue, property.CurrentValue }.OfType<Guid>().Distinct()
        select (key.PrincipalEntityType, id);

    /// <summary>Finds what is tracked. Asking for the local view looks at every tracked row for changes, so that is done once.</summary>
    private static Func<IEntityType, Guid, object?> Tracked(DbContext db)
    {
        var (jobs, people) = (db.Set<Job>().Local, db.Set<Person>().Local);
        return (type, id) => type.ClrType == typeof(Job) ? jobs.FindEntry(id)?.Entity : people.FindEntry(id)?.Entity;
    }

    private static List<EntityEntry> Changed(DbContext db) =>
        [.. db.ChangeTracker.Entries().Where(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted)];
}
