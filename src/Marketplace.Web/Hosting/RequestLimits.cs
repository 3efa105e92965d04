using System.Globalization;
using System.Net.Sockets;
using System.Security.Claims;
using System.Threading.RateLimiting;
using Marketplace.Web.Access;
using Microsoft.AspNetCore.Http.Features;

namespace Marketplace.Web.Hosting;

/// <summary>
/// How much one visitor may ask. What is guessed at or sends mail is closed: few turns for one address, and whose address is not known shares
/// them with everybody of whom that is so. Reading is open: many turns for an account, and who cannot be told apart is let through.
/// </summary>
public sealed class RequestLimits : IDisposable
{
    /// <summary>The largest request of a page that takes no file, in bytes.</summary>
    public const int MostInForm = 1024 * 1024;

    private const int MostFields = 2000;
    private const int LongestFieldName = 256;

    private readonly PartitionedRateLimiter<HttpContext> _guarded;

    public RequestLimits(IConfiguration configuration)
    {
        var (guarded, read) = (Bucket(configuration, "Guarded", 30, 6), Bucket(configuration, "Read", 1000, 600));
        _guarded = PartitionedRateLimiter.Create<HttpContext, string>(http => RateLimitPartition.GetTokenBucketLimiter(AddressOf(http) ?? "", _ => guarded));
        Read = PartitionedRateLimiter.Create<HttpContext, string>(http => http.IsOfFault() || ReaderOf(http) is not { } reader
            ? RateLimitPartition.GetNoLimiter("")
            : RateLimitPartition.GetTokenBucketLimiter(reader, _ => read));
    }

    /// <summary>Every request but static files and health.</summary>
    internal PartitionedRateLimiter<HttpContext> Read { get; }

    /// <summary>Takes a turn at what is guarded. False: there is none now, and the answer says how long to wait.</summary>
    public bool TakeGuarded(HttpContext http)
    {
        using var turn = _guarded.AttemptAcquire(http);
        if (!turn.IsAcquired)
            TellToWait(http, turn);
        return turn.IsAcquired;
    }

    public void Dispose()
    {
        _guarded.Dispose();
        Read.Dispose();
    }

    internal static void AddTo(WebApplicationBuilder builder)
    {
        builder.WebHost.ConfigureKestrel(server =>
        {
            server.AddServerHeader = false;
            server.Limits.MaxRequestBodySize = MostInForm;
        });
        builder.Services.Configure<FormOptions>(form => (form.ValueCountLimit, form.KeyLengthLimit, form.ValueLengthLimit) = (MostFields, LongestFieldName, MostInForm));
        builder.Services.AddSingleton<RequestLimits>();
        builder.Services.AddRateLimiter(options =>
        {
            options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            options.OnRejected = (refused, _) =>
            {
                TellToWait(refused.HttpContext, refused.Lease);
                return ValueTask.CompletedTask;
            };
        });
        builder.Services.AddOptions<Microsoft.AspNetCore.RateLimiting.RateLimiterOptions>().Configure<RequestLimits>((options, limits) => options.GlobalLimiter = limits.Read);
    }

    private static void TellToWait(HttpContext http, RateLimitLease refused)
    {
        var wait = refused.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : TimeSpan.FromMinutes(1);
        http.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>A bucket of turns: so many at once, so many more every minute.</summary>
    private static TokenBucketRateLimiterOptions Bucket(IConfiguration configuration, string name, int burst, int perMinute) => new()
    {
        TokenLimit = Number(configuration, $"Limits:{name}:Burst", burst),
        TokensPerPeriod = Number(configuration, $"Limits:{name}:PerMinute", perMinute),
        ReplenishmentPeriod = TimeSpan.FromMinutes(1),
    };

    private static int Number(IConfiguration configuration, string key, int standard) =>
        configuration.GetValue(key, standard) is var number and > 0 ? number : throw new InvalidOperationException($"{key} is not 1 or more.");

    /// <summary>An account, whatever address it comes from; without one the address.</summary>
    private static string? ReaderOf(HttpContext http) => http.User.FindFirstValue(ClaimTypes.NameIdentifier) ?? AddressOf(http);

    /// <summary>Who has a network of IPv6 has all its addresses, so the network counts.</summary>
    private static string? AddressOf(HttpContext http) => http.Connection.RemoteIpAddress switch
    {
        null => null,
        { IsIPv4MappedToIPv6: true } mapped => mapped.MapToIPv4().ToString(),
        { AddressFamily: AddressFamily.InterNetworkV6 } address => Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8)),
        var address => address.ToString(),
    };
}
