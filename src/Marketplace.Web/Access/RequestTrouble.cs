using Marketplace.Data;
using Microsoft.AspNetCore.Diagnostics;

namespace Marketplace.Web.Access;

/// <summary>Why a request ended on the page of a fault.</summary>
public static class RequestTrouble
{
    /// <summary>What is the matter with the database, on the page that tells of it; null: nothing, or another page.</summary>
    public static DatabaseTrouble? DatabaseTrouble(this HttpContext context) => DatabaseTroubles.Of(context.Features.Get<IExceptionHandlerFeature>()?.Error);

    /// <summary>The request ended already; this is the page that tells why.</summary>
    public static bool IsOfFault(this HttpContext context) =>
        context.Features.Get<IStatusCodeReExecuteFeature>() is not null || context.Features.Get<IExceptionHandlerFeature>() is not null;

    /// <summary>The page that tells of it asks nothing of the database: that is the trouble, or would be with many of such requests.</summary>
    public static bool LeavesDatabaseAlone(this HttpContext context) =>
        context.DatabaseTrouble() is not null || context.Features.Get<IStatusCodeReExecuteFeature>()?.OriginalStatusCode == StatusCodes.Status429TooManyRequests;
}
