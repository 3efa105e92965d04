using System.Net;
using Microsoft.AspNetCore.CookiePolicy;
using Microsoft.AspNetCore.HttpOverrides;

namespace Marketplace.Web.Hosting;

/// <summary>
/// Between browser and program: HTTPS, cookies, and the proxies that are believed about both. Outside Development cookies go over HTTPS only.
/// </summary>
internal static partial class Transport
{
    private static readonly TimeSpan Year = TimeSpan.FromDays(365);

    public static void AddTransport(this WebApplicationBuilder builder)
    {
        var names = new CookieNames(builder.Configuration.GetValue("Https:Only", !builder.Environment.IsDevelopment()));
        var services = builder.Services;
        services.AddSingleton(names);
        services.AddHsts(hsts => (hsts.MaxAge, hsts.IncludeSubDomains) = (Year, true));
        services.Configure<CookiePolicyOptions>(policy =>
        {
            policy.Secure = names.AreSecure ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
            policy.HttpOnly = HttpOnlyPolicy.Always;
            policy.MinimumSameSitePolicy = SameSiteMode.Lax;
        });
        services.Configure<ForwardedHeadersOptions>(headers =>
        {
            headers.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            headers.ForwardLimit = null; // as many as are named one behind the other
            headers.KnownProxies.Clear();
            headers.KnownIPNetworks.Clear();
            foreach (var known in Known(builder.Configuration))
                headers.KnownIPNetworks.Add(known);
        });
    }

    /// <summary>Comes first: what follows reads the address and the scheme.</summary>
    public static void UseTransport(this WebApplication app)
    {
        // Anybody can send these headers, so without a named proxy nobody reads them.
        if (Known(app.Configuration).Any())
            app.UseForwardedHeaders();
        if (app.Services.GetRequiredService<CookieNames>().AreSecure)
        {
            app.UseHsts();
            WarnOfPlainForms(app);
        }

        if (app.Configuration.GetValue("Https:Redirect", false))
            app.UseWhen(http => !http.Request.Path.StartsWithSegments("/health", StringComparison.OrdinalIgnoreCase), pages => pages.UseHttpsRedirection());
        app.UseCookiePolicy();
    }

    /// <summary>On plain HTTP a browser keeps no cookie of ours, and then every form looks expired.</summary>
    private static void WarnOfPlainForms(WebApplication app)
    {
        var isTold = 0;
        app.Use((http, next) =>
        {
            if (HttpMethods.IsPost(http.Request.Method) && !http.Request.IsHttps && Interlocked.Exchange(ref isTold, 1) == 0)
                PlainForm(app.Logger);
            return next(http);
        });
    }

    /// <summary>The setting <c>Proxy:Known</c>: addresses or networks with commas between them.</summary>
    private static IEnumerable<System.Net.IPNetwork> Known(IConfiguration configuration) =>
        (configuration["Proxy:Known"] ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Network);

    private static System.Net.IPNetwork Network(string text) =>
        IPAddress.TryParse(text, out var address) ? new System.Net.IPNetwork(address, address.GetAddressBytes().Length * 8)
        : System.Net.IPNetwork.TryParse(text, out var network) ? network
        : throw new InvalidOperationException($"Proxy:Known holds '{text}', which is no address and no network such as 10.0.0.0/8.");

    [LoggerMessage(Level = LogLevel.Warning, Message = "A form came over plain HTTP. If a proxy ends HTTPS, name it in Proxy:Known. Without HTTPS browsers keep no cookie: see Https:Only.")]
    private static partial void PlainForm(ILogger logger);
}
