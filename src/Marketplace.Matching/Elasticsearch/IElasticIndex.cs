namespace Marketplace.Matching.Elasticsearch;

/// <summary>Indices on the server that <see cref="ElasticGate"/> checks before the first question.</summary>
public interface IElasticIndex
{
    /// <summary>Whether the server is one that we speak with and the indices are those of this program.</summary>
    /// <exception cref="SearchFaultException">It is not.</exception>
    Task CheckAsync(CancellationToken cancellationToken);
}
