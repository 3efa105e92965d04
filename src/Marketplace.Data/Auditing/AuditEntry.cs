using Marketplace.Domain.Shared;

namespace Marketplace.Data.Auditing;

/// <summary>
/// One row per write, in the same transaction, and one row per read of the vault, before the value is returned (lists.md §9).
/// It holds field names; old and new values only of states and dates, never a value of the vault, free text or a capacity.
/// </summary>
public sealed class AuditEntry
{
    public Guid Id { get; init; } = NewId.Next();
    public DateTime At { get; init; }
    public Guid? UserId { get; init; }
    public Guid? OrganisationId { get; init; }
    public string Role { get; init; } = "";
    public string Action { get; init; } = "";
    public string Entity { get; init; } = "";
    public Guid? EntityId { get; init; }

    /// <summary>Names of the changed fields; for states and dates with old and new value.</summary>
    public string Fields { get; init; } = "";

    /// <summary>Purpose of a read, or reason of a write.</summary>
    public string Purpose { get; init; } = "";

    /// <summary>Ids of everybody whose identity was read at once.</summary>
    public string Subjects { get; init; } = "";
    public string TraceId { get; init; } = "";
}
