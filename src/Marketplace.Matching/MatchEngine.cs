using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using Marketplace.Domain.Vocabulary;
using Marketplace.Matching.Geo;

namespace Marketplace.Matching;

/// <summary>
/// The one place where a verdict or a point is computed (matching.md). Every screen and the command use it, so an index may only
/// leave out pairs that are certainly no-fit. Immutable; safe for use by several threads.
/// </summary>
public sealed class MatchEngine
{
    /// <summary>An engine over this estimate of travel.</summary>
    public MatchEngine(Travel travel)
    {
        ArgumentNullException.ThrowIfNull(travel);
        Travel = travel;
    }

    /// <summary>The engine with the geography of the program and every crossing open.</summary>
    public static MatchEngine Standard { get; } = new(new Travel(Geography.Netherlands));

    /// <summary>The estimate of travel.</summary>
    internal Travel Travel { get; }

    /// <summary>Makes the facts of a job, to be compared with many candidates.</summary>
    /// <inheritdoc cref="CompiledJob(MatchJob, Geography)" path="/exception"/>
    public CompiledJob Compile(MatchJob job) => new(job, Travel.Geography);

    /// <summary>Makes the facts of a candidate, to be compared with many jobs.</summary>
    /// <inheritdoc cref="CandidateFacts.Of" path="/exception"/>
    public CandidateFacts Compile(Candidate candidate) => CandidateFacts.Of(candidate, Travel.Geography);

    /// <summary>Makes the facts of a candidate where the candidate can be read: one who cannot be must not keep everybody else out of an index.</summary>
    internal bool TryCompile(Candidate candidate, out CandidateFacts facts, [NotNullWhen(false)] out string? why)
    {
        try
        {
            (facts, why) = (Compile(candidate), null);
            return true;
        }
        catch (ArgumentException wrong)
        {
            (facts, why) = (default, wrong.Message);
            return false;
        }
    }

    /// <inheritdoc cref="TryCompile(Candidate, out CandidateFacts, out string?)"/>
    internal bool TryCompile(MatchJob job, [NotNullWhen(true)] out CompiledJob? compiled, [NotNullWhen(false)] out string? why)
    {
        try
        {
            (compiled, why) = (Compile(job), null);
            return true;
        }
        catch (ArgumentException wrong)
        {
            (compiled, why) = (null, wrong.Message);
            return false;
        }
    }

    /// <summary>The result of one candidate and one job.</summary>
    public MatchResult Match(Candidate candidate, MatchJob job) => Match(Compile(candidate), Compile(job));

    /// <summary>The result of one candidate and one job.</summary>
    public MatchResult Match(in CandidateFacts candidate, CompiledJob job)
    {
        ArgumentNullException.ThrowIfNull(job);
        var pairing = Pair(candidate, job);
        var judgement = Judge(pairing);
        return judgement.Verdict == Verdict.NoFit
            ? new MatchResult
            {
                Candidate = candidate.Code,
                Job = job.Code,
                Verdict = Verdict.NoFit,
                Points = null,
                Measures = [],
                CarvedOut = [],
                Adaptations = [],
                OpenQuestions = [],
                TravelMinutes = judgement.TravelMinutes,
                Hours = null,
                Decisive = DecisiveOf(pairing, judgement.FirstFailing, candidate, job),
            }
            : new MatchResult
            {
                Candidate = candidate.Code,
                Job = job.Code,
                Verdict = judgement.Verdict,
                Points = judgement.Points,
                Measures = [.. MeasureSets.In(judgement.Used).Select(m => m.Code)],
                CarvedOut = [.. job.Tasks.Where((_, place) => (judgement.Kept & 1ul << place) == 0).Select(t => t.Code)],
                Adaptations = Adaptations(pairing, judgement.Kept, job),
                OpenQuestions = DimensionMask.Codes(judgement.Questions),
                TravelMinutes = judgement.TravelMinutes,
                Hours = HoursInMinutes.ToHours(judgement.Minutes),
                Decisive = null,
            };
    }

    /// <summary>Verdict and points without names, for counting bands and ordering many.</summary>
    public Judgement Judge(in CandidateFacts candidate, CompiledJob job)
    {
        ArgumentNullException.ThrowIfNull(job);
        return Judge(Pair(candidate, job));
    }

    /// <summary>The same where the minutes are known already: <see cref="Travel.Impossible"/> when no mode is possible.</summary>
    internal static Judgement Judge(in CandidateFacts candidate, CompiledJob job, int travelMinutes) => Judge(Pair(candidate, job, travelMinutes));

    /// <inheritdoc cref="FailingRules(in CandidateFacts, CompiledJob)"/>
    internal static MatchRules FailingRules(in CandidateFacts candidate, CompiledJob job, int travelMinutes) =>
        Pair(candidate, job, travelMinutes).AllFailing();

    /// <summary>
    /// Each of the seven rules looked at by itself, as if the others held: those that fail. An essential task that is out by a
    /// certificate or a circumstance counts under rules 2 and 3 only; parts of day count under rule 5 only. The first of the
    /// set is the one that decides; the set is empty exactly when the verdict is not no-fit.
    /// </summary>
    public MatchRules FailingRules(in CandidateFacts candidate, CompiledJob job)
    {
        ArgumentNullException.ThrowIfNull(job);
        return Pair(candidate, job).AllFailing();
    }

    /// <inheritdoc cref="FailingRules(in CandidateFacts, CompiledJob)"/>
    public MatchRules FailingRules(Candidate candidate, MatchJob job) => FailingRules(Compile(candidate), Compile(job));

    /// <summary>The facts behind a result, without words.</summary>
    public Explanation Explain(in CandidateFacts candidate, CompiledJob job)
    {
        ArgumentNullException.ThrowIfNull(job);
        var pairing = Pair(candidate, job);
        var judgement = Judge(pairing);
        var tasks = TaskOutcomes(pairing, candidate, job);
        if (judgement.Verdict == Verdict.NoFit)
            return new Explanation([], [], false, [], [], [], [], tasks);

        var demands = pairing.HighestDemands(judgement.Kept);
        var tags = pairing.TagsOf(judgement.Kept);
        return new Explanation(
            Steps(pairing.MetFrom2(judgement.Kept), demands, candidate),
            Steps(judgement.Questions, demands, candidate),
            pairing.IsSectorWished,
            tags.Intersect(candidate.WishedTags).Sorted(CodeLists.Tags),
            tags.Intersect(candidate.UnwantedTags).Sorted(CodeLists.Tags),
            Steps(pairing.Growing(judgement.Kept), demands, candidate),
            MeasuresUsed(judgement, candidate, job),
            tasks);
    }

    /// <inheritdoc cref="Explain(in CandidateFacts, CompiledJob)"/>
    public Explanation Explain(Candidate candidate, MatchJob job) => Explain(Compile(candidate), Compile(job));

    /// <summary>
    /// The way behind the minutes of a result: how, and whether to the pick-up point. Of equally fast ways the first mode of the table,
    /// and the job before the pick-up point; null when no mode is possible.
    /// </summary>
    public FastestWay? FastestWay(Candidate candidate, MatchJob job)
    {
        ArgumentNullException.ThrowIfNull(candidate);
        ArgumentNullException.ThrowIfNull(job);
        return (
            from mode in TravelModes.All
            where candidate.Modes.Contains(mode.Code)
            from end in (string?[])[job.Pc4, job.PickUpPc4]
            where end is not null
            let minutes = Travel.Minutes(candidate.Pc4, end, [mode.Code])
            where minutes is not null
            select new FastestWay(mode.Code, minutes.Value, ToPickUp: end != job.Pc4)).MinBy(way => way.Minutes);
    }

    internal Pairing Pair(in CandidateFacts candidate, CompiledJob job) =>
        new(candidate, job, Travel.Minutes(candidate.Postcode, job, candidate.Modes));

    private static Pairing Pair(in CandidateFacts candidate, CompiledJob job, int travelMinutes) =>
        new(candidate, job, travelMinutes == Travel.Impossible ? null : travelMinutes);

    private static Judgement Judge(in Pairing pairing) => pairing.FirstFailing() is not MatchRules.None and var rule
        ? new Judgement(Verdict.NoFit, rule, default, pairing.TravelMinutes, 0)
        : pairing.Judge();

    private static Decisive DecisiveOf(in Pairing pairing, MatchRules rule, in CandidateFacts candidate, CompiledJob job)
    {
        switch (rule)
        {
            case MatchRules.Form:
                return new FormDecides(job.FormCode);
            case MatchRules.Certificate:
                return new CertificateDecides(pairing.MissingCertificates.Sorted(CodeLists.Certificates));
            case MatchRules.Exclusion:
                return new ExclusionDecides(pairing.ExcludedCircumstances.Sorted(CodeLists.Circumstances));
            case MatchRules.Travel:
                return new TravelDecides(pairing.TravelMinutes, candidate.MaxTravelMinutes);
            case MatchRules.Dayparts:
                return pairing.MissingDayparts != 0
                    ? new MissingDaypartsDecide(ClosedCodes.SortedDayparts(pairing.MissingDayparts))
                    : new AvailableHoursDecide(Dayparts.Hours * pairing.Parts);
            case MatchRules.Tasks:
                // Places are in order of code, so the first of the largest has the lowest code.
                var place = Places(pairing.EssentialTooMuch()).MaxBy(p => job.Tasks[p].Minutes);
                var reason = pairing.Reason(place);
                return new TaskDecides(
                    job.Tasks[place].Code, reason.Code, job.Tasks[place].Demands.LevelAt(reason.Index), candidate.Capacities.LevelAt(reason.Index));
            case MatchRules.Hours:
                return new HoursLeftDecide(HoursInMinutes.ToHours(pairing.MinutesLeft(pairing.Kept())));
            default:
                throw new ArgumentOutOfRangeException(nameof(rule));
        }
    }

    private static List<Adaptation> Adaptations(in Pairing pairing, ulong kept, CompiledJob job)
    {
        var adaptations = new List<Adaptation>();
        foreach (var place in Places(kept))
            adaptations.AddRange(DimensionMask.Codes(pairing.NotBridged(place)).Select(code => new Adaptation(job.Tasks[place].Code, code)));
        return adaptations;
    }

    private static List<MeasureUse> MeasuresUsed(in Judgement judgement, in CandidateFacts candidate, CompiledJob job)
    {
        var uses = new List<MeasureUse>();
        var left = judgement.Bridged;
        foreach (var measure in MeasureSets.In(judgement.Used))
        {
            var set = MeasureSets.Of([measure.Code]);
            var raised = MeasureSets.Raises(set);
            uses.Add(new MeasureUse(measure, [.. DimensionMask.In(left & raised)], (job.Offers & set) != 0, (candidate.Support & set) != 0));
            left &= ~raised;
        }

        return uses;
    }

    private static List<TaskOutcome> TaskOutcomes(in Pairing pairing, in CandidateFacts candidate, CompiledJob job)
    {
        var outcomes = new List<TaskOutcome>();
        for (var place = 0; place < job.Tasks.Length; place++)
        {
            var task = job.Tasks[place];
            var missing = task.Certificates.Except(candidate.Certificates).Sorted(CodeLists.Certificates);
            var excluded = task.Circumstances.Intersect(candidate.Exclusions).Sorted(CodeLists.Circumstances);
            var isShut = missing.Count + excluded.Count > 0;
            var isOut = pairing.IsOut(place);
            var notBridged = pairing.NotBridged(place);
            var reason = isShut ? null
                : isOut ? pairing.Reason(place)
                : notBridged != 0 ? DimensionMask.In(notBridged).Single()
                : null;
            var state = isOut ? TaskState.Out : notBridged != 0 ? TaskState.KeptWithAdaptation : TaskState.Kept;
            outcomes.Add(new TaskOutcome(
                task.Code, state, task.IsEssential, missing, excluded, reason is null ? null : StepOn(reason, task.Demands, candidate)));
        }

        return outcomes;
    }

    private static List<Step> Steps(uint dimensions, in LevelMasks demands, in CandidateFacts candidate)
    {
        var steps = new List<Step>();
        foreach (var dimension in DimensionMask.In(dimensions))
            steps.Add(StepOn(dimension, demands, candidate));
        return steps;
    }

    private static Step StepOn(Dimension dimension, in LevelMasks demands, in CandidateFacts candidate) => new(
        dimension,
        demands.LevelAt(dimension.Index),
        (candidate.Capacities.Known & 1u << dimension.Index) == 0 ? null : candidate.Capacities.LevelAt(dimension.Index));

    private static IEnumerable<int> Places(ulong tasks)
    {
        for (; tasks != 0; tasks &= tasks - 1)
            yield return BitOperations.TrailingZeroCount(tasks);
    }
}
