using Marketplace.Matching.Text;

namespace Marketplace.Matching.Elasticsearch;

/// <summary>Words on Elasticsearch with the index in the process behind it.</summary>
/// <param name="elastic">Elasticsearch.</param>
/// <param name="inProcess">The index in the process.</param>
/// <param name="gate">Says which of the two answers.</param>
public sealed class FallbackTextIndex(ElasticTextIndex elastic, ITextIndex inProcess, ElasticGate gate) : ITextIndex
{
    /// <inheritdoc/>
    public ValueTask<JobSearchHits> SearchAsync(JobSearchQuestion question, CancellationToken cancellationToken) =>
        gate.AskAsync(token => elastic.SearchAsync(question, token).AsTask(), () => inProcess.SearchAsync(question, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<TaskSearchHits> SearchAsync(TaskSearchQuestion question, CancellationToken cancellationToken) =>
        gate.AskAsync(token => elastic.SearchAsync(question, token).AsTask(), () => inProcess.SearchAsync(question, cancellationToken), cancellationToken);
}
