using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Text;
using System.Text.RegularExpressions;
using Marketplace.Data.Privacy;
using Marketplace.Jobs;
using Marketplace.Matching.Elasticsearch;
using Marketplace.Testing;
using Marketplace.Tests.Jobs;
using Marketplace.Web.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;
using Xunit;

namespace Marketplace.Tests.Web.Hosting;

/// <summary>What goes over the line to a collector, after every page and every job: what docs/operations.md says, and of nobody.</summary>
public sealed partial class TelemetryTests
{
    [Fact]
    public async Task A_collector_gets_what_is_documented_and_no_name_address_or_id_of_anybody()
    {
        await using var collector = await Collector.StartAsync();
        using var site = new TestSite(settings: new Dictionary<string, string?>
        {
            [TelemetryExport.Endpoint] = collector.Address,
            ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
            ["OTEL_METRIC_EXPORT_INTERVAL"] = "3600000",
        });
        var ids = new HashSet<string>();
        foreach (var account in (await PageSamples.MakeAsync(site)).GroupBy(s => s.Account))
        {
            using var visitor = account.Key is null ? site.Visitor() : await site.SignedInAsync(account.Key);
            foreach (var sample in account)
            {
                await visitor.OpenAsync(sample.Address);
                ids.UnionWith(Ids().Matches(sample.Address).Select(m => m.Value));
            }
        }

        using (var guesser = site.Visitor())
            await guesser.PostAsync("/inloggen", "Log in", ("In.Email", "werkgever@demo.example"), ("In.Password", "verkeerd geraden"));
        foreach (var job in JobList.All)
            await site.RunJobAsync(job.Name);
        Assert.True(site.Services.GetRequiredService<TracerProvider>().ForceFlush());
        Assert.True(site.Services.GetRequiredService<MeterProvider>().ForceFlush());

        var sent = collector.Text;
        foreach (var name in new[] { "GET functies/{id:guid}/kandidaten", "POST inloggen", "job DeliverMail", "match people", "match jobs", "http.server.request.duration", "marketplace.job.duration", "marketplace.job.since", "marketplace.mail.sent", "marketplace.match.duration", "marketplace.guard.refused", "password" })
            Assert.Contains(name, sent, StringComparison.OrdinalIgnoreCase);
        Assert.NotEmpty(ids);
        Assert.DoesNotContain(ids, id => sent.Contains(id, StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain("url.path", sent, StringComparison.Ordinal);
        Assert.DoesNotContain("url.query", sent, StringComparison.Ordinal);

        using var scope = site.Services.CreateScope();
        var people = await site.WithAsync(db => db.People.Select(p => new { p.Id, p.Code }).ToListAsync());
        Assert.DoesNotContain(people, p => sent.Contains(p.Code, StringComparison.Ordinal));
        var names = (await scope.ServiceProvider.GetRequiredService<IdentityVault>().ReadAsync([.. people.Select(p => p.Id)], "Test", TestContext.Current.CancellationToken)).Values;
        Assert.NotEmpty(names);
        var words = string.Join('|', names.SelectMany(n => new[] { $"{n.FirstName} {n.LastName}", n.LastName }).Distinct().Select(Regex.Escape));
        Assert.DoesNotMatch($@"\b({words})\b", sent);
        foreach (var user in await site.WithAsync(db => db.Users.Select(u => new { u.Email, u.DisplayName }).ToListAsync()))
        {
            Assert.DoesNotContain(user.Email!, sent, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(user.DisplayName, sent, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Without_a_collector_nothing_is_made()
    {
        using var site = new TestSite();
        Assert.Null(site.Services.GetService<TracerProvider>());
        Assert.Null(site.Services.GetService<MeterProvider>());
    }

    [Fact]
    public void Every_name_unit_and_tag_of_the_code_stands_in_the_page_for_operators_and_no_other()
    {
        var made = new List<Instrument>();
        using var listener = new MeterListener { InstrumentPublished = (instrument, _) => made.Add(instrument) };
        using var services = new ServiceCollection().AddMetrics().AddLogging().AddSingleton(TimeProvider.System).AddSingleton<Telemetry>().BuildServiceProvider();
        listener.Start();
        var meters = services.GetRequiredService<IMeterFactory>();
        services.GetRequiredService<Telemetry>();
        _ = new ElasticGate([], new SearchSettings(), TimeProvider.System, meters, services.GetRequiredService<ILogger<ElasticGate>>());
        var own = made.Where(i => ReferenceEquals(i.Meter.Scope, meters)).Select(i => $"{i.Name} {i.Unit ?? "{answer}"}").Order(StringComparer.Ordinal).ToList();

        var page = File.ReadAllText(Path.Combine(StoredFile.Root, "docs", "operations.md"));
        Assert.Equal(own, MetricRow().Matches(page).Select(m => $"{m.Groups[1].Value} {m.Groups[2].Value}").Order(StringComparer.Ordinal));
        Assert.All(TelemetryExport.KnownTags.Names, tag => Assert.Contains($"`{tag}`", page, StringComparison.Ordinal));
        Assert.All(JobList.All, job => Assert.Contains($"`{job.Name}`", page, StringComparison.Ordinal));
    }

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{22}")]
    private static partial Regex Ids();

    [GeneratedRegex(@"^\| `(marketplace\.[a-z.]+)` \| ([^ |]+) \|", RegexOptions.Multiline)]
    private static partial Regex MetricRow();

    /// <summary>A collector on this machine that keeps every byte it gets.</summary>
    private sealed class Collector(WebApplication server, ConcurrentQueue<byte[]> bodies) : IAsyncDisposable
    {
        public string Address => server.Urls.Single();

        /// <summary>Everything as text: strings stand in the messages as they are.</summary>
        public string Text => string.Join('\n', bodies.Select(Encoding.UTF8.GetString));

        public static async Task<Collector> StartAsync()
        {
            var bodies = new ConcurrentQueue<byte[]>();
            var builder = WebApplication.CreateSlimBuilder();
            builder.Logging.ClearProviders();
            builder.WebHost.UseUrls("http://127.0.0.1:0").ConfigureKestrel(k => k.Limits.MaxRequestBodySize = null);
            var server = builder.Build();
            server.MapPost("/{**path}", async (HttpRequest request) =>
            {
                using var body = new MemoryStream();
                await request.Body.CopyToAsync(body);
                bodies.Enqueue(body.ToArray());
            });
            await server.StartAsync();
            return new Collector(server, bodies);
        }

        public ValueTask DisposeAsync() => server.DisposeAsync();
    }
}
