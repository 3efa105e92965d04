using System.Net;
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
        foreach (var part in new[] { "database", "keys", "jobs" })
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

    private static async Task<string?> PartAsync(HttpClient client, string part, HttpStatusCode status)
    {
        var answer = await client.GetAsync(new Uri("/health/ready", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(status, answer.StatusCode);
        using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        return json.RootElement.GetProperty("parts").GetProperty(part).GetString();
    }
}
