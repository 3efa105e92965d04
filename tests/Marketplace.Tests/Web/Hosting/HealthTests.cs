using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Marketplace.Jobs;
using Marketplace.Testing;
using Marketplace.Tests.Jobs;
using Xunit;

namespace Marketplace.Tests.Web.Hosting;

/// <summary>What who watches over the program is told, and what not.</summary>
public sealed class HealthTests
{
    [Fact]
    public async Task It_is_ready_when_database_and_keys_are_and_says_when_nothing_runs_in_the_background()
    {
        using var site = new TestSite();
        using var client = site.CreateClient();
        Assert.Equal("degraded", await PartAsync(client, "jobs", HttpStatusCode.OK));
        await site.RunJobAsync(nameof(DeliverMail));
        foreach (var part in new[] { "database", "keys", "jobs", "disk", "mail" })
            Assert.Equal("healthy", await PartAsync(client, part, HttpStatusCode.OK));
    }

    [Fact]
    public async Task Without_database_it_lives_and_is_not_ready_and_tells_no_detail()
    {
        using var site = new TestSite();
        using var client = site.CreateClient();
        site.ConnectionStatement = "PRAGMA no_such_thing; SELECT * FROM nowhere";
        var answer = await client.GetAsync(new Uri("/health/ready", UriKind.Relative), TestContext.Current.CancellationToken);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.DoesNotContain("nowhere", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(new Uri("/health/live", UriKind.Relative), TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task What_a_page_can_do_without_is_a_warning_of_its_own()
    {
        using var site = new TestSite(settings: new Dictionary<string, string?>
        {
            ["Search:Url"] = $"http://127.0.0.1:{FreePort()}",
            ["Mail:Folder"] = typeof(HealthTests).Assembly.Location /* a file where a folder should be */,
            ["Health:LeastFreeMegabytes"] = "1000000000",
        });
        using var client = site.CreateClient();
        foreach (var part in new[] { "search", "mail", "disk" })
            Assert.Equal((part, "degraded"), (part, await PartAsync(client, part, HttpStatusCode.OK)));
        Assert.Equal("healthy", await PartAsync(client, "database", HttpStatusCode.OK));
    }

    [Fact]
    public async Task A_mail_server_is_asked_whether_it_is_there()
    {
        using var server = new TcpListener(IPAddress.Loopback, 0);
        server.Start();
        var port = ((IPEndPoint)server.LocalEndpoint).Port;
        using var site = new TestSite(settings: new Dictionary<string, string?> { ["Mail:Transport"] = "smtp", ["Mail:Smtp:Host"] = "127.0.0.1", ["Mail:Smtp:Port"] = $"{port}" });
        using var client = site.CreateClient();
        Assert.Equal("healthy", await PartAsync(client, "mail", HttpStatusCode.OK));
        server.Stop();
        Assert.Equal("degraded", await PartAsync(client, "mail", HttpStatusCode.OK));
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static async Task<string?> PartAsync(HttpClient client, string part, HttpStatusCode status)
    {
        var answer = await client.GetAsync(new Uri("/health/ready", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(status, answer.StatusCode);
        using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        return json.RootElement.GetProperty("parts").GetProperty(part).GetString();
    }
}
