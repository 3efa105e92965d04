namespace Marketplace.Matching.Narrowing;

/// <summary>The two indexes in the process as one. Safe for use by several threads.</summary>
/// <param name="engine">Judges, and gives the estimate of travel.</param>
public sealed class InProcessIndex(MatchEngine engine) : IMatchIndex
{
    /// <summary>People, for questions from a job.</summary>
    public CandidateIndex Candidates { get; } = new(engine);

    /// <summary>Jobs, for questions from a person.</summary>
    public JobIndex Jobs { get; } = new(engine);

    /// <inheritdoc/>
    public ValueTask<CandidateHits> SearchAsync(CandidateQuestion question, CancellationToken cancellationToken) => new(Candidates.Search(question));

    /// <inheritdoc/>
    public ValueTask<JobHits> SearchAsync(JobQuestion question, CancellationToken cancellationToken) => new(Jobs.Search(question));
}
