using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Marketplace.Web.Posting;

/// <summary>
/// A page that takes a file. What is larger is read to its end and thrown away, because a browser shows our page only after it has sent
/// everything; the page then says so, with status 422. Beyond <see cref="MostThrownAway"/> the connection ends.
/// </summary>
/// <param name="bytes">The largest request.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class UploadLimitAttribute(int bytes) : Attribute, IAsyncResourceFilter
{
    private const long MostThrownAway = 250L * 1024 * 1024;

    /// <summary>The largest request.</summary>
    public int Bytes { get; } = bytes;

    /// <summary>The mark of a request that was too large.</summary>
    public sealed record TooLarge;

    public async Task OnResourceExecutionAsync(ResourceExecutingContext context, ResourceExecutionDelegate next)
    {
        var request = context.HttpContext.Request;

        // The limit of every other page is lower; here we keep to our own.
        if (context.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            size.MaxRequestBodySize = MostThrownAway;
        if (HttpMethods.IsPost(request.Method) && (request.ContentLength is not { } length || length > Bytes))
        {
            await ThrowAwayAsync(context.HttpContext);
            context.HttpContext.Features.Set(new TooLarge());
            (request.Body, request.ContentLength, request.ContentType) = (Stream.Null, 0, null);
        }

        await next();
    }

    private static async Task ThrowAwayAsync(HttpContext context)
    {
        var buffer = new byte[81920];
        while (await context.Request.Body.ReadAsync(buffer, context.RequestAborted) > 0)
        {
            // Nothing of it is kept.
        }
    }
}
