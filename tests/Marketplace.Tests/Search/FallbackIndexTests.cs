using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Marketplace.Matching;
using Marketplace.Matching.Elasticsearch;
using Marketplace.Matching.Narrowing;
using Marketplace.Testing.Matching;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Marketplace.Tests.Search;

/// <summary>Whatever the server does, a question is answered; the faults are scripted below the client.</summary>
public sealed class FallbackIndexTests
{
    private const string Secret = "secret-value-of-a-field";

    /// <summary>Every fault: what the script does, and the word that the log and the counter have for it.</summary>
    public static TheoryData<string, SearchFault> Faults => new()
    {
        { "connection refused", SearchFault.Unreachable },
        { "connection dropped", SearchFault.Unreachable },
        { "body dropped", SearchFault.Unreachable },
        { "never answers", SearchFault.Slow },
        { "body stalls", SearchFault.Slow },
        { "half a body", SearchFault.Malformed },
        { "no JSON", SearchFault.Malformed },
        { "short row", SearchFault.Malformed },
        { "empty body", SearchFault.Incomplete },
        { "{}", SearchFault.Incomplete },
        { "timed out", SearchFault.Incomplete },
        { "shard failed", SearchFault.Incomplete },
        { "full", SearchFault.Incomplete },
        { "no count", SearchFault.Incomplete },
        { "other row", SearchFault.Schema },
        { "400", SearchFault.Request },
        { "401", SearchFault.Refused },
        { "403", SearchFault.Refused },
        { "404", SearchFault.Missing },
        { "429", SearchFault.Busy },
        { "500", SearchFault.Server },
        { "503", SearchFault.Server },
        { "other product", SearchFault.Product },
        { "old version", SearchFault.Version },
        { "no index", SearchFault.Missing },
        { "other schema", SearchFault.Schema },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_fault_is_answered_by_the_index_in_the_process_and_the_server_comes_back_by_itself(string fault, SearchFault reason)
    {
        using var place = new ScriptedPlace();
        var isAtCheck = fault is "other product" or "old version" or "no index" or "other schema";
        if (!isAtCheck)
            Assert.Equal(IndexSource.Elasticsearch, (await place.AskAsync()).Source);

        place.Fault = fault;
        if (reason == SearchFault.Slow)
            place.Settings.QuestionBudget = TimeSpan.FromMilliseconds(300);
        var answer = await place.AskAsync();

        Assert.Equal(IndexSource.InProcess, answer.Source);
        Assert.Equal(place.Expected.Listed, answer.Listed);
        Assert.Equal(place.Expected.Bands, answer.Bands);
        Assert.Equal(place.Expected.NotNow.Count, answer.NotNow.Count);
        var line = Assert.Single(place.Log, l => l.Level == LogLevel.Warning);
        Assert.Contains(reason.Word(), line.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, line.Text, StringComparison.Ordinal);
        Assert.Null(line.Thrown);
        Assert.Equal([reason.Word()], place.Reasons);

        // During the pause nothing is sent, nothing more is logged, and every answer is counted.
        var sent = place.Sent;
        Assert.Equal(IndexSource.InProcess, (await place.AskAsync()).Source);
        place.Move(ElasticGate.Pause - TimeSpan.FromSeconds(1));
        Assert.Equal(IndexSource.InProcess, (await place.AskAsync()).Source);
        Assert.Equal(sent, place.Sent);
        Assert.Single(place.Log);
        Assert.Equal([reason.Word(), reason.Word(), reason.Word()], place.Reasons);

        (place.Fault, place.Settings.QuestionBudget) = (null, SearchNode.Patience);
        place.Move(TimeSpan.FromSeconds(2));
        Assert.Equal(IndexSource.Elasticsearch, (await place.AskAsync()).Source);
        Assert.Equal(2, place.Log.Count);
        Assert.Equal(3, place.Reasons.Count);
    }

    [Fact]
    public async Task A_server_that_stays_away_is_asked_once_after_each_pause()
    {
        using var place = new ScriptedPlace { Fault = "connection refused" };
        for (var pause = 0; pause < 3; pause++)
        {
            Assert.Equal(IndexSource.InProcess, (await place.AskAsync()).Source);
            Assert.Equal(IndexSource.InProcess, (await place.AskAsync()).Source);
            place.Move(ElasticGate.Pause);
        }

        Assert.Equal(3, place.Sent);
        Assert.Equal(3, place.Log.Count);
    }

    [Fact]
    public async Task Both_directions_fall_back()
    {
        using var place = new ScriptedPlace { Fault = "503" };
        var person = new JobQuestion(place.Person);

        Assert.Equal(IndexSource.InProcess, (await place.Index.SearchAsync(person, CancellationToken.None)).Source);
        var question = place.Question with { ListsNotNow = true };
        Assert.Equal(place.InProcess.Candidates.Search(question).NotNow.Listed, (await place.Index.SearchAsync(question, CancellationToken.None)).NotNow.Listed);
        Assert.Equal(2, place.Reasons.Count);
    }

    [Fact]
    public async Task Many_questions_at_the_moment_of_a_fault_log_it_once()
    {
        using var place = new ScriptedPlace();
        await place.AskAsync();
        place.Fault = "503";

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => place.AskAsync())));

        Assert.All(answers, a => Assert.Equal(IndexSource.InProcess, a.Source));
        Assert.Single(place.Log);
        Assert.Equal(8, place.Reasons.Count);
    }

    [Fact]
    public async Task A_caller_who_goes_away_is_no_fault_of_the_server()
    {
        using var place = new ScriptedPlace();
        await place.AskAsync();
        place.Fault = "never answers";
        using var caller = new CancellationTokenSource();

        var asking = place.Index.SearchAsync(place.Question, caller.Token).AsTask();
        await caller.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asking);
        Assert.Empty(place.Log);
        place.Fault = null;
        Assert.Equal(IndexSource.Elasticsearch, (await place.AskAsync()).Source);
    }

    [Fact]
    public async Task While_the_server_is_being_checked_a_question_waits_no_longer_than_its_budget()
    {
        using var place = new ScriptedPlace { Fault = "slow check" };
        place.Settings.QuestionBudget = TimeSpan.FromMilliseconds(100);

        Assert.Equal(IndexSource.InProcess, (await place.AskAsync()).Source);
        Assert.Equal(["checking"], place.Reasons);
        Assert.Empty(place.Log);

        place.Settings.QuestionBudget = SearchNode.Patience;
        place.Release();
        Assert.Equal(IndexSource.Elasticsearch, (await place.AskAsync()).Source);
    }

    /// <summary>An index over a server that does what <see cref="Fault"/> says.</summary>
    private sealed class ScriptedPlace : IDisposable
    {
        private readonly ServiceProvider _services = new ServiceCollection().AddMetrics().BuildServiceProvider();
        private readonly MeterListener _listener = new();
        private readonly MovableTime _time = new();
        private readonly Lines _log = new();
        private readonly TaskCompletionSource _released = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int _sent;

        internal ScriptedPlace()
        {
            var engine = MatchEngine.Standard;
            var people = new Population(21).People(400).ToList();
            Person = people[0].Candidate!.Candidate;
            Question = new CandidateQuestion(engine.Compile(new Population(22).Jobs(1).Single().Job!.Job));
            InProcess = new InProcessIndex(engine);
            InProcess.Candidates.Rebuild(people);
            InProcess.Jobs.Rebuild(new Population(23).Jobs(50));
            Expected = InProcess.Candidates.Search(Question);
            Elastic = new ElasticIndex(SearchNode.Client(Settings, inner => new Script(inner, AnswerAsync)), Settings, engine, InProcess, _time);
            var meters = _services.GetRequiredService<IMeterFactory>();
            Index = new FallbackIndex(Elastic, InProcess, new ElasticGate([Elastic], Settings, _time, meters, _log));
            _listener.InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Name == ElasticGate.FallbacksName && instrument.Meter.Scope == meters)
                    listener.EnableMeasurementEvents(instrument);
            };
            _listener.SetMeasurementEventCallback<long>((_, _, tags, _) => Reasons.Enqueue((string)tags[0].Value!));
            _listener.Start();
        }

        internal string? Fault { get; set; }

        internal SearchSettings Settings { get; } =
            new() { Url = new Uri("http://search.invalid"), QuestionBudget = SearchNode.Patience, WriteBudget = SearchNode.Patience };

        internal Candidate Person { get; }

        internal CandidateQuestion Question { get; }

        internal CandidateHits Expected { get; }

        internal InProcessIndex InProcess { get; }

        internal FallbackIndex Index { get; }

        internal ConcurrentQueue<string> Reasons { get; } = [];

        internal ConcurrentQueue<(LogLevel Level, string Text, Exception? Thrown)> Log => _log.All;

        internal int Sent => _sent;

        private ElasticIndex Elastic { get; }

        internal Task<CandidateHits> AskAsync() => Index.SearchAsync(Question, CancellationToken.None).AsTask();

        internal void Move(TimeSpan by) => _time.Ahead += by;

        internal void Release() => _released.SetResult();

        public void Dispose()
        {
            _listener.Dispose();
            _services.Dispose();
        }

        private async Task<HttpResponseMessage?> AnswerAsync(Sent sent, CancellationToken cancellationToken)
        {
            Interlocked.Increment(ref _sent);
            if (sent.Path == "/" && Fault == "slow check")
                await _released.Task;
            if (sent.Path == "/" && Fault is not ("connection refused" or "503"))
            {
                return sent.Answer(
                    $$"""{"name":"n","cluster_name":"c","cluster_uuid":"u","version":{"number":"{{(Fault == "old version" ? "8.19.0" : "9.5.0")}}","build_flavor":"default","build_type":"docker","build_hash":"h","build_date":"2026-01-01T00:00:00Z","build_snapshot":false,"lucene_version":"10.2.0","minimum_wire_compatibility_version":"8.19.0","minimum_index_compatibility_version":"8.0.0"},"tagline":"You Know, for Search"}""",
                    product: Fault == "other product" ? null : "Elasticsearch");
            }

            if (sent.Path.EndsWith("/_mapping", StringComparison.Ordinal))
            {
                var index = Elastic.Definitions.Single(d => sent.Path.Contains(d.Alias(Settings.Prefix), StringComparison.Ordinal));
                return sent.Answer(Fault == "no index" ? "{}"
                    : $$$$$"""{"{{{{{index.Alias(Settings.Prefix)}}}}}-1":{"mappings":{"_meta":{"schema":"{{{{{(Fault == "other schema" ? "0-000000" : index.Schema)}}}}}"}}}}""");
            }

            return Fault switch
            {
                null or "slow check" or "old version" or "no index" or "other schema" or "other product" => sent.Answer(Complete()),
                "connection refused" => throw new HttpRequestException("refused", new SocketException((int)SocketError.ConnectionRefused)),
                "connection dropped" => throw new HttpRequestException("dropped", new IOException("reset")),
                "body dropped" => sent.Answer(new StreamContent(new Body(Complete(), endsWith: () => throw new IOException("reset")))),
                "never answers" => await NeverAsync(cancellationToken),
                "body stalls" => sent.Answer(new StreamContent(new Body(Complete(), endsWith: null))),
                "half a body" => sent.Answer(Complete()[..^20]),
                "no JSON" => sent.Answer("<html>"),
                "short row" => sent.Answer(Complete(Hit("AAAA"))),
                "empty body" => sent.Answer(""),
                "{}" => sent.Answer("{}"),
                "timed out" => sent.Answer(Complete().Replace("\"timed_out\":false", "\"timed_out\":true", StringComparison.Ordinal)),
                "shard failed" => sent.Answer(Complete().Replace("\"failed\":0", "\"failed\":1", StringComparison.Ordinal)),
                "full" => sent.Answer(Complete(string.Join(',', Enumerable.Repeat(Hit(AnyRow), SearchIndex.MostHits)))),
                "no count" => sent.Answer("""{"timed_out":false,"_shards":{"failed":0}}"""),
                "other row" => sent.Answer(Complete(Hit(AnyRow))),
                _ => sent.Answer(
                    $$"""{"error":{"root_cause":[],"type":"some_exception","reason":"{{Secret}}"},"status":{{Fault}}}""",
                    (HttpStatusCode)int.Parse(Fault, CultureInfo.InvariantCulture)),
            };
        }

        private static string AnyRow => Convert.ToBase64String(new byte[StoredRow.Size]);

        private static string Hit(string row) => """{"fields":{"p":["#"]}}""".Replace("#", row, StringComparison.Ordinal);

        private static string Complete(string hits = "") =>
            $$$$"""{"timed_out":false,"_shards":{"failed":0},"hits":{"hits":[{{{{hits}}}}]},"aggregations":{"sure":{"doc_count":0}}}""";

        private static async Task<HttpResponseMessage?> NeverAsync(CancellationToken cancellationToken)
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
            return null;
        }
    }

    /// <summary>The body of an answer that breaks off or goes on for ever after its first half.</summary>
    private sealed class Body(string text, Func<int>? endsWith) : MemoryStream(Encoding.UTF8.GetBytes(text[..(text.Length / 2)]))
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            var read = await base.ReadAsync(buffer, cancellationToken);
            if (read == 0 && endsWith is null)
                await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
            return read == 0 ? endsWith!() : read;
        }

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

        public override async Task CopyToAsync(Stream destination, int bufferSize, CancellationToken cancellationToken)
        {
            var buffer = new byte[bufferSize];
            while (await ReadAsync(buffer, cancellationToken) is > 0 and var read)
                await destination.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
        }
    }

    /// <summary>The clock of the machine, ahead of it by as much as a test says; timers are those of the machine.</summary>
    private sealed class MovableTime : TimeProvider
    {
        internal TimeSpan Ahead { get; set; }

        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Ahead;
    }

    private sealed class Lines : ILogger<ElasticGate>
    {
        internal ConcurrentQueue<(LogLevel Level, string Text, Exception? Thrown)> All { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            All.Enqueue((logLevel, formatter(state, exception), exception));
    }
}
