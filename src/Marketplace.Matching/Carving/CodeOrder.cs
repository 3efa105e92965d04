namespace Marketplace.Matching.Carving;

/// <summary>
/// Of equally good sets the one whose sorted codes come first; a list that is the beginning of another comes before it. Tasks stand in
/// order of code, so the first task that can be in an equally good set is in it, and so on.
/// </summary>
internal class CodeOrder(TaskSums sums)
{
    /// <summary>What is known of the sums.</summary>
    protected TaskSums Sums { get; } = sums;

    /// <summary>An equally good set with these tasks and without those; null when there is none.</summary>
    protected virtual ulong? Equal(ulong inside, ulong outside) => Sums.Find(inside, outside, [], null);

    /// <summary>Whether a set is one of the equally good ones.</summary>
    protected virtual bool IsEqual(ulong tasks) => Sums.IsBest(tasks);

    /// <summary>The first in order of code.</summary>
    internal ulong First()
    {
        var (inside, outside) = (0ul, 0ul);
        var known = Equal(0, 0) ?? throw new InvalidOperationException("There is a best set.");
        foreach (var place in TaskSums.In(Sums.Tasks))
        {
            var bit = 1ul << place;
            if ((known & bit) != 0)
            {
                inside |= bit;
            }
            else if (Equal(inside | bit, outside) is { } other)
            {
                (known, inside) = (other, inside | bit);
            }
            else
            {
                outside |= bit;
                continue;
            }

            if (IsEqual(inside))
                break;
        }

        return inside;
    }
}
