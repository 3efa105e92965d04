namespace Marketplace.Matching.Narrowing;

/// <summary>From the rows that an index returns to the answer: the same for every index.</summary>
internal static class Judging
{
    /// <summary>Judges every row and lists the best.</summary>
    /// <param name="engine">The engine.</param>
    /// <param name="question">The question.</param>
    /// <param name="rows">Who may fit, and perhaps others; who shares a postcode best stands together.</param>
    /// <param name="beside">Who is not in a row and is seen by the viewer.</param>
    /// <param name="near">How many in rows live near enough for <i>Past nu niet</i> or have no way, who fit and who do not.</param>
    /// <param name="source">The index.</param>
    internal static CandidateHits Judge(
        MatchEngine engine, CandidateQuestion question, ReadOnlySpan<CandidateRow> rows, IReadOnlyList<BesideCandidate> beside, int near, IndexSource source)
    {
        var ranking = new Ranking<CandidateHit>(question.Take, question.ComparesSomething ? question.Job.Asked : ulong.MaxValue);
        var travel = new Journeys(engine.Travel, question.Job);
        foreach (ref readonly var row in rows)
        {
            var judgement = MatchEngine.Judge(row.ToFacts(), question.Job, travel.Minutes(row.Postcode, row.Modes));
            if (ranking.Count(judgement))
                Keep(row.Code, judgement, row.LastProposed, row.Dayparts);
        }

        foreach (var person in beside)
        {
            var judgement = engine.Judge(person.Facts, question.Job);
            near += IsNear(judgement.TravelMinutes, person.Facts.MaxTravelMinutes) ? 1 : 0;
            if (ranking.Count(judgement))
                Keep(person.Facts.Code, judgement, person.LastProposed, person.Facts.Dayparts);
        }

        // Who fits is near; an index that counts in a second request may have counted just before a change.
        return new CandidateHits(source, rows.Length + beside.Count, ranking.Bands, Math.Max(0, near - ranking.Fitting), ranking.InOrder());

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

    /// <summary>Makes <i>Past nu niet</i>.</summary>
    /// <inheritdoc cref="Judge" path="/param"/>
    /// <param name="rows">Who lives near enough or has no way, and perhaps others.</param>
    internal static NotNow NotNow(MatchEngine engine, CandidateQuestion question, ReadOnlySpan<CandidateRow> rows, IReadOnlyList<BesideCandidate> beside)
    {
        var people = new List<NotNowPerson>(rows.Length + beside.Count);
        var travel = new Journeys(engine.Travel, question.Job);
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

    /// <summary>Near enough for <i>Past nu niet</i>, or without a way.</summary>
    internal static bool IsNear(int? minutes, int maxMinutes) => minutes is null || minutes <= maxMinutes + Weights.NotNowExtraMinutes;
}
