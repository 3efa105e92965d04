using System.Net;
using Marketplace.Testing;
using Microsoft.AspNetCore.Mvc.Testing;
using Xunit;

namespace Marketplace.Tests.Web.Hosting;

/// <summary>HTTPS and cookies: only over HTTPS outside Development, and not to be set by another host.</summary>
public sealed class TransportTests
{
    [Fact]
    public async Task Over_https_only_every_cookie_is_secure_and_of_this_host_and_https_is_asked_for_a_year()
    {
        using var site = new TestSite(settings: new Dictionary<string, string?> { ["Https:Only"] = "true", ["Https:Redirect"] = "true", ["https_port"] = "443" });
        using var visitor = new WebVisitor(Client(site, "https://iedertalent.example"));
        var cookies = new List<string>();
        await visitor.OpenAsync("/inloggen");
        Note();
        await visitor.SignInAsync("consulent");
        Note();
        await visitor.OpenAsync("/home");
        Assert.Equal("max-age=31536000; includeSubDomains", visitor.Last!.Headers.GetValues("Strict-Transport-Security").Single());

        Assert.Contains(cookies, c => c.StartsWith("__Host-iedertalent=", StringComparison.Ordinal));
        Assert.Contains(cookies, c => c.StartsWith("__Host-iedertalent-formulier=", StringComparison.Ordinal));
        Assert.All(cookies, cookie =>
        {
            Assert.StartsWith("__Host-", cookie, StringComparison.Ordinal);
            foreach (var attribute in new[] { "secure", "httponly", "path=/", "samesite=" })
                Assert.Contains($"; {attribute}", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("domain=", cookie, StringComparison.OrdinalIgnoreCase);
        });

        using var plain = new WebVisitor(Client(site, "http://iedertalent.example"));
        await plain.OpenAsync("/inloggen");
        Assert.Equal("https://iedertalent.example/inloggen", plain.Location);
        await plain.OpenAsync("/health/live");
        Assert.Equal(HttpStatusCode.OK, plain.Status);

        void Note() => cookies.AddRange(visitor.Last!.Headers.TryGetValues("Set-Cookie", out var set) ? set : []);
    }

    [Theory]
    [InlineData("Production", "__Host-iedertalent-formulier")]
    [InlineData("Development", "iedertalent-formulier")]
    public async Task Only_development_has_cookies_on_plain_http(string environment, string name)
    {
        using var site = new TestSite(environment);
        using var visitor = site.Visitor();
        await visitor.OpenAsync("/wachtwoord");
        Assert.StartsWith(name, visitor.Last!.Headers.GetValues("Set-Cookie").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_answer_has_the_headers_that_keep_a_browser_to_us_and_a_form_of_somewhere_else_changes_nothing()
    {
        using var site = new TestSite();
        using var visitor = site.Visitor();
        foreach (var (address, status) in new[] { ("/", HttpStatusCode.OK), ("/werk", HttpStatusCode.Redirect), ("/fout/404", HttpStatusCode.NotFound), ("/health/live", HttpStatusCode.OK) })
        {
            await visitor.OpenAsync(address);
            Assert.Equal((address, status), (address, visitor.Status));
            var policy = Header("Content-Security-Policy");
            foreach (var part in new[] { "default-src 'none'", "script-src 'self'", "form-action 'self'", "base-uri 'none'", "frame-ancestors 'none'" })
                Assert.Contains(part, policy, StringComparison.Ordinal);
            Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
            Assert.Equal(("nosniff", "same-origin", "same-origin"), (Header("X-Content-Type-Options"), Header("Referrer-Policy"), Header("Cross-Origin-Resource-Policy")));
        }

        await visitor.SignInAsync("werkgever");
        using var form = new FormUrlEncodedContent([new("In.Name", "Kratten stapelen")]);
        var answer = await visitor.Client.PostAsync(new Uri("/werk/nieuw", UriKind.Relative), form, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("Dit formulier was te lang open", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);

        string Header(string name) => visitor.Last!.Headers.GetValues(name).Single();
    }

    [Fact]
    public void A_proxy_that_is_no_address_is_refused_by_name()
    {
        using var site = new TestSite(settings: new Dictionary<string, string?> { ["Proxy:Known"] = "the proxy" });
        Assert.Contains("the proxy", Assert.ThrowsAny<Exception>(() => site.Services).ToString(), StringComparison.Ordinal);
    }

    private static HttpClient Client(TestSite site, string address) =>
        site.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, BaseAddress = new Uri(address) });
}
