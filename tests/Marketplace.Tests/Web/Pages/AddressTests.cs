using System.Net;
using AngleSharp.Html.Dom;
using Marketplace.Domain.Organisations;
using Marketplace.Testing;
using Marketplace.Tests.Web.Accounts;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Marketplace.Tests.Web.Pages;

/// <summary>What comes in by an address or a header: read once, never a way to another site, never leave for one, and no match for the body of a form.</summary>
public sealed class AddressTests(SampledSite sampled) : IDisposable
{
    private static readonly Uri Here = new("http://localhost");

    private readonly TestSite _site = new();

    public void Dispose() => _site.Dispose();

    public static TheoryData<string> Elsewhere =>
    [
        "https://evil.example", "//evil.example", "///evil.example", "/\\evil.example", "\\\\evil.example", "\\/evil.example", "/\t/evil.example", "/\n/evil.example",
        " //evil.example", "/%09/evil.example", "%2f%2fevil.example", "/%2f/evil.example", "/%5cevil.example", "%252f%252fevil.example", "~//evil.example", "~/\\evil.example",
        "http:evil.example", "https:/\\evil.example", "javascript:alert(1)", "data:text/html,x", "//evil.example%2f..", "/@evil.example", ".evil.example", "@evil.example", "//localhost@evil.example",
    ];

    [Theory]
    [MemberData(nameof(Elsewhere))]
    public async Task After_signing_in_nobody_is_sent_to_another_site(string address)
    {
        using var visitor = _site.Visitor();
        var page = await visitor.OpenAsync($"/inloggen?terug={Uri.EscapeDataString(address)}");
        var button = page.QuerySelectorAll("button[name=email]").OfType<IHtmlButtonElement>().Single(b => b.Value == "consulent@demo.example");
        await visitor.PostAsync(button.Form!, button);

        Assert.Equal(HttpStatusCode.Redirect, visitor.Status);
        StaysHere(visitor.Location!);
    }

    [Fact]
    public async Task The_same_with_a_password_and_a_code_and_an_address_of_our_own_is_kept()
    {
        const string email = "nieuw@gemeente.example";
        using var user = await _site.ComeInAsync(email);
        foreach (var terug in new[] { "//evil.example", "/\\evil.example", "%2f%2fevil.example", "/functies" })
        {
            using var visitor = _site.Visitor();
            await visitor.PostAsync($"/inloggen?terug={Uri.EscapeDataString(terug)}", "Log in", ("In.Email", email), ("In.Password", AccountSite.Password));
            Assert.Equal(terug == "/functies" ? terug : "/te-doen", visitor.Location);
        }

        var (key, _) = await user.TurnOnCodeAsync(_site.Clock);
        foreach (var terug in new[] { "//evil.example", "/\\evil.example", "/functies" })
        {
            _site.Clock.Advance(TimeSpan.FromMinutes(1));
            using var visitor = _site.Visitor();
            await visitor.PostAsync($"/inloggen?terug={Uri.EscapeDataString(terug)}", "Log in", ("In.Email", email), ("In.Password", AccountSite.Password));
            StaysHere(visitor.Location!);
            await visitor.PostAsync($"/inloggen/code?terug={Uri.EscapeDataString(terug)}", "Log in", ("In.Code", Marketplace.Web.Access.SecondStep.CodeAt(key, _site.Clock.GetUtcNow().UtcDateTime)));
            Assert.Equal(terug == "/functies" ? terug : "/te-doen", visitor.Location);
        }
    }

    /// <summary>Every page of every role: a link goes to our own pages, a telephone, a mail program, or an address of the world that is in our texts.</summary>
    [Fact]
    public async Task Every_link_has_a_safe_scheme_and_every_form_stays_here()
    {
        var faults = new List<string>();
        var links = 0;
        foreach (var sample in sampled.Samples)
        {
            await sampled.AsAsync(sample.Account, async visitor =>
            {
                var page = await visitor.OpenAsync(sample.Address);
                foreach (var address in page.QuerySelectorAll("a[href], area[href], link[href]").Select(a => a.GetAttribute("href")!))
                {
                    links++;
                    if (!address.StartsWith("tel:", StringComparison.Ordinal) && !address.StartsWith("mailto:", StringComparison.Ordinal) && !address.StartsWith("https://", StringComparison.Ordinal) && !IsOwn(address))
                        faults.Add($"{sample}: {address}");
                }

                faults.AddRange(page.QuerySelectorAll("form[action], [formaction], [src]").SelectMany(e => new[] { e.GetAttribute("action"), e.GetAttribute("formaction"), e.GetAttribute("src") }).OfType<string>()
                    .Where(a => a.Length > 0 && !IsOwn(a)).Select(a => $"{sample}: {a}"));
                return true;
            });
        }

        Assert.True(links > 1000, $"Only {links} links.");
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    /// <summary>What looks encoded after it was read once is what somebody typed; in a link it is escaped again.</summary>
    [Theory]
    [InlineData("%41%2541")]
    [InlineData("&lt;b&gt;&amp;amp;")]
    [InlineData("\"><script>alert(1)</script>")]
    [InlineData("a&pagina=2#x?y=z+w%20v")]
    [InlineData("javascript:alert(1)//")]
    public async Task Words_in_an_address_are_read_once_and_escaped_in_every_link(string words)
    {
        await _site.WithAsync(async db =>
        {
            // So many that there is a next page with a link to it.
            var organisation = await db.Organisations.SingleAsync(o => o.Name == "Sociale dienst Drechtstreek");
            for (var i = 0; i < 60; i++)
            {
                var user = new Marketplace.Data.Organisations.User { Id = Guid.NewGuid(), UserName = $"veel{i}@gemeente.example", NormalizedUserName = $"VEEL{i}@GEMEENTE.EXAMPLE", Email = $"veel{i}@gemeente.example", NormalizedEmail = $"VEEL{i}@GEMEENTE.EXAMPLE", DisplayName = $"V {words} {i}" };
                db.AddRange(user, new Membership { UserId = user.Id, OrganisationId = organisation.Id, Role = Role.Consultant });
            }

            await db.SaveChangesAsync();
        });
        using var administrator = await _site.SignedInAsync("beheer");
        var page = await administrator.OpenAsync($"/beheer/gebruikers?zoek={Uri.EscapeDataString(words)}");

        Assert.Equal(words, page.QuerySelectorAll("[name=zoek]").OfType<IHtmlInputElement>().Single().Value);
        Assert.Contains($"V {words} 0", page.QuerySelector("main table")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("main script, main b"));
        var next = page.QuerySelectorAll("a[href*='pagina=2']").Select(a => a.GetAttribute("href")!).Where(a => a.Contains("zoek", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(next);
        Assert.All(next, address =>
        {
            Assert.True(IsOwn(address), address);
            var query = QueryHelpers.ParseQuery(new Uri(new Uri(Here, "/beheer/gebruikers"), address).Query);
            Assert.Equal((words, "2"), (query["zoek"].Single()!, query["pagina"].Single()!));
        });
    }

    [Fact]
    public async Task A_form_is_read_once_and_from_its_body_before_its_address()
    {
        using var employer = await _site.SignedInAsync("werkgever");
        const string typed = "Kratten %41 &lt;b&gt; %2541";
        var answer = await PostAsync(employer, "/werk/nieuw", "?In.Name=Uit%20het%20adres", ("In.Name", typed));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, employer.Status); // the other fields are empty
        Assert.Equal(typed, answer.QuerySelectorAll("[name='In.Name']").OfType<IHtmlInputElement>().Single().Value);
        Assert.DoesNotContain("Uit het adres", employer.Html, StringComparison.Ordinal);

        // Of two values the first counts.
        using var visitor = _site.Visitor();
        await PostAsync(visitor, "/wachtwoord", "?In.Email=beheer@demo.example", ("In.Email", "consulent@demo.example"), ("In.Email", "jobcoach@demo.example"));
        var mails = await _site.WithAsync(db => db.Messages.Where(m => m.Subject == "Een nieuw wachtwoord").Select(m => m.To).ToListAsync());
        Assert.Equal(["consulent@demo.example"], mails);
    }

    private static async Task<IHtmlDocument> PostAsync(WebVisitor visitor, string address, string query, params (string, string?)[] fields)
    {
        var form = (IHtmlFormElement)(await visitor.OpenAsync(address)).QuerySelector("main form[method=post]")!;
        form.Action = address + query;
        return await visitor.PostAsync(form, null, fields);
    }

    /// <summary>No other site may read an answer of ours, whatever it says it is.</summary>
    [Theory]
    [InlineData("https://evil.example")]
    [InlineData("null")]
    [InlineData("http://localhost.evil.example")]
    [InlineData("http://localhost")]
    public async Task No_answer_gives_another_site_leave_to_read_it(string origin)
    {
        foreach (var sample in sampled.Samples.DistinctBy(s => s.Page).Append(new PageSample("", null, "/css/app.css")).Append(new PageSample("", null, "/health/ready")).Append(new PageSample("", null, "/bestaat-niet")))
        {
            await sampled.AsAsync(sample.Account, async visitor =>
            {
                foreach (var method in new[] { HttpMethod.Get, HttpMethod.Options })
                {
                    using var request = new HttpRequestMessage(method, sample.Address);
                    request.Headers.Add("Origin", origin);
                    request.Headers.Add("Access-Control-Request-Method", "POST");
                    using var answer = await visitor.Client.SendAsync(request);
                    Assert.DoesNotContain(answer.Headers, h => h.Key.StartsWith("Access-Control-", StringComparison.OrdinalIgnoreCase) || h.Key.Equals("Timing-Allow-Origin", StringComparison.OrdinalIgnoreCase));
                    Assert.True(method == HttpMethod.Get || answer.StatusCode == HttpStatusCode.MethodNotAllowed, $"{method} {sample.Address}: {answer.StatusCode}");
                }

                return true;
            });
        }
    }

    private static bool IsOwn(string address) => Uri.TryCreate(Here, Browser(address), out var whole) && whole.Scheme == "http" && whole.Host == "localhost" && !address.Contains('\\', StringComparison.Ordinal);

    /// <summary>As a browser reads it: a backslash is a slash, and tabs and line ends are nothing.</summary>
    private static string Browser(string address) => string.Concat(address.Where(c => c is not ('\t' or '\n' or '\r'))).Replace('\\', '/').Trim();

    private static void StaysHere(string location) => Assert.True(IsOwn(location), location);
}
