using System.Net;
using System.Net.Http.Headers;

namespace Marketplace.Tests.Search;

/// <summary>Stands below the client in the place of the network: sees every request, answers it, or lets it go on.</summary>
/// <param name="inner">The network.</param>
/// <param name="answer">The answer; null: the network answers.</param>
internal sealed class Script(HttpMessageHandler inner, Func<Sent, CancellationToken, Task<HttpResponseMessage?>> answer) : DelegatingHandler(inner)
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        var sent = new Sent(request.Method.Method, request.RequestUri!.AbsolutePath, body, request.Headers.Accept.FirstOrDefault());
        return await answer(sent, cancellationToken) ?? await base.SendAsync(request, cancellationToken);
    }
}

/// <summary>A request of the client.</summary>
internal sealed record Sent(string Method, string Path, string Body, MediaTypeHeaderValue? Accept)
{
    /// <summary>An answer as Elasticsearch gives it: with its name, and with the media type that was asked for.</summary>
    internal HttpResponseMessage Answer(string json, HttpStatusCode status = HttpStatusCode.OK, string? product = "Elasticsearch") =>
        Answer(new StringContent(json), status, product);

    internal HttpResponseMessage Answer(HttpContent content, HttpStatusCode status = HttpStatusCode.OK, string? product = "Elasticsearch")
    {
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(Accept?.ToString() ?? "application/json");
        var response = new HttpResponseMessage(status) { Content = content };
        if (product is not null)
            response.Headers.Add("X-Elastic-Product", product);
        return response;
    }
}
