using System.Net.Http.Headers;

namespace Marketplace.Matching.Elasticsearch;

/// <summary>
/// Lets the client of Elasticsearch speak with OpenSearch: media types become plain, and answers carry the name that the client looks for. On
/// only with <see cref="SearchSettings.Compatibility"/>; everything that differs between the two is in this file.
/// </summary>
/// <param name="inner">Sends the request.</param>
internal sealed class OpenSearchCompatibilityHandler(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    private const string Vendor = "application/vnd.elasticsearch+";
    private const string ProductHeader = "X-Elastic-Product";

    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var asked = request.Headers.Accept.FirstOrDefault();
        var plain = request.Headers.Accept.Select(a => Plain(a.MediaType)).ToList();
        request.Headers.Accept.Clear();
        foreach (var type in plain)
            request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue(type));
        if (request.Content?.Headers.ContentType?.MediaType is { } sent)
            request.Content.Headers.ContentType = new MediaTypeHeaderValue(Plain(sent));

        var response = await base.SendAsync(request, cancellationToken);
        if (!response.Headers.Contains(ProductHeader))
            response.Headers.Add(ProductHeader, "Elasticsearch");

        // The client reads a body only when it has the type that was asked for.
        if (asked?.MediaType is { } wanted && response.Content.Headers.ContentType?.MediaType == Plain(wanted))
            response.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(asked.ToString());
        return response;
    }

    private static string Plain(string? mediaType) => mediaType is null || !mediaType.StartsWith(Vendor, StringComparison.OrdinalIgnoreCase)
        ? mediaType ?? "application/json"
        : string.Concat("application/", mediaType.AsSpan(Vendor.Length));
}
