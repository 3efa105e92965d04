using Marketplace.Domain.Shared;

namespace Marketplace.Domain.Imports;

/// <summary>
/// What became of one row of a file. It keeps nothing of the row itself: the sender's reference only as a hash, so that the same row is never
/// taken twice.
/// </summary>
public sealed class ImportedRow
{
    public Guid Id { get; init; } = NewId.Next();
    public Guid ImportId { get; init; }

    /// <summary>The organisation whose row it is.</summary>
    public Guid OrganisationId { get; init; }
    public ImportKind Kind { get; init; }

    /// <summary>Hash of the sender's own reference; unique for an organisation and kind.</summary>
    public required string Reference { get; init; }

    /// <summary>The person or task that was made.</summary>
    public Guid EntityId { get; init; }

    /// <summary>The version with which it was made: another one now means that somebody used it.</summary>
    public Guid EntityVersion { get; init; }
}
