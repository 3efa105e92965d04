using Marketplace.Data;
using Microsoft.AspNetCore.Diagnostics;

namespace Marketplace.Web.Access;

/// <summary>Why a request ended on the page of a fault.</summary>
public static class RequestTrouble
{
    /// <summary>What is the matter with the database, on the page that tells of it; null: nothing, or another page.</summary>
    public static DatabaseTrouble? DatabaseTrouble(this HttpContext context) => DatabaseTroubles.Of(context.Features.Get<IExceptionHandlerFeature>()?.Error);
}
