using System.Numerics;
using Marketplace.Domain.Vocabulary;

namespace Marketplace.Matching;

/// <summary>What the engine needs of a task, and the rule of matching.md §4.</summary>
internal sealed class CompiledTask
{
    internal CompiledTask(MatchTask task)
    {
        Code = task.Code;
        Minutes = task.MinutesPerWeek;
        IsEssential = task.Essential;
        Demands = LevelMasks.Of(task.Demands);
        Tags = CodeSet.Of(CodeLists.Tags, task.Tags);
        Certificates = CodeSet.Of(CodeLists.Certificates, task.Certificates);
        Circumstances = CodeSet.Of(CodeLists.Circumstances, task.Circumstances);
    }

    internal string Code { get; }
    internal int Minutes { get; }
    internal bool IsEssential { get; }
    internal LevelMasks Demands
    {
        get;
        private set
        {
            field = value;
            Asked = value.At1 | value.At2 | value.At3;
            Weight = DimensionMask.Weight(Asked);
        }
    }

    /// <summary>The dimensions with a demand of at least 1.</summary>
    internal uint Asked { get; private set; }

    /// <summary>The weights of the asked dimensions together.</summary>
    internal int Weight { get; private set; }

    internal CodeSet Tags { get; }
    internal CodeSet Certificates { get; }
    internal CodeSet Circumstances { get; }

    /// <summary>The same task that asks one level less on these dimensions.</summary>
    internal CompiledTask Lowering(uint dimensions)
    {
        var other = (CompiledTask)MemberwiseClone();
        var (at0, at1, at2, at3) = (Demands.At0, Demands.At1, Demands.At2, Demands.At3);
        other.Demands = new LevelMasks(at0 | (at1 & dimensions), (at1 & ~dimensions) | (at2 & dimensions), (at2 & ~dimensions) | (at3 & dimensions), at3 & ~dimensions);
        return other;
    }

    /// <summary>Dimensions on which one step is missing and the capacity is at least 1: a measure can bridge these.</summary>
    internal uint OneStepShort(in LevelMasks capacities) => (Demands.At2 & capacities.At1) | (Demands.At3 & capacities.At2);

    /// <summary>Dimensions on which two steps or more are missing, or the capacity is 0: nothing helps.</summary>
    internal uint Impossible(in LevelMasks capacities) => (Asked & capacities.At0) | (Demands.At3 & capacities.At1);

    /// <summary>Row 1: a certificate is not held, or a circumstance is excluded.</summary>
    internal bool IsShut(in CandidateFacts candidate) =>
        (!Certificates.IsEmpty && !Certificates.Except(candidate.Certificates).IsEmpty)
        || (!Circumstances.IsEmpty && !Circumstances.Intersect(candidate.Exclusions).IsEmpty);

    /// <summary>Rows 2, 3 and 4: too much is missing.</summary>
    /// <param name="capacities">What the candidate can do.</param>
    /// <param name="raised">Dimensions that an available measure raises.</param>
    internal bool IsTooMuch(in LevelMasks capacities, uint raised)
    {
        if (Impossible(capacities) != 0)
            return true;
        var notBridged = OneStepShort(capacities) & ~raised;
        return (notBridged & DimensionMask.Hard) != 0 || BitOperations.PopCount(notBridged) > 1;
    }

    /// <summary>
    /// The dimension named as the reason when <see cref="IsTooMuch"/>: of the gaps that put the task out on their own, or else of
    /// those that are not bridged, the largest gap, then the lowest capacity, then the first of the list.
    /// </summary>
    internal Dimension Reason(in LevelMasks capacities, uint raised)
    {
        var notBridged = OneStepShort(capacities) & ~raised;
        var alone = Impossible(capacities) | (notBridged & DimensionMask.Hard);
        var known = capacities;
        return DimensionMask.In(alone != 0 ? alone : notBridged)
            .OrderByDescending(d => Demands.LevelAt(d.Index) - known.LevelAt(d.Index))
            .ThenBy(d => known.LevelAt(d.Index))
            .ThenBy(d => d.Index)
            .First();
    }
}
