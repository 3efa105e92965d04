namespace Marketplace.Matching.Narrowing;

/// <summary>The best of many, and how many are in each band. What comes in was judged by the engine.</summary>
/// <param name="take">How many are kept.</param>
/// <param name="tasks">One of these tasks must stay, otherwise a match is neither counted nor kept.</param>
internal sealed class Ranking<THit>(int take, ulong tasks)
{
    private static readonly IComparer<ListPlace> WorstFirst = Comparer<ListPlace>.Create((a, b) => ListPlace.Order.Compare(b, a));

    private readonly PriorityQueue<THit, ListPlace> _best = new(WorstFirst);
    private readonly int[] _byVerdict = new int[Enum.GetValues<Verdict>().Length];

    /// <summary>How many are not no-fit, whatever stays.</summary>
    internal int Fitting { get; private set; }

    internal BandCounts Bands => BandCounts.Of(_byVerdict);

    /// <summary>Counts a match, and says whether to <see cref="Keep"/> it: not when its score is certainly too low.</summary>
    internal bool Count(in Judgement judgement)
    {
        if (judgement.Verdict == Verdict.NoFit)
            return false;
        Fitting++;
        if ((judgement.Kept & tasks) == 0)
            return false;
        _byVerdict[(int)judgement.Verdict]++;
        return _best.Count < take || (_best.TryPeek(out _, out var worst) && judgement.Score >= worst.Score);
    }

    internal void Keep(THit hit, ListPlace place)
    {
        if (_best.Count < take)
            _best.Enqueue(hit, place);
        else
            _best.EnqueueDequeue(hit, place);
    }

    /// <summary>What was kept, in order. Empties the ranking.</summary>
    internal List<THit> InOrder()
    {
        var hits = new List<THit>(_best.Count);
        while (_best.TryDequeue(out var hit, out _))
            hits.Add(hit);
        hits.Reverse();
        return hits;
    }
}
