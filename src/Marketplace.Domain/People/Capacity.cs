using Marketplace.Domain.Shared;

namespace Marketplace.Domain.People;

/// <summary>What a person can do on one dimension, with the source and date of the answer. No row: not discussed.</summary>
public sealed class Capacity
{
    public Guid Id { get; init; } = NewId.Next();
    public Guid PersonId { get; init; }

    /// <summary>Code of one of the 32 scored dimensions.</summary>
    public required string Dimension { get; init; }

    /// <summary>0–3; 0 means "gaat nu niet, ook niet met hulp".</summary>
    public int Level { get; set; }
    public DateOnly On { get; set; }
    public CapacitySource Source { get; set; }
    public string RecordedBy { get; set; } = "";
}
