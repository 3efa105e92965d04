using System.Globalization;
using Marketplace.Data.JobRuns;
using Marketplace.Data.Mail;
using Marketplace.Data.Narrowing;
using Marketplace.Domain.Imports;
using Marketplace.Domain.Organisations;
using Marketplace.Domain.People;
using Marketplace.Domain.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Marketplace.Data.Auditing;

/// <summary>Every write's history and audit row stand in its own transaction, so no page can forget them.</summary>
public sealed class AuditInterceptor(CurrentActor actor, TimeProvider clock) : SaveChangesInterceptor
{
    private const int MostLetters = 4000;

    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result)
    {
        Write(eventData.Context!);
        return result;
    }

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Write(eventData.Context!);
        return ValueTask.FromResult(result);
    }

    /// <summary>An audit row in the name of the current actor.</summary>
    public static AuditEntry Entry(CurrentActor actor, TimeProvider clock, string action, string entity, Guid? entityId, string fields = "", string purpose = "", string subjects = "") => new()
    {
        At = clock.GetUtcNow().UtcDateTime,
        UserId = actor.Value.UserId,
        OrganisationId = actor.Value.OrganisationId,
        Role = actor.Value.Role?.ToString() ?? "",
        Action = action,
        Entity = entity,
        EntityId = entityId,
        Fields = Cut(fields),
        Purpose = purpose,
        Subjects = Cut(subjects),
        TraceId = actor.TraceId,
    };

    private void Write(DbContext db)
    {
        db.ChangeTracker.DetectChanges();
        db.WithoutDetecting(() => WriteRows(db));
    }

    private void WriteRows(DbContext db)
    {
        // A change in a child alone, such as a consent, is a change of its root: it gets history and a new version too.
        foreach (var entry in db.ChangeTracker.Entries<Root>().Where(e => e.State == EntityState.Unchanged && e.Entity.NewChanges.Count > 0))
            entry.Property(r => r.Version).IsModified = true;
        foreach (var entry in db.ChangeTracker.Entries().Where(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted).ToList())
        {
            if (entry.Entity is Root root)
            {
                if (entry.State == EntityState.Modified)
                    entry.Property(nameof(Root.Version)).CurrentValue = Guid.NewGuid();
                db.AddRange(root.NewChanges);
                root.ClearNewChanges();
            }

            if (!IsInvented(db) && entry.Entity is not (AuditEntry or StateChange or Message or JobRun or JobLease or IndexChange or IndexFeed or SignInTries or ImportedRow))
                db.Add(Entry(actor, clock, entry.State.ToString(), entry.Metadata.ClrType.Name, IdOf(entry), Fields(entry)));
        }
    }

    /// <summary>Nobody acted on generated rows, and there are half a million of them.</summary>
    private static bool IsInvented(DbContext db) => db is MarketplaceDbContext { IsSeedingByNumbers: true };

    private static Guid? IdOf(EntityEntry entry) =>
        entry.Metadata.FindPrimaryKey()!.Properties.Select(p => entry.Property(p).CurrentValue).OfType<Guid>().Select(id => (Guid?)id).FirstOrDefault();

    private static string Fields(EntityEntry entry) => entry.State != EntityState.Modified
        ? ""
        : string.Join("; ", entry.Properties.Where(p => p.IsModified && p.Metadata.Name is not (nameof(Root.Version) or nameof(IIndexedRoot.Revision) or nameof(Person.Packed))).Select(Field));

    private static string Field(PropertyEntry property)
    {
        var type = Nullable.GetUnderlyingType(property.Metadata.ClrType) ?? property.Metadata.ClrType;
        var mayShow = type == typeof(DateOnly) || type == typeof(DateTime) || (type.IsEnum && property.Metadata.Name == "State");
        return mayShow
            ? string.Create(CultureInfo.InvariantCulture, $"{property.Metadata.Name}: {property.OriginalValue} → {property.CurrentValue}")
            : property.Metadata.Name;
    }

    private static string Cut(string text) => text.Length <= MostLetters ? text : text[..MostLetters];
}
