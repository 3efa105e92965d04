using System.Net;
using System.Net.Sockets;
using System.Reflection;
using System.Text;
using Marketplace.Testing;
using Marketplace.Tests.Web.Work;
using Marketplace.Web.Access;
using Marketplace.Web.Hosting;
using Marketplace.Web.Pages.Account;
using Marketplace.Web.Posting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Xunit;

namespace Marketplace.Tests.Web.Hosting;

/// <summary>
/// Too often, too large, too many: over real HTTP, from several addresses through a proxy that is named. What is guessed at is closed soon and
/// for one address; reading goes on.
/// </summary>
public sealed class LimitTests(LimitTests.Named named) : IClassFixture<LimitTests.Named>
{
    private const int Guesses = 3;
    private const int Pages = 60;

    [Fact]
    public async Task Sign_in_closes_for_one_address_keeps_what_was_typed_and_reading_goes_on()
    {
        using var guesser = named.From("203.0.113.7");
        for (var turn = 0; turn < Guesses; turn++)
        {
            await GuessAsync(guesser, turn);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, guesser.Status);
        }

        var page = await GuessAsync(guesser, Guesses);
        Assert.Equal(HttpStatusCode.TooManyRequests, guesser.Status);
        Assert.InRange(guesser.Last!.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
        Assert.Contains("Wacht een minuut", page.QuerySelector("#fouten")!.TextContent, StringComparison.Ordinal);
        Assert.Equal($"iemand{Guesses}@ergens.example", page.QuerySelector("[name='In.Email']")!.GetAttribute("value"));

        // The mail for a new password is of the same few turns; who reads is not stopped, and neighbours are not.
        await guesser.PostAsync("/wachtwoord", "Mail", ("In.Email", "iemand@ergens.example"));
        Assert.Equal(HttpStatusCode.TooManyRequests, guesser.Status);
        await guesser.OpenAsync("/hulp");
        Assert.Equal(HttpStatusCode.OK, guesser.Status);
        using var neighbour = named.From("203.0.113.8");
        await GuessAsync(neighbour, 0);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, neighbour.Status);
    }

    [Fact]
    public async Task A_network_of_ipv6_is_one_address()
    {
        for (var turn = 0; turn < Guesses; turn++)
        {
            using var guesser = named.From($"2001:db8:1:1::{turn + 1}");
            await GuessAsync(guesser, turn);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, guesser.Status);
        }

        using var other = named.From("2001:db8:1:1:ffff::1");
        await GuessAsync(other, Guesses);
        Assert.Equal(HttpStatusCode.TooManyRequests, other.Status);
    }

    [Fact]
    public async Task Without_a_named_proxy_nobody_chooses_an_address()
    {
        using var site = new TestSite(settings: Settings());
        using var host = new Named(site);
        for (var turn = 0; turn <= Guesses; turn++)
        {
            using var guesser = host.From($"198.51.100.{turn}");
            await GuessAsync(guesser, turn);
            Assert.Equal(turn < Guesses ? HttpStatusCode.UnprocessableEntity : HttpStatusCode.TooManyRequests, guesser.Status);
        }
    }

    [Fact]
    public async Task Reading_is_counted_by_account_and_the_page_that_refuses_asks_the_database_nothing()
    {
        using var reader = named.From("203.0.113.20");
        await reader.SignInAsync("jobcoach");
        var answers = new List<HttpStatusCode>();
        for (var turn = 0; turn <= Pages; turn++)
        {
            named.Site.ForgetSql();
            await reader.OpenAsync("/hulp");
            answers.Add(reader.Status);
        }

        Assert.Equal(HttpStatusCode.OK, answers[0]);
        Assert.Equal(HttpStatusCode.TooManyRequests, answers[^1]);
        Assert.Contains("Even wachten", reader.Html, StringComparison.Ordinal);
        Assert.NotNull(reader.Last!.Headers.RetryAfter);
        Assert.Empty(named.Site.Sql);

        // Files and health are not counted, and a colleague behind the same address has turns of its own.
        foreach (var free in new[] { "/health/live", "/img/favicon.svg" })
        {
            await reader.OpenAsync(free);
            Assert.Equal((free, HttpStatusCode.OK), (free, reader.Status));
        }

        using var colleague = named.From("203.0.113.20");
        await colleague.SignInAsync("consulent");
        await colleague.OpenAsync("/hulp");
        Assert.Equal(HttpStatusCode.OK, colleague.Status);
    }

    [Fact]
    public void Every_form_for_everybody_is_guarded()
    {
        var pages = AccessTable.Public.Select(page => typeof(Program).Assembly.GetType($"Marketplace.Web.Pages{page.Replace('/', '.')}Model")).OfType<Type>();
        var open = pages.SelectMany(page => page.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
            .Where(m => m.Name.StartsWith("OnPost", StringComparison.Ordinal) && !m.IsDefined(typeof(GuardedAttribute))).Select(m => $"{m.DeclaringType!.Name}.{m.Name}").Order();

        // One click in Development only, with nothing to guess; and the page of a fault, which does nothing.
        Assert.Equal(["IndexModel.OnPost", $"{nameof(SignInModel)}.{nameof(SignInModel.OnPostDemoAsync)}"], open);
    }

    [Fact]
    public void A_limit_of_nothing_is_refused_by_name()
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection([new("Limits:Read:PerMinute", "0")]).Build();
        Assert.Contains("Limits:Read:PerMinute", Assert.Throws<InvalidOperationException>(() => new RequestLimits(settings)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("one large field", 1, 2 * 1024 * 1024)]
    [InlineData("many fields", 2500, 10)]
    public async Task A_form_that_is_too_large_gives_a_page_and_writes_nothing(string what, int fields, int length)
    {
        using var employer = named.From("203.0.113.30");
        await employer.SignInAsync("werkgever");
        var tasks = await named.Site.WithAsync(db => db.WorkTasks.CountAsync());
        var page = await employer.PostAsync("/werk/nieuw", "Verder",
            [.. WorkSite.Answers, .. Enumerable.Range(0, fields).Select(n => ($"Veld{n}", (string?)new string('a', length)))]);

        Assert.Equal((what, HttpStatusCode.RequestEntityTooLarge), (what, employer.Status));
        Assert.Contains("Dit is te veel in één keer", page.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(tasks, await named.Site.WithAsync(db => db.WorkTasks.CountAsync()));
    }

    [Fact]
    public async Task A_list_that_is_larger_than_a_form_still_comes_in()
    {
        using var consultant = named.From("203.0.113.31");
        await consultant.SignInAsync("consulent");
        await consultant.UploadAsync("/import", "In.File", Encoding.UTF8.GetBytes(new string('a', 2 * RequestLimits.MostInForm)));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, consultant.Status); // no list, but it was read
    }

    [Theory]
    [InlineData("POST /inloggen HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 99999999\r\n\r\nIn.Email=a", "413")]
    [InlineData("POST /inloggen HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", "4")]
    [InlineData("GET / HTTP/1.1\r\nHost: localhost\r\nX-Long: {40000}\r\n\r\n", "431")]
    [InlineData("GET /{9000} HTTP/1.1\r\nHost: localhost\r\n\r\n", "414")]
    [InlineData("TRACE / HTTP/1.1\r\nHost: localhost\r\n\r\n", "405")]
    [InlineData("DELETE / HTTP/1.1\r\nHost: localhost\r\n\r\n", "405")]
    public async Task Raw_requests_are_refused(string request, string status)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, named.Address.Port, TestContext.Current.CancellationToken);
        await using var stream = client.GetStream();
        foreach (var length in new[] { 40000, 9000 })
            request = request.Replace($"{{{length}}}", new string('a', length), StringComparison.Ordinal);
        await stream.WriteAsync(Encoding.ASCII.GetBytes(request), TestContext.Current.CancellationToken);
        using var reader = new StreamReader(stream);
        Assert.StartsWith($"HTTP/1.1 {status}", await reader.ReadLineAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    private static Task<AngleSharp.Html.Dom.IHtmlDocument> GuessAsync(WebVisitor visitor, int turn) =>
        visitor.PostAsync("/inloggen", "Log in", ("In.Email", $"iemand{turn}@ergens.example"), ("In.Password", "verkeerd geraden"));

    private static Dictionary<string, string?> Settings() => new()
    {
        ["Limits:Guarded:Burst"] = $"{Guesses}",
        ["Limits:Guarded:PerMinute"] = "1",
        ["Limits:Read:Burst"] = $"{Pages}",
        ["Limits:Read:PerMinute"] = "1",
    };

    /// <summary>A site over real HTTP, behind a proxy on this machine that is named.</summary>
    public sealed class Named : IDisposable
    {
        public Named()
            : this(new TestSite(settings: Settings().Append(new("Proxy:Known", "127.0.0.1, ::1")).ToDictionary()))
        {
        }

        internal Named(TestSite site)
        {
            Site = site;
            Site.UseKestrel(0);
            Site.StartServer();
        }

        internal TestSite Site { get; }

        internal Uri Address => Site.ClientOptions.BaseAddress;

        /// <summary>A visitor that comes from this address, as the proxy tells.</summary>
        internal WebVisitor From(string address)
        {
            var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = Address };
            client.DefaultRequestHeaders.Add("X-Forwarded-For", address);
            return new WebVisitor(client);
        }

        public void Dispose() => Site.Dispose();
    }
}
