namespace Marketplace.Data.JobRuns;

/// <summary>Saves work when several workers tick at once. The guarantee against double work is the row claim, not this.</summary>
public sealed class JobLease
{
    public required string Name { get; init; }
    public required string Holder { get; set; }
    public DateTime Until { get; set; }
}
