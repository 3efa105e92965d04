using System.Diagnostics.Metrics;
using Elastic.Transport;
using Microsoft.Extensions.Logging;

namespace Marketplace.Matching.Elasticsearch;

/// <summary>
/// The one way to ask Elasticsearch, for every kind of question: whatever goes wrong there, the index in the process answers. After a fault the
/// server is left alone for half a minute and then checked anew, so that there is one pause and one line in the log for the whole server.
/// </summary>
public sealed partial class ElasticGate
{
    /// <summary>Name of the meter.</summary>
    public const string MeterName = "Marketplace.Search";

    /// <summary>Name of the counter of answers from the index in the process while there is an Elasticsearch; its tag is <c>reason</c>.</summary>
    public const string FallbacksName = "marketplace.search.fallbacks";

    /// <summary>How long a server is left alone after a fault.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    private readonly IReadOnlyList<IElasticIndex> _indices;
    private readonly SearchSettings _settings;
    private readonly TimeProvider _time;
    private readonly ILogger<ElasticGate> _log;
    private readonly Counter<long> _fallbacks;
    private readonly Lock _state = new();

    /// <summary>The check of the server since the last fault; null: not begun. It succeeded, is still under way, or there is a pause.</summary>
    private Task? _check;

    private SearchFault? _fault;
    private DateTimeOffset _pauseEnds;

    /// <param name="indices">What must be in order before anything is asked.</param>
    /// <param name="settings">The settings.</param>
    /// <param name="time">The time.</param>
    /// <param name="meters">Where the count of fallbacks goes.</param>
    /// <param name="log">The log.</param>
    public ElasticGate(IEnumerable<IElasticIndex> indices, SearchSettings settings, TimeProvider time, IMeterFactory meters, ILogger<ElasticGate> log)
    {
        ArgumentNullException.ThrowIfNull(meters);
        _indices = [.. indices];
        _settings = settings;
        _time = time;
        _log = log;
        _fallbacks = meters.Create(MeterName).CreateCounter<long>(FallbacksName, description: "Answers from the index in the process, by what kept Elasticsearch from answering.");
    }

    /// <summary>Checks the server now, so that the first question does not wait for it. True when it can be asked.</summary>
    public async Task<bool> WarmUpAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (Check() is not { } check)
                return false;
            await check.WaitAsync(cancellationToken);
            return true;
        }
        catch (Exception) when (!cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }

    /// <summary>Asks Elasticsearch, or the index in the process.</summary>
    /// <param name="elastic">Asks the first, within the budget of a question.</param>
    /// <param name="inProcess">Asks the second.</param>
    /// <param name="cancellationToken">Ends both.</param>
    public async ValueTask<T> AskAsync<T>(Func<CancellationToken, Task<T>> elastic, Func<ValueTask<T>> inProcess, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(elastic);
        ArgumentNullException.ThrowIfNull(inProcess);
        if (Check() is { } check)
        {
            using var budget = new Budget(_settings.QuestionBudget, _time, cancellationToken);
            var start = _time.GetTimestamp();
            try
            {
                await check.WaitAsync(budget.Token);
                return await elastic(budget.Token);
            }
            catch (Exception thrown)
            {
                // The caller went away: that is no fault of the server.
                cancellationToken.ThrowIfCancellationRequested();
                if (check.IsCompletedSuccessfully)
                    LeaveAlone(thrown, budget.IsUsedUp, start);
            }
        }

        SearchFault fault;
        lock (_state)
            fault = _fault ?? SearchFault.Checking;
        _fallbacks.Add(1, KeyValuePair.Create("reason", (object?)fault.Word()));
        return await inProcess();
    }

    /// <summary>The check that a question waits for; null during a pause.</summary>
    private Task? Check()
    {
        lock (_state)
        {
            if (_check is not null || (_fault is not null && _time.GetUtcNow() < _pauseEnds))
                return _check;

            // Not with the budget of one question: the first requests of a program are slow, and then nobody would ever come through.
            return _check = Task.Run(CheckServerAsync);
        }
    }

    private async Task CheckServerAsync()
    {
        using var budget = new Budget(_settings.WriteBudget, _time, CancellationToken.None);
        var start = _time.GetTimestamp();
        try
        {
            foreach (var index in _indices)
                await index.CheckAsync(budget.Token);
        }
        catch (Exception thrown)
        {
            LeaveAlone(thrown, budget.IsUsedUp, start);
            throw;
        }

        bool wasAway;
        lock (_state)
        {
            wasAway = _fault is not null;
            _fault = null;
        }

        if (wasAway)
            LogBack();
    }

    private void LeaveAlone(Exception thrown, bool isOverBudget, long start)
    {
        var fault = SearchFaults.Of(thrown, isOverBudget);
        lock (_state)
        {
            // Of several questions that fail together the first one tells.
            if (_check is null)
                return;
            (_check, _fault, _pauseEnds) = (null, fault, _time.GetUtcNow() + Pause);
        }

        var call = (thrown as TransportException)?.ApiCallDetails;
        LogAway(
            fault.Word(), call?.HttpMethod.ToString(), call?.Uri?.AbsolutePath, call?.HttpStatusCode, thrown.GetType().Name,
            (long)_time.GetElapsedTime(start).TotalMilliseconds, (int)Pause.TotalSeconds);
    }

    // What the server says and the debug information of the client hold values of fields, so neither is written.
    [LoggerMessage(Level = LogLevel.Warning, Message = "Search does not answer: {Reason} ({Method} {Path}, status {Status}, {Error}, {Elapsed} ms). The index in the process answers; the server is asked again after {Seconds} s.")]
    private partial void LogAway(string reason, string? method, string? path, int? status, string error, long elapsed, int seconds);

    [LoggerMessage(Level = LogLevel.Information, Message = "Search answers again.")]
    private partial void LogBack();
}
