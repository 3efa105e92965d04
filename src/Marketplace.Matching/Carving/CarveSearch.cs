using System.Numerics;
using Marketplace.Domain.Vocabulary;

namespace Marketplace.Matching.Carving;

/// <summary>
/// Of the sets that are best in minutes and cost, the highest score for one person. The score is not a sum over tasks: a measure, a
/// question, a tag or a growth counts once however many tasks have it. The search therefore decides about these, not about tasks: without
/// it (every task that has it stays out) or with it (it is paid for). What then is left of the score, the part of the demands that is met, is
/// a bound on a sum, which <see cref="TaskSums"/> answers exactly. The engine gives every score; bounds come from its own formula.
/// </summary>
internal sealed class CarveSearch : CodeOrder
{
    private readonly CandidateFacts _candidate;
    private readonly CompiledJob _job;
    private readonly int? _travelMinutes;
    private readonly Features[] _of;
    private readonly long[] _asked;
    private readonly long[] _left;
    private readonly long[] _aim;
    private readonly Dictionary<uint, int> _measures = [];
    private int _minutes;
    private bool _hasScore;

    private int _best;
    private int _enough;
    private ulong _bestSet;

    internal CarveSearch(TaskSums sums, in CandidateFacts candidate, CompiledJob job, in Pairing pairing)
        : base(sums)
    {
        (_candidate, _job, _travelMinutes) = (candidate, job, pairing.TravelMinutes);
        var count = job.Tasks.Length;
        (_of, _asked, _left, _aim) = (new Features[count], new long[count], new long[count], new long[count]);
        var raised = candidate.Raised | job.Raised;
        var (wished, unwanted) = (new TagBits(candidate.WishedTags), new TagBits(candidate.UnwantedTags));
        foreach (var place in TaskSums.In(sums.Tasks))
        {
            var task = job.Tasks[place];
            var oneStep = task.OneStepShort(candidate.Capacities);
            _of[place] = new Features(
                oneStep & raised,
                (task.Demands.At2 | task.Demands.At3) & ~candidate.Capacities.Known,
                unwanted.Of(task.Tags),
                wished.Of(task.Tags),
                pairing.Growing(1ul << place));
            _asked[place] = (long)task.Weight * task.Minutes;
            _left[place] = (long)DimensionMask.Weight(oneStep & ~raised) * task.Minutes;
        }
    }

    /// <summary>The best set: score, then codes.</summary>
    internal ulong Best()
    {
        // The rules outside the tasks decide about a score at all; rule 7 by the minutes, which the tie leaves open.
        var pairing = Pair();
        var holding = pairing.HoldsWhateverIsKept ? Sums.BestMinutes.Where(HoursHold).ToHashSet() : [];
        if (holding.Count > 0)
        {
            (_hasScore, _best, _enough) = (true, -1, int.MaxValue);
            Sums.Narrow(holding.Contains);
            Search(0, 0, default);
        }

        return First();
    }

    /// <inheritdoc/>
    protected override ulong? Equal(ulong inside, ulong outside)
    {
        if (!_hasScore)
            return Sums.Find(inside, outside, [], null);
        if (inside == 0 && outside == 0)
        {
            _enough = _best;
            return _bestSet;
        }

        (_best, _bestSet) = (_enough - 1, 0);
        Search(inside, outside, default);
        return _best >= _enough ? _bestSet : null;
    }

    /// <inheritdoc/>
    protected override bool IsEqual(ulong tasks) => Sums.IsBest(tasks) && (!_hasScore || ScoreOf(tasks) >= _enough);

    private Pairing Pair() => new(_candidate, _job, _travelMinutes);

    private int ScoreOf(ulong tasks) => Pair().Judge(tasks).Score;

    private bool HoursHold(int minutes) => Pair().HoursHoldWith(minutes);

    /// <summary>Improves what is known, over all sets with these tasks and without those.</summary>
    /// <param name="inside">In the set.</param>
    /// <param name="outside">Not in the set.</param>
    /// <param name="paid">What costs points and is counted, whether or not a task has it.</param>
    private void Search(ulong inside, ulong outside, Features paid)
    {
        paid = paid.With(All(inside).Costs);
        while (_best < _enough)
        {
            var possible = All(Sums.Tasks & ~outside).Gains;
            if (NeededMet(paid.With(possible)) is not { } needed)
                return;
            var anyLeft = false;
            foreach (var place in TaskSums.In(Sums.Tasks & ~outside))
                anyLeft |= _left[place] > 0;

            // 50 × (1 − left / 2 asked), rounded, is at least p exactly when asked × (101 − 2p) − 50 × left is not below 0.
            for (var place = 0; place < _aim.Length; place++)
                _aim[place] = anyLeft ? (_asked[place] * (2 * Weights.Tasks + 1 - 2 * needed)) - (Weights.Tasks * _left[place]) : Promise(place, paid);
            if (Sums.Find(inside, outside, _aim, anyLeft ? 0 : null) is not { } found)
                return;
            if (_minutes == 0)
                _minutes = Pair().MinutesOfMatch(found);
            var score = ScoreOf(found);
            if (score > _best)
            {
                (_best, _bestSet) = (score, found);
                continue;
            }

            var has = All(found);
            if (ScoreAt(MetOf(found), paid.With(has.Costs).With(possible)) > _best)
            {
                Gain(inside, outside, paid, possible.Without(has));
                return;
            }

            var cost = Dearest(has.Costs.Without(paid), paid);
            Search(inside, outside | Having(cost), paid);
            paid = paid.With(cost);
        }
    }

    /// <summary>A gain that the bound counted and the set found does not have: with each of the tasks that have it, or without all.</summary>
    private void Gain(ulong inside, ulong outside, Features paid, Features missing)
    {
        var with = Having(missing.First) & Sums.Tasks & ~outside;
        foreach (var place in TaskSums.In(with))
        {
            Search(inside | 1ul << place, outside, paid);
            outside |= 1ul << place;
        }

        Search(inside, outside, paid);
    }

    /// <summary>The cost that takes most of the score where it is added.</summary>
    private Features Dearest(Features costs, Features paid)
    {
        var (dearest, least) = (costs.First, int.MaxValue);
        for (var left = costs; !left.IsNone; left = left.Without(left.First))
        {
            var score = ScoreAt(Weights.Tasks, paid.With(left.First));
            if (score < least)
                (dearest, least) = (left.First, score);
        }

        return dearest;
    }

    /// <summary>The least points for tasks with which the best known score can be improved; null when no points suffice.</summary>
    private int? NeededMet(Features features)
    {
        if (ScoreAt(Weights.Tasks, features) <= _best)
            return null;
        var (low, high) = (0, Weights.Tasks);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (ScoreAt(middle, features) > _best)
                high = middle;
            else
                low = middle + 1;
        }

        return high;
    }

    private int ScoreAt(int met, Features features) => Pair().Score(
        met,
        MeasuresFor(features.ToBridge),
        BitOperations.PopCount(features.Questions),
        BitOperations.PopCount(features.Wished),
        BitOperations.PopCount(features.Unwanted),
        BitOperations.PopCount(features.Growing),
        _minutes == 0 ? _candidate.WishMinutes : _minutes);

    private int MeasuresFor(uint toBridge)
    {
        if (!_measures.TryGetValue(toBridge, out var count))
            _measures[toBridge] = count = BitOperations.PopCount((uint)MeasureSets.Smallest(toBridge, _candidate.Support | _job.Offers));
        return count;
    }

    /// <summary>A guess of what a task does to the score; only for finding good sets early.</summary>
    private long Promise(int place, Features paid)
    {
        var costs = _of[place].Costs.Without(paid);
        return (Weights.WishedTag * BitOperations.PopCount(_of[place].Wished))
            + (Weights.GrowthDimension * BitOperations.PopCount(_of[place].Growing))
            - (8 * Weights.MeasureUsed * BitOperations.PopCount(costs.ToBridge))
            - (8 * Weights.OpenQuestion * BitOperations.PopCount(costs.Questions))
            - (8 * Weights.UnwantedTag * BitOperations.PopCount(costs.Unwanted));
    }

    private int MetOf(ulong tasks)
    {
        long asked = 0, left = 0;
        foreach (var place in TaskSums.In(tasks))
            (asked, left) = (asked + _asked[place], left + _left[place]);
        return Pairing.Met(asked, left);
    }

    private Features All(ulong tasks)
    {
        var all = default(Features);
        for (; tasks != 0; tasks &= tasks - 1)
            all = all.With(_of[BitOperations.TrailingZeroCount(tasks)]);
        return all;
    }

    private ulong Having(Features one)
    {
        var having = 0ul;
        foreach (var place in TaskSums.In(Sums.Tasks))
            having |= _of[place].Meets(one) ? 1ul << place : 0;
        return having;
    }

    /// <summary>The tags of a person that tasks have, as bits.</summary>
    private sealed class TagBits(CodeSet tags)
    {
        private readonly List<string> _codes = tags.Sorted(CodeLists.Tags);

        internal ulong Of(in CodeSet of)
        {
            var bits = 0ul;
            foreach (var code in of.Intersect(tags).Sorted(CodeLists.Tags))
            {
                var place = _codes.IndexOf(code);
                bits |= place < 64 ? 1ul << place : throw new ArgumentException("A person wishes, or does not want, at most 64 kinds of tasks.", nameof(of));
            }

            return bits;
        }
    }
}
