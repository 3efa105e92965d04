namespace Marketplace.Matching.Narrowing;

/// <summary>From the rows that an index returns to the answer: the same for every index.</summary>
internal static class Judging
{
    /// <summary>Judges every row and lists the best.</summary>
    /// <param name="engine">The engine.</param>
    /// <param name="question">The question.</param>
    /// <param name="rows">Who may fit, and perhaps others; everybody near enough for <i>Past nu niet</i> when that is listed. Who shares a postcode best stands together.</param>
    /// <param name="beside">Who is not in a row and is seen by the viewer.</param>
    /// <param name="near">How many in rows live near enough for <i>Past nu niet</i> or have no way, who fit and who do not.</param>
    /// <param name="source">The index.</param>
    internal static CandidateHits Judge(
        MatchEngine engine, CandidateQuestion question, ReadOnlySpan<CandidateRow> rows, IReadOnlyList<BesideCandidate> beside, int near, IndexSource source)
    {
        var tasks = question.ComparesSomething ? question.Job.Asked : ulong.MaxValue;
        var ranking = new Ranking<CandidateHit>(question.Take, tasks);
        var conditions = new Conditions(question.Job);
        var others = question.OtherJobs.Select(job => new Other(job, tasks)).ToArray();
        var travel = new Journeys(engine.Travel, question.Job);
        foreach (ref readonly var row in rows)
        {
            var (facts, minutes) = (row.ToFacts(), travel.Minutes(row.Postcode, row.Modes));
            foreach (var other in others)
                other.Count(row, facts, minutes);
            if (conditions.Admit(row) && MatchEngine.Judge(facts, question.Job, minutes) is var judgement && ranking.Count(judgement))
                Keep(row.Code, judgement, row.LastProposed, row.Dayparts);
        }

        foreach (var person in beside)
        {
            var judgement = engine.Judge(person.Facts, question.Job);
            foreach (var other in others)
                other.Count(engine.Judge(person.Facts, other.Job));
            near += IsNear(judgement.TravelMinutes, person.Facts.MaxTravelMinutes) ? 1 : 0;
            if (ranking.Count(judgement))
                Keep(person.Facts.Code, judgement, person.LastProposed, person.Facts.Dayparts);
        }

        // Who fits is near; an index that counts in a second request may have counted just before a change.
        var notNow = question.ListsNotNow ? NotNow(question, travel, rows, beside) : new NotNow(Math.Max(0, near - ranking.Fitting), []);
        return new CandidateHits(source, rows.Length + beside.Count, ranking.Bands, notNow, ranking.InOrder(), [.. others.Take(question.OtherOffers.Count).Select(o => o.Bands)])
        {
            WithLowered = question.Lowered.Zip(others.Skip(question.OtherOffers.Count)).ToDictionary(pair => pair.First.Code, pair => pair.Second.Bands),
        };

        void Keep(string code, in Judgement judgement, DateOnly? lastProposed, int dayparts) =>
            ranking.Keep(new CandidateHit(code, judgement, lastProposed) { DaypartMask = dayparts }, new ListPlace(judgement.Score, lastProposed, code));
    }

    /// <summary>Judges jobs for a person and lists the best.</summary>
    /// <param name="question">The question.</param>
    /// <param name="person">The person of the question.</param>
    /// <param name="jobs">Jobs that may fit with the minutes to them, and perhaps others.</param>
    /// <param name="source">The index.</param>
    internal static JobHits JudgeJobs(
        JobQuestion question, in CandidateFacts person, IEnumerable<(CompiledJob Compiled, int TravelMinutes)> jobs, IndexSource source)
    {
        var ranking = new Ranking<JobHit>(question.Take, ulong.MaxValue);
        var narrowed = 0;
        foreach (var (job, minutes) in jobs)
        {
            narrowed++;
            var judgement = MatchEngine.Judge(person, job, minutes);
            if (question.ComparesSomething && (judgement.Kept & job.Asked) == 0)
                continue;
            if (ranking.Count(judgement))
                ranking.Keep(new JobHit(job.Code, judgement), new ListPlace(judgement.Score, null, job.Code));
        }

        return new JobHits(source, narrowed, ranking.Bands, ranking.InOrder());
    }

    /// <summary>Makes <i>Past nu niet</i> of who lives near enough or has no way, and perhaps others.</summary>
    private static NotNow NotNow(CandidateQuestion question, Journeys travel, ReadOnlySpan<CandidateRow> rows, IReadOnlyList<BesideCandidate> beside)
    {
        var people = new List<NotNowPerson>(rows.Length + beside.Count);
        foreach (ref readonly var row in rows)
            Add(row.Code, row.ToFacts(), row.LastProposed);
        foreach (var person in beside)
            Add(person.Facts.Code, person.Facts, person.LastProposed);
        return Matching.NotNow.Of(people);

        void Add(string code, in CandidateFacts facts, DateOnly? lastProposed)
        {
            var minutes = travel.Minutes(facts.Postcode, facts.Modes);
            var failing = MatchEngine.FailingRules(facts, question.Job, minutes);
            people.Add(new NotNowPerson(code, failing, minutes == Geo.Travel.Impossible ? null : minutes, facts.MaxTravelMinutes, lastProposed));
        }
    }

    /// <summary>Who fits the job with something else on offer, or with one demand lower.</summary>
    private sealed class Other(CompiledJob job, ulong tasks)
    {
        private readonly Conditions _conditions = new(job);
        private readonly Ranking<CandidateHit> _ranking = new(0, tasks);

        internal CompiledJob Job => job;

        internal BandCounts Bands => _ranking.Bands;

        internal void Count(in CandidateRow row, in CandidateFacts facts, int minutes)
        {
            if (_conditions.Admit(row))
                Count(MatchEngine.Judge(facts, job, minutes));
        }

        internal void Count(in Judgement judgement) => _ranking.Count(judgement);
    }

    /// <summary>Near enough for <i>Past nu niet</i>, or without a way.</summary>
    internal static bool IsNear(int? minutes, int maxMinutes) => minutes is null || minutes <= maxMinutes + Weights.NotNowExtraMinutes;
}
