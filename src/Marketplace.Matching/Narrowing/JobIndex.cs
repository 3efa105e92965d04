using Marketplace.Matching.Geo;

namespace Marketplace.Matching.Narrowing;

/// <summary>
/// Every job that can be compared, for questions from a person. A question reads one snapshot and never waits. Safe for use by several threads.
/// </summary>
public sealed class JobIndex
{
    private readonly MatchEngine _engine;
    private readonly Lock _writing = new();

    /// <summary>Revisions of jobs that were taken out since the last rebuild.</summary>
    private readonly Dictionary<string, long> _removed = new(StringComparer.Ordinal);

    private volatile Row[] _rows = [];

    /// <summary>Made when it is first asked for.</summary>
    private volatile Codes? _byCode;

    /// <summary>An empty index.</summary>
    /// <param name="engine">Judges, and gives the estimate of travel.</param>
    public JobIndex(MatchEngine engine)
    {
        ArgumentNullException.ThrowIfNull(engine);
        _engine = engine;
    }

    /// <summary>How many jobs are in the index.</summary>
    public int Count => _rows.Length;

    /// <summary>The revision of every job in the index, by code.</summary>
    public IReadOnlyDictionary<string, long> Revisions() => _rows.ToDictionary(r => r.Job.Code, r => r.Revision, StringComparer.Ordinal);

    /// <summary>Replaces everything. Questions are answered from what was there until the new index is whole.</summary>
    /// <inheritdoc cref="Apply" path="/returns"/>
    public IReadOnlyList<RefusedChange> Rebuild(IEnumerable<JobChange> jobs)
    {
        ArgumentNullException.ThrowIfNull(jobs);
        lock (_writing)
        {
            var changes = Latest(jobs);
            _removed.Clear();
            (_rows, var refused) = Changed([], changes);
            return refused;
        }
    }

    /// <inheritdoc cref="CandidateIndex.Apply" path="/summary"/>
    /// <returns>The jobs that the engine does not take (<see cref="CompiledJob"/>): they are not in the index, and all others are.</returns>
    public IReadOnlyList<RefusedChange> Apply(IEnumerable<JobChange> changes)
    {
        ArgumentNullException.ThrowIfNull(changes);
        lock (_writing)
        {
            (_rows, var refused) = Changed(_rows, Latest(changes));
            return refused;
        }
    }

    /// <summary>Which jobs fit a person.</summary>
    /// <inheritdoc cref="MatchEngine.Compile(Candidate)" path="/exception"/>
    public JobHits Search(JobQuestion question)
    {
        ArgumentNullException.ThrowIfNull(question);
        var facts = _engine.Compile(question.Candidate);
        return Judging.JudgeJobs(question, facts, Narrow(question, facts), IndexSource.InProcess);
    }

    /// <summary>Every job that may fit, with the minutes to it.</summary>
    internal List<(CompiledJob Compiled, int TravelMinutes)> Narrow(JobQuestion question, in CandidateFacts facts)
    {
        var found = new List<(CompiledJob, int)>();
        var farthestKm = Travel.Reach(facts.Modes, facts.MaxTravelMinutes) + Travel.MarginKm;
        var fitsInRow = CandidateRow.TryPack(facts, null, default, 0, 0, 0, out var person);
        foreach (ref readonly var row in _rows.AsSpan())
        {
            if ((question.Regions is not null && !question.Regions.Contains(row.RegionCode)) || (fitsInRow && !row.Conditions.Admit(person)))
                continue;
            if (_engine.Travel.StraightKm(facts.Postcode, row.Job) <= farthestKm
                && _engine.Travel.Minutes(facts.Postcode, row.Job, facts.Modes) is { } minutes
                && minutes <= facts.MaxTravelMinutes)
                found.Add((row.Job, minutes));
        }

        return found;
    }

    /// <summary>Every job by its code, for another index that gives codes.</summary>
    internal IReadOnlyDictionary<string, CompiledJob> ByCode()
    {
        var rows = _rows;
        var jobs = _byCode;
        if (jobs?.Of != rows)
            _byCode = jobs = new Codes(rows, rows.ToDictionary(row => row.Job.Code, row => row.Job, StringComparer.Ordinal));
        return jobs.Jobs;
    }

    private static Dictionary<string, JobChange> Latest(IEnumerable<JobChange> changes)
    {
        var latest = new Dictionary<string, JobChange>(StringComparer.Ordinal);
        foreach (var change in changes)
        {
            if (!latest.TryGetValue(change.Code, out var other) || other.Revision < change.Revision)
                latest[change.Code] = change;
        }

        return latest;
    }

    private (Row[] Rows, List<RefusedChange> Refused) Changed(Row[] old, Dictionary<string, JobChange> changes)
    {
        var refused = new List<RefusedChange>();
        foreach (var code in changes.Keys.Where(_removed.ContainsKey).ToList())
            IsNotNewer(code, _removed[code]);
        var rows = old.Where(row => !changes.ContainsKey(row.Job.Code) || IsNotNewer(row.Job.Code, row.Revision)).ToList();
        foreach (var (code, change) in changes)
        {
            _removed.Remove(code);
            if (RowOf(change) is { } row)
                rows.Add(row);
            else
                _removed[code] = change.Revision;
        }

        return ([.. rows], refused);

        Row? RowOf(JobChange change)
        {
            if (change.Job is not { } job)
                return null;
            if (_engine.TryCompile(job.Job, out var compiled, out var why))
                return new Row(compiled, job.RegionCode, change.Revision);
            refused.Add(new RefusedChange(change.Code, why));
            return null;
        }

        // Takes a change that is not newer out, so that what the index holds stays.
        bool IsNotNewer(string code, long revision)
        {
            var isNotNewer = changes.TryGetValue(code, out var change) && change.Revision <= revision;
            if (isNotNewer)
                changes.Remove(code);
            return isNotNewer;
        }
    }

    /// <param name="Of">The rows of which this is.</param>
    /// <param name="Jobs">Their jobs by code.</param>
    private sealed record Codes(Row[] Of, Dictionary<string, CompiledJob> Jobs);

    private readonly struct Row(CompiledJob job, string regionCode, long revision)
    {
        internal CompiledJob Job { get; } = job;
        internal Conditions Conditions { get; } = new(job);
        internal string RegionCode { get; } = regionCode;
        internal long Revision { get; } = revision;
    }
}
