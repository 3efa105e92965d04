using System.Numerics;

namespace Marketplace.Matching.Carving;

/// <summary>
/// Which sums of minutes and cost the fitting tasks can make. Minutes are whole numbers and at most 60 hours, so a table by minutes is
/// exact: it answers whether a set exists that is best in minutes and in cost, with some tasks in it and some not.
/// </summary>
internal sealed class TaskSums
{
    /// <summary>A second aim takes less than half of this, so that it never outweighs one cent-minute.</summary>
    private const long Cost = 1L << 27;

    private const long None = long.MinValue / 2;

    private readonly CompiledJob _job;
    private readonly long[] _cost;
    private readonly int _wish;

    /// <summary>Minutes are counted in this step: the greatest that divides those of all fitting tasks.</summary>
    private readonly int _step;

    private readonly int _last;
    private readonly long[] _value;
    private readonly ulong[] _set;
    private bool[] _isBest = [];

    /// <summary>The least and the greatest sum that is best: the table need not know what cannot come there.</summary>
    private int _least, _greatest;
    private long _bestCost;

    internal TaskSums(CompiledJob job, ulong fitting, long[] cents, int wish, int most)
    {
        _job = job;
        Tasks = fitting;
        _wish = wish;
        foreach (var place in In(fitting))
            _step = Divisor(_step, job.Tasks[place].Minutes);
        _step = Math.Max(1, _step);
        _last = most / _step;
        _cost = [.. job.Tasks.Select((task, place) => task.Minutes * cents[place])];
        _value = new long[_last + 1];
        _set = new ulong[_last + 1];
        FindBest();
    }

    /// <summary>The tasks to choose from.</summary>
    internal ulong Tasks { get; private set; }

    /// <summary>The most minutes up to the wish.</summary>
    internal int Best { get; private set; }

    /// <summary>The sums of minutes at which both minutes and cost are best.</summary>
    internal IEnumerable<int> BestMinutes => _isBest.Index().Where(i => i.Item).Select(i => i.Index * _step);

    /// <summary>From now on only these sums are best.</summary>
    internal void Narrow(Func<int, bool> minutes)
    {
        for (var i = 0; i < _isBest.Length; i++)
            _isBest[i] &= minutes(i * _step);
        (_least, _greatest) = (Array.IndexOf(_isBest, true), Array.LastIndexOf(_isBest, true));
    }

    /// <summary>Whether minutes and cost of this set are best.</summary>
    internal bool IsBest(ulong tasks)
    {
        var (minutes, cost) = (0, 0L);
        foreach (var place in In(tasks))
            (minutes, cost) = (minutes + _job.Tasks[place].Minutes, cost + _cost[place]);
        return minutes <= _last * _step && _isBest[minutes / _step] && cost == _bestCost;
    }

    /// <summary>A set that is best in minutes and cost and, of those, has most of a second aim; null when there is none.</summary>
    /// <param name="inside">Tasks that are in the set.</param>
    /// <param name="outside">Tasks that are not.</param>
    /// <param name="aim">By place of a task what it adds to the second aim; of all tasks together at most 2²⁶, either way.</param>
    /// <param name="atLeast">The least of the second aim; null: whatever it is.</param>
    internal ulong? Find(ulong inside, ulong outside, ReadOnlySpan<long> aim, long? atLeast)
    {
        if (!Fill(inside, Tasks & ~outside & ~inside, aim))
            return null;
        var least = (_bestCost * Cost) + (atLeast ?? (-Cost / 2));
        var at = -1;
        for (var i = _least; i <= _greatest; i++)
        {
            if (_isBest[i] && _value[i] >= least)
                (at, least) = (i, _value[i] + 1);
        }

        return at < 0 ? null : _set[at];
    }

    private void FindBest()
    {
        _greatest = _last;
        Fill(0, Tasks, []);
        _isBest = new bool[_last + 1];
        for (var i = 0; i <= _last; i++)
        {
            if (_value[i] > None / 2)
                Best = Math.Max(Best, Math.Min(i * _step, _wish));
        }

        for (var i = 0; i <= _last; i++)
        {
            if (_value[i] > None / 2 && Math.Min(i * _step, _wish) == Best)
                _bestCost = Math.Max(_bestCost, _value[i] / Cost);
        }

        for (var i = 0; i <= _last; i++)
            _isBest[i] = _value[i] > None / 2 && Math.Min(i * _step, _wish) == Best && _value[i] / Cost == _bestCost;
        (_least, _greatest) = (Array.IndexOf(_isBest, true), Array.LastIndexOf(_isBest, true));
    }

    /// <summary>By minutes the most of cost and then of the second aim; false when no best sum can be reached.</summary>
    private bool Fill(ulong inside, ulong free, ReadOnlySpan<long> aim)
    {
        var (start, value, rest) = (0, 0L, 0);
        foreach (var place in In(inside))
        {
            start += _job.Tasks[place].Minutes / _step;
            value += ValueOf(place, aim);
        }

        foreach (var place in In(free))
            rest += _job.Tasks[place].Minutes / _step;
        if (start > _greatest || start + rest < _least)
            return false;
        Array.Fill(_value, None, 0, _greatest + 1);
        (_value[start], _set[start]) = (value, inside);
        var reached = start;
        foreach (var place in In(free))
        {
            var minutes = _job.Tasks[place].Minutes / _step;
            (reached, rest) = (Math.Min(_greatest, reached + minutes), rest - minutes);
            Add(minutes, ValueOf(place, aim), 1ul << place, Math.Max(start + minutes, _least - rest), reached);
        }

        return true;
    }

    /// <summary>One task more, in sums from the greatest down so that it comes in once.</summary>
    private void Add(int minutes, long adds, ulong bit, int from, int to)
    {
        // A sum that is not reached stays far below every real one: what is added is at most the cost of all minutes.
        var (width, i) = (Vector<long>.Count, to);
        if (minutes >= width)
        {
            var (more, bits) = (new Vector<long>(adds), new Vector<ulong>(bit));
            for (; i - width + 1 >= from; i -= width)
            {
                var at = i - width + 1;
                var with = new Vector<long>(_value, at - minutes) + more;
                var without = new Vector<long>(_value, at);
                var better = Vector.GreaterThan(with, without);
                if (better == Vector<long>.Zero)
                    continue;
                Vector.ConditionalSelect(better, with, without).CopyTo(_value, at);
                Vector.ConditionalSelect(Vector.AsVectorUInt64(better), new Vector<ulong>(_set, at - minutes) | bits, new Vector<ulong>(_set, at)).CopyTo(_set, at);
            }
        }

        for (; i >= from; i--)
        {
            var with = _value[i - minutes] + adds;
            if (with > _value[i])
                (_value[i], _set[i]) = (with, _set[i - minutes] | bit);
        }
    }

    private static int Divisor(int one, int other) => other == 0 ? one : Divisor(other, one % other);

    private long ValueOf(int place, ReadOnlySpan<long> aim) => (_cost[place] * Cost) + (aim.IsEmpty ? 0 : aim[place]);

    internal static IEnumerable<int> In(ulong tasks)
    {
        for (; tasks != 0; tasks &= tasks - 1)
            yield return BitOperations.TrailingZeroCount(tasks);
    }
}
