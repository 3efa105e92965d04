namespace Marketplace.Matching.Elasticsearch;

/// <summary>One document from now on.</summary>
/// <param name="Id">Key of the document.</param>
/// <param name="Revision">The highest wins.</param>
/// <param name="Document">Null: there is none.</param>
internal sealed record IndexWrite<TDocument>(string Id, long Revision, TDocument? Document)
    where TDocument : class;
