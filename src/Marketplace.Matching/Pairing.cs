using System.Numerics;
using Marketplace.Domain.Vocabulary;

namespace Marketplace.Matching;

/// <summary>One candidate beside one job: the seven rules and the six parts of the score. The only place where these are computed.</summary>
internal readonly ref struct Pairing
{
    private const int DaypartMinutes = Dayparts.Hours * 60;

    private readonly ref readonly CandidateFacts _candidate;
    private readonly CompiledJob _job;

    /// <summary>Dimensions that a measure on offer or brought along raises.</summary>
    private readonly uint _raised;

    /// <param name="candidate">The candidate.</param>
    /// <param name="job">The job.</param>
    /// <param name="travelMinutes">Minutes to the job or to its pick-up point; null when no mode is possible to either.</param>
    internal Pairing(in CandidateFacts candidate, CompiledJob job, int? travelMinutes)
    {
        _candidate = ref candidate;
        _job = job;
        _raised = candidate.Raised | job.Raised;
        Parts = job.FixedCount + BitOperations.PopCount((uint)(job.Flexible & candidate.Dayparts));
        TravelMinutes = travelMinutes;
    }

    internal int? TravelMinutes { get; }

    /// <summary>The number of fixed parts of day plus the flexible ones that the candidate has.</summary>
    internal int Parts { get; }

    internal int Available => _candidate.Support | _job.Offers;

    private int LargerMinimum => Math.Max(_candidate.MinMinutes, _job.MinMinutes);

    /// <summary>The first rule that fails, or none.</summary>
    internal MatchRules FirstFailing()
    {
        for (var rule = MatchRules.Form; rule <= MatchRules.Hours; rule = (MatchRules)((int)rule << 1))
        {
            if (!Holds(rule))
                return rule;
        }

        return MatchRules.None;
    }

    /// <summary>Every rule that fails by itself, as if the others held.</summary>
    internal MatchRules AllFailing()
    {
        var failing = MatchRules.None;
        for (var rule = MatchRules.Form; rule <= MatchRules.Hours; rule = (MatchRules)((int)rule << 1))
        {
            if (!Holds(rule))
                failing |= rule;
        }

        return failing;
    }

    /// <summary>The rules hold that do not depend on which tasks stay: 1 to 5, with a job of which no task is essential.</summary>
    internal bool HoldsWhateverIsKept =>
        Holds(MatchRules.Form) && Holds(MatchRules.Certificate) && Holds(MatchRules.Exclusion) && Holds(MatchRules.Travel) && Holds(MatchRules.Dayparts);

    private bool Holds(MatchRules rule) => rule switch
    {
        MatchRules.Form => (_candidate.Forms & _job.Form) != 0,
        MatchRules.Certificate => MissingCertificates.IsEmpty,
        MatchRules.Exclusion => ExcludedCircumstances.IsEmpty,
        MatchRules.Travel => TravelMinutes <= _candidate.MaxTravelMinutes,
        MatchRules.Dayparts => MissingDayparts == 0 && DaypartMinutes * Parts >= LargerMinimum,
        MatchRules.Tasks => EssentialTooMuch() == 0,
        MatchRules.Hours => HoursHold(Kept()),
        _ => throw new ArgumentOutOfRangeException(nameof(rule)),
    };

    internal CodeSet MissingCertificates => _job.Certificates.Except(_candidate.Certificates);

    internal CodeSet ExcludedCircumstances => _job.Circumstances.Intersect(_candidate.Exclusions);

    internal int MissingDayparts => _job.Fixed & ~_candidate.Dayparts;

    /// <summary>
    /// Essential tasks that ask too much. One that is shut by a certificate or a circumstance is not among them: it counts under
    /// rules 2 and 3 only.
    /// </summary>
    internal ulong EssentialTooMuch()
    {
        var found = 0ul;
        for (var left = _job.Essential; left != 0; left &= left - 1)
        {
            var place = BitOperations.TrailingZeroCount(left);
            if (IsTooMuch(place) && !_job.Tasks[place].IsShut(_candidate))
                found |= 1ul << place;
        }

        return found;
    }

    /// <summary>The tasks that stay: every essential one (as if rules 2, 3 and 6 held) and the others that are not out.</summary>
    internal ulong Kept()
    {
        var kept = _job.Essential;
        for (var place = 0; place < _job.Tasks.Length; place++)
        {
            if ((kept & 1ul << place) == 0 && !IsOut(place))
                kept |= 1ul << place;
        }

        return kept;
    }

    internal bool IsOut(int place) => IsTooMuch(place) || _job.Tasks[place].IsShut(_candidate);

    private bool IsTooMuch(int place) => _job.Tasks[place].IsTooMuch(_candidate.Capacities, _raised);

    internal Dimension Reason(int place) => _job.Tasks[place].Reason(_candidate.Capacities, _raised);

    /// <summary>Dimensions of a task on which one step is missing that no available measure raises.</summary>
    internal uint NotBridged(int place) => _job.Tasks[place].OneStepShort(_candidate.Capacities) & ~_raised;

    /// <summary>
    /// Rule 7 without the bound of the parts of day: where rule 5 holds that bound never decides, because it is not below either
    /// minimum; where rule 5 fails the parts count there only.
    /// </summary>
    private bool HoursHold(ulong kept) => kept != 0 && HoursHoldWith(MinutesOf(kept));

    /// <summary>The same when the tasks that stay take so many minutes.</summary>
    internal bool HoursHoldWith(int minutes)
    {
        var possible = Math.Min(minutes, _job.MaxMinutes);
        return possible >= _job.MinMinutes && LargerMinimum <= Math.Min(possible, _candidate.MaxMinutes);
    }

    /// <summary><i>h</i> of rule 7, in minutes: what is left for the person.</summary>
    internal int MinutesLeft(ulong kept) => Math.Min(Math.Min(MinutesOf(kept), _job.MaxMinutes), DaypartMinutes * Parts);

    /// <summary>Minutes of the match: the wish, moved into what is possible for both. Only when rule 7 holds.</summary>
    internal int MinutesOfMatch(ulong kept) =>
        Math.Clamp(_candidate.WishMinutes, LargerMinimum, Math.Min(MinutesLeft(kept), _candidate.MaxMinutes));

    private int MinutesOf(ulong tasks)
    {
        var minutes = 0;
        for (; tasks != 0; tasks &= tasks - 1)
            minutes += _job.Tasks[BitOperations.TrailingZeroCount(tasks)].Minutes;
        return minutes;
    }

    /// <summary>The verdict and points when no rule fails.</summary>
    internal Judgement Judge() => Judge(Kept());

    /// <summary>The same when these tasks stay and no rule fails.</summary>
    internal Judgement Judge(ulong kept)
    {
        long asked = 0, left = 0;
        uint toBridge = 0, questions = 0;
        var adapted = false;
        for (var tasks = kept; tasks != 0; tasks &= tasks - 1)
        {
            var task = _job.Tasks[BitOperations.TrailingZeroCount(tasks)];
            var oneStep = task.OneStepShort(_candidate.Capacities);
            asked += (long)task.Weight * task.Minutes;
            left += (long)DimensionMask.Weight(oneStep & ~_raised) * task.Minutes;
            adapted |= (oneStep & ~_raised) != 0;
            toBridge |= oneStep & _raised;
            questions |= (task.Demands.At2 | task.Demands.At3) & ~_candidate.Capacities.Known;
        }

        var used = MeasureSets.Smallest(toBridge, Available);
        var minutes = MinutesOfMatch(kept);
        var questionCount = BitOperations.PopCount(questions);
        var verdict =
            (questions & DimensionMask.Hard) != 0 || questionCount > Weights.OpenQuestionsWithoutDiscussion ? Verdict.ToDiscuss
            : BitOperations.PopCount(kept) < _job.Tasks.Length ? Verdict.FitAfterCarving
            : used != 0 || adapted ? Verdict.FitWithSupport
            : Verdict.Fit;
        var points = new Points(
            TaskPoints(Met(asked, left), BitOperations.PopCount((uint)used), questionCount),
            HourPoints(minutes),
            TimePoints(),
            TravelPoints(),
            WishPoints(TagsOf(kept)),
            GrowthPoints(BitOperations.PopCount(Growing(kept))));
        return new Judgement(verdict, MatchRules.None, points, TravelMinutes, minutes) { Kept = kept, Used = used, Questions = questions, Bridged = toBridge };
    }

    /// <summary>The score of tasks that have this in common, so that a search can put a bound on it with the same formula.</summary>
    /// <param name="met">Points for tasks before help and questions.</param>
    /// <param name="measures">How many measures are used.</param>
    /// <param name="questions">How many questions are open.</param>
    /// <param name="wished">How many distinct wished tags the tasks have.</param>
    /// <param name="unwanted">How many distinct tags that are not wanted.</param>
    /// <param name="growing">In how many dimensions the person grows.</param>
    /// <param name="minutes">Minutes of the match.</param>
    internal int Score(int met, int measures, int questions, int wished, int unwanted, int growing, int minutes) => new Points(
        TaskPoints(met, measures, questions), HourPoints(minutes), TimePoints(), TravelPoints(), WishPoints(wished, unwanted), GrowthPoints(growing)).Total;

    /// <summary>50 × (1 − left / (2 × asked)).</summary>
    internal static int Met(long asked, long left) => asked == 0 ? Weights.Tasks : Rounded(Weights.Tasks * (2 * asked - left), 2 * asked);

    /// <summary>What is met, less the help and the questions.</summary>
    private static int TaskPoints(int met, int measures, int questions) => Math.Max(0, met
        - Math.Min(Weights.MeasureUsed * measures, Weights.MeasuresAtMost)
        - Math.Min(Weights.OpenQuestion * questions, Weights.OpenQuestionsAtMost));

    private int HourPoints(int minutes) =>
        Rounded(Math.Max(0, 60 * Weights.Other - Math.Abs(minutes - _candidate.WishMinutes)), 60);

    private int TimePoints() => _job.FlexibleCount == 0 ? Weights.Other : Rounded(Weights.Other * (Parts - _job.FixedCount), _job.FlexibleCount);

    private int TravelPoints() =>
        Rounded(Weights.Other * (_candidate.MaxTravelMinutes - TravelMinutes!.Value), _candidate.MaxTravelMinutes);

    private int WishPoints(in CodeSet tags) => WishPoints(tags.Intersect(_candidate.WishedTags).Count, tags.Intersect(_candidate.UnwantedTags).Count);

    private int WishPoints(int wished, int unwanted)
    {
        var sector = IsSectorWished ? Weights.WishedSector : 0;
        return Math.Clamp(sector + Math.Min(Weights.WishedTag * wished, Weights.WishedTagsAtMost) - Weights.UnwantedTag * unwanted, 0, Weights.Other);
    }

    private static int GrowthPoints(int growing) => Math.Min(Weights.GrowthDimension * growing, Weights.Other);

    /// <summary>A fraction of whole numbers that is not negative, halves up.</summary>
    private static int Rounded(long numerator, long denominator) => (int)((2 * numerator + denominator) / (2 * denominator));

    internal bool IsSectorWished => !_job.Sector.Intersect(_candidate.WishedSectors).IsEmpty;

    /// <summary>The distinct tags of these tasks.</summary>
    internal CodeSet TagsOf(ulong tasks)
    {
        var tags = default(CodeSet);
        for (; tasks != 0; tasks &= tasks - 1)
            tags = tags.Union(_job.Tasks[BitOperations.TrailingZeroCount(tasks)].Tags);
        return tags;
    }

    /// <summary>The highest demand of these tasks on each dimension.</summary>
    internal LevelMasks HighestDemands(ulong tasks)
    {
        uint at1 = 0, at2 = 0, at3 = 0;
        for (; tasks != 0; tasks &= tasks - 1)
        {
            var demands = _job.Tasks[BitOperations.TrailingZeroCount(tasks)].Demands;
            at1 |= demands.At1;
            at2 |= demands.At2;
            at3 |= demands.At3;
        }

        return new LevelMasks(0, at1 & ~(at2 | at3), at2 & ~at3, at3);
    }

    /// <summary>Dimensions of growth: capacity &lt; the highest demand of these tasks ≤ the target.</summary>
    internal uint Growing(ulong tasks)
    {
        var (capacity, target, demand) = (_candidate.Capacities, _candidate.Growth, HighestDemands(tasks));
        return (demand.At1 & capacity.At0 & (target.At1 | target.At2 | target.At3))
            | (demand.At2 & (capacity.At0 | capacity.At1) & (target.At2 | target.At3))
            | (demand.At3 & (capacity.At0 | capacity.At1 | capacity.At2) & target.At3);
    }

    /// <summary>Demands of at least 2 of these tasks that the candidate meets.</summary>
    internal uint MetFrom2(ulong tasks)
    {
        var (capacity, demand) = (_candidate.Capacities, HighestDemands(tasks));
        return (demand.At2 & (capacity.At2 | capacity.At3)) | (demand.At3 & capacity.At3);
    }
}
