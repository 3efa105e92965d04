using System.Globalization;
using System.Security.Cryptography;
using Marketplace.Domain.Shared;
using Marketplace.Web.Hosting;
using Microsoft.AspNetCore.DataProtection;

namespace Marketplace.Web.Access;

/// <summary>
/// What the opened link of a scan leaves in a browser: a protected cookie that opens this one scan, and nothing else, until the days of the
/// link are over.
/// </summary>
public sealed class ScanKey(IDataProtectionProvider protection, CookieNames names, TimeProvider clock)
{
    private readonly IDataProtector _protector = protection.CreateProtector("Marketplace.ScanKey");

    /// <summary>Lets this browser go on with a scan.</summary>
    public void Give(HttpContext context, Guid scanId, DateOnly until) => context.Response.Cookies.Append(
        names.Scan,
        _protector.Protect($"{scanId:N}|{until:yyyy-MM-dd}"),
        new CookieOptions
        {
            HttpOnly = true,
            IsEssential = true,
            SameSite = SameSiteMode.Lax,
            Expires = new DateTimeOffset(until.AddDays(1), TimeOnly.MinValue, TimeSpan.Zero),
        });

    /// <summary>The scan that this browser may go on with; null when there is none, or its days are over.</summary>
    public Guid? ScanOf(HttpContext context)
    {
        if (context.Request.Cookies[names.Scan] is not { } cookie)
            return null;
        try
        {
            var parts = _protector.Unprotect(cookie).Split('|');
            return clock.Today() <= DateOnly.ParseExact(parts[1], "yyyy-MM-dd", CultureInfo.InvariantCulture) ? Guid.ParseExact(parts[0], "N") : null;
        }
        catch (CryptographicException)
        {
            return null; // of another installation, or somebody made it up
        }
    }
}
