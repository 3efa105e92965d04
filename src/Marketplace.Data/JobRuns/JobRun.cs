using Marketplace.Domain.Shared;

namespace Marketplace.Data.JobRuns;

/// <summary>One run of a job: what the page <i>Taken</i> shows, and what is left when Hangfire has lost everything.</summary>
public sealed class JobRun
{
    public Guid Id { get; init; } = NewId.Next();
    public required string Name { get; init; }
    public required string Instance { get; init; }
    public DateTime StartedAt { get; init; }
    public DateTime? EndedAt { get; set; }

    /// <summary>How many rows it handled.</summary>
    public int Handled { get; set; }
    public string Error { get; set; } = "";
}
