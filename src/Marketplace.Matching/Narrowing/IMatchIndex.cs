namespace Marketplace.Matching.Narrowing;

/// <summary>
/// Leaves out who is certainly no-fit, and lets <see cref="MatchEngine"/> judge the rest. Every implementation gives the same verdicts, scores,
/// order and counts; only <see cref="CandidateHits.Source"/> and <see cref="CandidateHits.Narrowed"/> may differ.
/// </summary>
public interface IMatchIndex
{
    /// <summary>Which people fit a job.</summary>
    ValueTask<CandidateHits> SearchAsync(CandidateQuestion question, CancellationToken cancellationToken);

    /// <summary>Which jobs fit a person.</summary>
    ValueTask<JobHits> SearchAsync(JobQuestion question, CancellationToken cancellationToken);
}
