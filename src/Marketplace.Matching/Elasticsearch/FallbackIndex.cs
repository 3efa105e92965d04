using Marketplace.Matching.Narrowing;

namespace Marketplace.Matching.Elasticsearch;

/// <summary>Narrowing on Elasticsearch with the index in the process behind it. The hits say which index it was, so that a page can show a note.</summary>
/// <param name="elastic">Elasticsearch.</param>
/// <param name="inProcess">The index in the process.</param>
/// <param name="gate">Says which of the two answers.</param>
public sealed class FallbackIndex(ElasticIndex elastic, InProcessIndex inProcess, ElasticGate gate) : IMatchIndex
{
    /// <inheritdoc/>
    public ValueTask<CandidateHits> SearchAsync(CandidateQuestion question, CancellationToken cancellationToken) =>
        gate.AskAsync(token => elastic.SearchAsync(question, token), () => inProcess.SearchAsync(question, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<JobHits> SearchAsync(JobQuestion question, CancellationToken cancellationToken) =>
        gate.AskAsync(token => elastic.SearchAsync(question, token), () => inProcess.SearchAsync(question, cancellationToken), cancellationToken);
}
