using System.Runtime.InteropServices;

namespace Marketplace.Matching.Narrowing;

/// <summary>
/// Everybody who can be compared, as packed rows by postcode, for questions from a job. A question reads one snapshot and never waits; a change
/// copies only the postcodes that it touches. Safe for use by several threads.
/// </summary>
public sealed class CandidateIndex
{
    private readonly MatchEngine _engine;
    private readonly CodeNumbers<string> _regions = new(CandidateRow.MostRegions);
    private readonly CodeNumbers<Guid> _organisations = new(ushort.MaxValue);
    private readonly Lock _writing = new();

    /// <summary>Revisions of who was taken out since the last rebuild, so that a late older change does not bring anybody back.</summary>
    private readonly Dictionary<string, uint> _removed = new(StringComparer.Ordinal);

    private volatile Snapshot _snapshot;

    /// <summary>An empty index.</summary>
    /// <param name="engine">Judges, and gives the estimate of travel.</param>
    public CandidateIndex(MatchEngine engine)
    {
        ArgumentNullException.ThrowIfNull(engine);
        _engine = engine;
        _snapshot = Empty;
    }

    /// <summary>How many people are in the index.</summary>
    public int Count => _snapshot.ByPostcode.Sum(p => p?.Rows.Length ?? 0) + _snapshot.Beside.Length;

    /// <summary>The revision of everybody who is in the index, by code.</summary>
    public IReadOnlyDictionary<string, long> Revisions()
    {
        var snapshot = _snapshot;
        var revisions = snapshot.Beside.ToDictionary(p => p.Facts.Code, p => (long)p.Revision, StringComparer.Ordinal);
        foreach (var people in snapshot.ByPostcode)
        {
            foreach (ref readonly var row in (people?.Rows ?? []).AsSpan())
                revisions[row.Code] = row.Revision;
        }

        return revisions;
    }

    /// <summary>Every row, for tests of how it was made.</summary>
    internal IReadOnlyList<CandidateRow> Rows() => [.. _snapshot.ByPostcode.SelectMany(p => p?.Rows ?? [])];

    private Snapshot Empty => new(new CandidatePostcode?[_engine.Travel.Geography.Postcodes.Count], []);

    /// <summary>Replaces everything. Questions are answered from what was there until the new index is whole.</summary>
    /// <param name="parts">Everybody, each person once. The parts are read at the same time, each by a thread of its own.</param>
    /// <inheritdoc cref="Apply" path="/returns"/>
    /// <inheritdoc cref="Apply" path="/exception"/>
    /// <exception cref="ArgumentException">Somebody comes twice. Nothing was changed.</exception>
    public IReadOnlyList<RefusedChange> Rebuild(params IReadOnlyList<IEnumerable<CandidateChange>> parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        lock (_writing)
        {
            var packed = Task.WhenAll(parts.Select(part => Task.Run(() => PackedPart.Of(part, Packed)))).GetAwaiter().GetResult();
            if (packed.Index().Any(p => packed.Take(p.Index).Any(other => other.Codes.Overlaps(p.Item.Codes))))
                throw new ArgumentException("Somebody comes twice.", nameof(parts));
            _removed.Clear();
            foreach (var (code, revision) in packed.SelectMany(p => p.Removed))
                _removed[code] = revision;
            var byPostcode = Empty.ByPostcode;
            for (var postcode = 0; postcode < byPostcode.Length; postcode++)
            {
                var rows = packed.SelectMany(p => p.Rows.GetValueOrDefault(postcode, [])).ToArray();
                byPostcode[postcode] = rows.Length == 0 ? null : new CandidatePostcode(rows);
            }

            _snapshot = new Snapshot(byPostcode, [.. packed.SelectMany(p => p.Beside)]);
            return [.. packed.SelectMany(p => p.Refused)];
        }
    }

    /// <summary>
    /// Brings changes in. The latest revision of a person wins, in whatever order and however often changes come; a change that is not newer than
    /// what the index holds does nothing.
    /// </summary>
    /// <returns>Whom the engine does not take (<see cref="CandidateFacts.Of"/>): they are not in the index, and everybody else is.</returns>
    /// <exception cref="OverflowException">A revision is not 0–4,294,967,295. Nothing was changed.</exception>
    public IReadOnlyList<RefusedChange> Apply(IEnumerable<CandidateChange> changes)
    {
        ArgumentNullException.ThrowIfNull(changes);
        lock (_writing)
        {
            var refused = new List<RefusedChange>();
            _snapshot = Changed(_snapshot, Packed(changes, refused));
            return refused;
        }
    }

    /// <summary>Which people fit a job.</summary>
    public CandidateHits Search(CandidateQuestion question)
    {
        ArgumentNullException.ThrowIfNull(question);
        using var rows = new RowBuffer();
        var near = Scan(question, rows, everyRule: !question.ListsNotNow, out var beside);
        return Judging.Judge(_engine, question, rows.Rows, beside, near, IndexSource.InProcess);
    }

    /// <summary>Finds everybody who may fit.</summary>
    /// <param name="question">The question.</param>
    /// <param name="rows">Gets who may fit.</param>
    /// <param name="beside">Who is not in a row; the engine decides.</param>
    /// <returns>How many in rows are near enough for <i>Past nu niet</i> or have no way.</returns>
    internal int Narrow(CandidateQuestion question, RowBuffer rows, out IReadOnlyList<BesideCandidate> beside) =>
        Scan(question, rows, everyRule: true, out beside);

    /// <summary>Who is not in a row and is seen by the viewer.</summary>
    internal IReadOnlyList<BesideCandidate> Beside(CandidateQuestion question)
    {
        var sight = new Sight(question, _regions, _organisations);
        return [.. _snapshot.Beside.Where(sight.Sees)];
    }

    private int Scan(CandidateQuestion question, RowBuffer rows, bool everyRule, out IReadOnlyList<BesideCandidate> beside)
    {
        var snapshot = _snapshot;
        var sight = new Sight(question, _regions, _organisations);
        beside = [.. snapshot.Beside.Where(sight.Sees)];
        var conditions = new Conditions(question.Widest);
        var journeys = new Journeys(_engine.Travel, question.Job);
        var near = 0;
        for (var postcode = 0; postcode < snapshot.ByPostcode.Length; postcode++)
        {
            if (snapshot.ByPostcode[postcode] is not { } people || IsTooFar(people, postcode, question.Job))
                continue;
            foreach (ref readonly var row in people.Rows.AsSpan())
            {
                if (!sight.Sees(row))
                    continue;
                var minutes = journeys.Minutes(postcode, row.Modes);
                if (minutes > row.MaxTravelMinutes + Weights.NotNowExtraMinutes && minutes != Geo.Travel.Impossible)
                    continue;
                near++;
                if (!everyRule || (minutes <= row.MaxTravelMinutes && conditions.Admit(row)))
                    rows.Add(row);
            }
        }

        return near;
    }

    /// <summary>Nobody of a postcode comes within fifteen minutes of the longest journey, and everybody has a way.</summary>
    private bool IsTooFar(CandidatePostcode people, int postcode, CompiledJob job) =>
        _engine.Travel.StraightKm(postcode, job) > people.FarthestKm + Geo.Travel.MarginKm && !_engine.Travel.MayBeOverWater(postcode, job);

    /// <summary>The latest of these changes for each person.</summary>
    private Dictionary<string, PackedChange> Packed(IEnumerable<CandidateChange> changes, List<RefusedChange> refused)
    {
        var latest = new Dictionary<string, PackedChange>(StringComparer.Ordinal);
        foreach (var change in changes)
        {
            if (!latest.TryGetValue(change.Code, out var other) || other.Revision < change.Revision)
                latest[change.Code] = Packed(change, refused);
        }

        return latest;
    }

    private PackedChange Packed(CandidateChange change, List<RefusedChange> refused)
    {
        var revision = checked((uint)change.Revision);
        if (change.Candidate is not { } indexed)
            return new PackedChange(revision, null, null);
        if (!_engine.TryCompile(indexed.Candidate, out var facts, out var why))
        {
            refused.Add(new RefusedChange(change.Code, why));
            return new PackedChange(revision, null, null);
        }

        var fits = CandidateRow.TryPack(
            facts, indexed.Candidate.LastProposed, indexed.Found, _regions.Of(indexed.RegionCode), _organisations.Of(indexed.OrganisationId), revision, out var row);
        return fits ? new PackedChange(revision, row, null) : new PackedChange(revision, null, new BesideCandidate(facts, indexed, revision));
    }

    /// <summary>A snapshot with the changes in it; takes those that are not newer out of <paramref name="changes"/>.</summary>
    private Snapshot Changed(Snapshot old, Dictionary<string, PackedChange> changes)
    {
        foreach (var code in changes.Keys.Where(_removed.ContainsKey).ToList())
            Stays(code, _removed[code]);
        var codes = changes.Keys.Select(code => PackedCode.TryPack(code, out var packed) ? packed : 0).ToHashSet();
        var touched = new Dictionary<int, List<CandidateRow>>();
        for (var postcode = 0; postcode < old.ByPostcode.Length; postcode++)
        {
            foreach (ref readonly var row in (old.ByPostcode[postcode]?.Rows ?? []).AsSpan())
            {
                if (codes.Contains(row.PackedCode) && !Stays(row.Code, row.Revision))
                    Touched(postcode).RemoveAll(SameAs(row.PackedCode));
            }
        }

        var beside = old.Beside.Where(p => !changes.ContainsKey(p.Facts.Code) || Stays(p.Facts.Code, p.Revision)).ToList();
        foreach (var (code, change) in changes)
        {
            _removed.Remove(code);
            if (change.Row is { } row)
                Touched(row.Postcode).Add(row);
            else if (change.Beside is { } person)
                beside.Add(person);
            else
                _removed[code] = change.Revision;
        }

        var byPostcode = old.ByPostcode.ToArray();
        foreach (var (postcode, rows) in touched)
            byPostcode[postcode] = rows.Count == 0 ? null : new CandidatePostcode([.. rows]);
        return new Snapshot(byPostcode, [.. beside]);

        // True when what the index holds stays, because the change is not newer.
        bool Stays(string code, uint revision)
        {
            var stays = changes.TryGetValue(code, out var change) && change.Revision <= revision;
            if (stays)
                changes.Remove(code);
            return stays;
        }

        List<CandidateRow> Touched(int postcode)
        {
            if (!touched.TryGetValue(postcode, out var rows))
                touched[postcode] = rows = [.. old.ByPostcode[postcode]?.Rows ?? []];
            return rows;
        }

        static Predicate<CandidateRow> SameAs(ulong code) => row => row.PackedCode == code;
    }

    /// <param name="Revision">Revision of the person.</param>
    /// <param name="Row">The person, or null.</param>
    /// <param name="Beside">The person when a row is too small; both null: taken out.</param>
    private readonly record struct PackedChange(uint Revision, CandidateRow? Row, BesideCandidate? Beside);

    /// <summary>The packed people of one part of a rebuild.</summary>
    private sealed class PackedPart
    {
        internal HashSet<string> Codes { get; } = new(StringComparer.Ordinal);
        internal Dictionary<int, List<CandidateRow>> Rows { get; } = [];
        internal List<BesideCandidate> Beside { get; } = [];
        internal List<(string Code, uint Revision)> Removed { get; } = [];
        internal List<RefusedChange> Refused { get; } = [];

        internal static PackedPart Of(IEnumerable<CandidateChange> people, Func<CandidateChange, List<RefusedChange>, PackedChange> packed)
        {
            var part = new PackedPart();
            foreach (var person in people)
            {
                if (!part.Codes.Add(person.Code))
                    throw new ArgumentException("Somebody comes twice.", nameof(people));
                var change = packed(person, part.Refused);
                if (change.Row is { } row)
                    (CollectionsMarshal.GetValueRefOrAddDefault(part.Rows, row.Postcode, out _) ??= []).Add(row);
                else if (change.Beside is { } beside)
                    part.Beside.Add(beside);
                else
                    part.Removed.Add((person.Code, change.Revision));
            }

            return part;
        }
    }

    private sealed record Snapshot(CandidatePostcode?[] ByPostcode, BesideCandidate[] Beside);
}
