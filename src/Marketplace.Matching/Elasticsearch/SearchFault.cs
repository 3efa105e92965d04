using Elastic.Clients.Elasticsearch;
using Elastic.Transport;

namespace Marketplace.Matching.Elasticsearch;

/// <summary>Why Elasticsearch did not answer, as one word for logs and figures.</summary>
public enum SearchFault
{
    /// <summary>No connection, or it broke.</summary>
    Unreachable,

    /// <summary>No whole answer within the budget.</summary>
    Slow,

    /// <summary>401 or 403: the settings are wrong.</summary>
    Refused,

    /// <summary>404, or the index was never made.</summary>
    Missing,

    /// <summary>429: too much to do.</summary>
    Busy,

    /// <summary>5xx.</summary>
    Server,

    /// <summary>Another 4xx.</summary>
    Request,

    /// <summary>An answer that cannot be read.</summary>
    Malformed,

    /// <summary>An answer that does not hold everybody, or does not say that it does.</summary>
    Incomplete,

    /// <summary>An index of another version of the program.</summary>
    Schema,

    /// <summary>Not Elasticsearch.</summary>
    Product,

    /// <summary>Not a version that the client speaks with.</summary>
    Version,

    /// <summary>The check of the server is not ready yet.</summary>
    Checking,

    /// <summary>Something else.</summary>
    Other,
}

/// <summary>An answer of the server that is no use, though the client found nothing wrong.</summary>
/// <param name="fault">Why.</param>
public sealed class SearchFaultException(SearchFault fault) : Exception($"Search: {fault}.")
{
    /// <summary>Why.</summary>
    public SearchFault Fault { get; } = fault;
}

/// <summary>From what was thrown to the word for it.</summary>
internal static class SearchFaults
{
    /// <summary>The word for what was thrown.</summary>
    /// <param name="thrown">What was thrown.</param>
    /// <param name="isOverBudget">The budget of the request is used up.</param>
    internal static SearchFault Of(Exception thrown, bool isOverBudget) => thrown switch
    {
        SearchFaultException own => own.Fault,
        _ when isOverBudget => SearchFault.Slow,
        FormatException => SearchFault.Malformed,
        UnsupportedProductException => SearchFault.Product,
        UnexpectedTransportException { InnerException: HttpRequestException or IOException } => SearchFault.Unreachable,
        UnexpectedTransportException => SearchFault.Malformed,
        TransportException transport => OfStatus(transport.ApiCallDetails?.HttpStatusCode),
        _ => SearchFault.Other,
    };

    private static SearchFault OfStatus(int? status) => status switch
    {
        null => SearchFault.Unreachable,
        401 or 403 => SearchFault.Refused,
        404 => SearchFault.Missing,
        429 => SearchFault.Busy,
        >= 500 => SearchFault.Server,
        >= 400 => SearchFault.Request,
        _ => SearchFault.Malformed,
    };

    /// <summary>The fault as a word for logs and figures.</summary>
    internal static string Word(this SearchFault fault) => fault.ToString().ToLowerInvariant();
}
