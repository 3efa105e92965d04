using System.Collections.Frozen;
using System.Diagnostics;
using Marketplace.Jobs;
using Marketplace.Matching.Elasticsearch;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Marketplace.Web.Hosting;

/// <summary>Sends spans and metrics to a collector, when <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> says where it is (docs/operations.md).</summary>
public static class TelemetryExport
{
    public const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";

    /// <summary>Every meter that is sent: ours, and those of ASP.NET Core that name addresses by their pattern.</summary>
    private static readonly string[] Meters = [Telemetry.Name, ElasticGate.MeterName, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.RateLimiting"];

    public static void AddTelemetryExport(this WebApplicationBuilder builder)
    {
        if (string.IsNullOrEmpty(builder.Configuration[Endpoint]))
            return;
        builder.Services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("iedertalent", serviceVersion: typeof(Program).Assembly.GetName().Version?.ToString(3)))
            .WithTracing(traces => traces.AddSource(Telemetry.Name).AddAspNetCoreInstrumentation().AddProcessor(new KnownTags()).AddOtlpExporter())
            .WithMetrics(metrics => metrics.AddMeter(Meters).AddOtlpExporter());
    }

    /// <summary>
    /// Takes every tag away that is not known to be safe: an address holds the id of a row, or what somebody searched for, and a fault the words of
    /// a form. What a later version of a library adds is away until somebody writes it here and in docs/operations.md.
    /// </summary>
    public sealed class KnownTags : BaseProcessor<Activity>
    {
        public static readonly FrozenSet<string> Names = FrozenSet.Create(
            "http.request.method", "http.route", "http.response.status_code", "url.scheme", "network.protocol.version", "error.type",
            "marketplace.job", "marketplace.outcome", "marketplace.question", "marketplace.source");

        public override void OnEnd(Activity data)
        {
            foreach (var tag in data.TagObjects.Where(tag => !Names.Contains(tag.Key)).ToList())
                data.SetTag(tag.Key, null);
            data.SetStatus(data.Status);
        }
    }
}
