using System.Net;
using Marketplace.Data.Organisations;
using Marketplace.Domain.Shared;
using Marketplace.Testing;
using Marketplace.Web.Access;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Marketplace.Tests.Web.Accounts;

/// <summary>Codes are long enough and random, and a cookie is worth nothing when one sign of it differs.</summary>
public sealed class SecretTests
{
    private const int Many = 20_000;

    [Fact]
    public void A_code_of_a_link_is_256_random_bits() => Assert.True(
        64 * Math.Log2(AlphabetOf(Secret.NewLink, "^[0-9a-f]{64}$")) >= 256);

    [Fact]
    public void A_code_that_is_typed_has_75_random_bits() => Assert.True(
        16 * Math.Log2(AlphabetOf(Secret.NewReadable, "^[2-9B-Z]{4}(-[2-9B-Z]{4}){3}$")) >= 75);

    [Fact]
    public void A_key_of_the_second_step_is_160_random_bits()
    {
        using var site = new TestSite();
        using var scope = site.Services.CreateScope();
        var (second, user) = (scope.ServiceProvider.GetRequiredService<SecondStep>(), new User { Id = NewId.Next() });
        var keys = Enumerable.Range(0, 2000).Select(_ => second.Open(user, second.Begin(user))!).ToList();

        Assert.All(keys, key => Assert.Equal(20, key.Length));
        Assert.Equal(keys.Count, keys.Select(Convert.ToHexString).Distinct().Count());

        // Of 320,000 bits half are set, give or take nine times the spread.
        var set = keys.SelectMany(k => k).Sum(b => System.Numerics.BitOperations.PopCount(b));
        Assert.InRange(set, 157_400, 162_600);
    }

    [Fact]
    public async Task A_cookie_of_a_session_is_another_every_time_and_no_sign_of_it_can_be_changed()
    {
        using var site = new TestSite();
        var cookies = new List<string>();
        for (var i = 0; i < 3; i++)
        {
            using var visitor = await site.SignedInAsync("consulent");
            cookies.Add(visitor.Last!.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("iedertalent=", StringComparison.Ordinal)).Split(';')[0]);
        }

        Assert.Equal(3, cookies.Distinct().Count());
        Assert.All(cookies, c => Assert.DoesNotContain("consulent", c, StringComparison.OrdinalIgnoreCase));
        Assert.Equal(HttpStatusCode.OK, await OpenAsync(cookies[0]));

        // The last sign may hold bits that mean nothing.
        for (var at = "iedertalent=".Length; at < cookies[0].Length - 2; at += 7)
            Assert.Equal(HttpStatusCode.Redirect, await OpenAsync(cookies[0][..at] + (cookies[0][at] == 'A' ? 'B' : 'A') + cookies[0][(at + 1)..]));

        async Task<HttpStatusCode> OpenAsync(string cookie)
        {
            using var client = site.CreateClient(new() { AllowAutoRedirect = false, HandleCookies = false });
            client.DefaultRequestHeaders.Add("Cookie", cookie);
            return (await client.GetAsync(new Uri("/te-doen", UriKind.Relative))).StatusCode;
        }
    }

    /// <summary>How many signs a code is made of; none comes twice, and every sign as often as every other, give or take what chance allows.</summary>
    private static int AlphabetOf(Func<string> make, string form)
    {
        var codes = Enumerable.Range(0, Many).Select(_ => make()).ToList();
        Assert.All(codes, code => Assert.Matches(form, code));
        Assert.Equal(Many, codes.Distinct().Count());
        var signs = codes.SelectMany(c => c).Where(c => c != '-').CountBy(c => c).ToList();
        var expected = signs.Sum(s => s.Value) / (double)signs.Count;
        Assert.All(signs, sign => Assert.InRange(sign.Value, expected - (7 * Math.Sqrt(expected)), expected + (7 * Math.Sqrt(expected))));
        return signs.Count;
    }
}
