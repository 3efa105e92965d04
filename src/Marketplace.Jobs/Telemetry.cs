using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using Marketplace.Matching.Narrowing;

namespace Marketplace.Jobs;

/// <summary>
/// What the program tells of itself; <c>docs/operations.md</c> says what each means. No tag tells of a person, an account or a row: only words of
/// the program stand in them. Without a listener it costs nothing.
/// </summary>
public sealed class Telemetry
{
    /// <summary>Of the source of spans and of the meter.</summary>
    public const string Name = "Marketplace";

    private static readonly ActivitySource Source = new(Name);

    private readonly TimeProvider _clock;
    private readonly ConcurrentDictionary<string, DateTimeOffset> _lastDone = new();
    private readonly Histogram<double> _jobDuration, _matchDuration, _indexLag;
    private readonly Counter<long> _jobHandled, _mailSent, _mailFailed, _refused, _importRows;
    private readonly Gauge<long> _mailWaiting;

    public Telemetry(IMeterFactory meters, TimeProvider clock)
    {
        var meter = meters.Create(Name);
        _clock = clock;
        _jobDuration = meter.CreateHistogram<double>("marketplace.job.duration", "s", "How long a job took.");
        _jobHandled = meter.CreateCounter<long>("marketplace.job.handled", "{row}", "Rows that a job handled.");
        meter.CreateObservableGauge("marketplace.job.since", Since, "s", "Since a job of this process last ended well.");
        _mailSent = meter.CreateCounter<long>("marketplace.mail.sent", "{mail}", "Mail that was delivered.");
        _mailFailed = meter.CreateCounter<long>("marketplace.mail.failed", "{mail}", "Mail that could not be delivered and is tried again.");
        _mailWaiting = meter.CreateGauge<long>("marketplace.mail.waiting", "{mail}", "Mail that waited when it was last looked at.");
        _matchDuration = meter.CreateHistogram<double>("marketplace.match.duration", "s", "How long a question of who fits took.");
        _indexLag = meter.CreateHistogram<double>("marketplace.index.lag", "s", "Age of the oldest change when the index of this process took it in.");
        _refused = meter.CreateCounter<long>("marketplace.guard.refused", "{try}", "Tries that were refused where something can be guessed.");
        _importRows = meter.CreateCounter<long>("marketplace.import.rows", "{row}", "Rows of imports.");
    }

    /// <summary>A job that runs, until it is disposed.</summary>
    internal Running Job(string name) => new(this, name);

    /// <summary>A question to the index, as one span and one measurement.</summary>
    internal async ValueTask<T> MatchAsync<T>(string question, Func<ValueTask<T>> ask, Func<T, IndexSource> source)
    {
        using var span = Source.StartActivity($"match {question}");
        var start = Stopwatch.GetTimestamp();
        var answer = await ask();
        var from = source(answer) == IndexSource.Elasticsearch ? "elasticsearch" : "process";
        span?.SetTag("marketplace.question", question).SetTag("marketplace.source", from);
        _matchDuration.Record(Stopwatch.GetElapsedTime(start).TotalSeconds, new("marketplace.question", question), new("marketplace.source", from));
        return answer;
    }

    internal void IndexFollowed(DateTime oldest) => _indexLag.Record(Math.Max(0, (_clock.GetUtcNow().UtcDateTime - oldest).TotalSeconds));

    internal void MailWaits(int count) => _mailWaiting.Record(count);

    internal void MailWent(bool isDelivered) => (isDelivered ? _mailSent : _mailFailed).Add(1);

    internal void ImportRows(string kind, string outcome, int count) => _importRows.Add(count, new("marketplace.import", kind), new("marketplace.outcome", outcome));

    /// <param name="reason"><c>password</c>, <c>code</c>, <c>tries</c> (closed for what was typed) or <c>limit</c> (closed for an address).</param>
    public void Refused(string reason) => _refused.Add(1, new KeyValuePair<string, object?>("marketplace.reason", reason));

    private IEnumerable<Measurement<double>> Since() =>
        _lastDone.Select(job => new Measurement<double>((_clock.GetUtcNow() - job.Value).TotalSeconds, new KeyValuePair<string, object?>("marketplace.job", job.Key)));

    /// <summary>A job that runs.</summary>
    internal sealed class Running(Telemetry telemetry, string name) : IDisposable
    {
        private readonly Activity? _span = Source.StartActivity($"job {name}");
        private readonly long _start = Stopwatch.GetTimestamp();
        private string _outcome = "failed";

        /// <summary>It ended well.</summary>
        public void Done(int handled)
        {
            _outcome = "done";
            telemetry._lastDone[name] = telemetry._clock.GetUtcNow();
            telemetry._jobHandled.Add(handled, new KeyValuePair<string, object?>("marketplace.job", name));
        }

        public void Dispose()
        {
            telemetry._jobDuration.Record(Stopwatch.GetElapsedTime(_start).TotalSeconds, new("marketplace.job", name), new("marketplace.outcome", _outcome));
            _span?.SetTag("marketplace.job", name).SetTag("marketplace.outcome", _outcome).SetStatus(_outcome == "done" ? ActivityStatusCode.Ok : ActivityStatusCode.Error);
            _span?.Dispose();
        }
    }
}
