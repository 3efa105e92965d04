using System.Numerics;
using Marketplace.Domain.Vocabulary;
using Marketplace.Matching.Geo;

namespace Marketplace.Matching;

/// <summary>What the engine needs of a job, as bits and whole minutes; made once, compared with many candidates.</summary>
public sealed class CompiledJob
{
    /// <summary>Makes the facts of a job.</summary>
    /// <exception cref="ArgumentException">
    /// A postcode, part of day, form or measure is not known, hours are not quarters, a part of day is both fixed and flexible,
    /// there are no tasks or more than <see cref="MatchJob.MostTasks"/>, or a code is that of two tasks.
    /// </exception>
    public CompiledJob(MatchJob job, Geography geography)
    {
        ArgumentNullException.ThrowIfNull(job);
        ArgumentNullException.ThrowIfNull(geography);
        if (job.Tasks.Count is 0 or > MatchJob.MostTasks)
            throw new ArgumentException($"A job has 1 to {MatchJob.MostTasks} tasks.", nameof(job));
        if (job.Tasks.DistinctBy(t => t.Code).Count() != job.Tasks.Count)
            throw new ArgumentException("Two tasks have the same code.", nameof(job));

        Code = job.Code;
        Postcode = geography.Of(job.Pc4).Index;
        PickUp = job.PickUpPc4 is null ? null : geography.Of(job.PickUpPc4).Index;
        FormCode = job.Form;
        Form = ClosedCodes.Forms([job.Form]);
        MinMinutes = HoursInMinutes.Of(job.Hours.Min);
        MaxMinutes = HoursInMinutes.Of(job.Hours.Max);
        Fixed = ClosedCodes.Dayparts(job.FixedDayparts);
        Flexible = ClosedCodes.Dayparts(job.FlexibleDayparts);
        if ((Fixed & Flexible) != 0)
            throw new ArgumentException("A part of day is both fixed and flexible.", nameof(job));
        FixedCount = BitOperations.PopCount((uint)Fixed);
        FlexibleCount = BitOperations.PopCount((uint)Flexible);
        Offers = MeasureSets.Of(job.Offers);
        Raised = MeasureSets.Raises(Offers);
        Sector = CodeSet.Of(CodeLists.Sectors, [job.Sector]);
        Tasks = [.. job.Tasks.OrderBy(t => t.Code, StringComparer.Ordinal).Select(t => new CompiledTask(t))];
        Certificates = CodeSet.Of(CodeLists.Certificates, job.Certificates);
        Circumstances = CodeSet.Of(CodeLists.Circumstances, job.Circumstances);
        for (var i = 0; i < Tasks.Length; i++)
        {
            if (Tasks[i].Asked != 0)
                Asked |= 1ul << i;
            if (!Tasks[i].IsEssential)
                continue;
            Essential |= 1ul << i;
            Certificates = Certificates.Union(Tasks[i].Certificates);
            Circumstances = Circumstances.Union(Tasks[i].Circumstances);
        }
    }

    /// <summary>The same job with other measures on offer; nothing else of a job depends on them.</summary>
    /// <exception cref="ArgumentException">A code is not a measure.</exception>
    internal CompiledJob Offering(IEnumerable<string> measures)
    {
        var other = (CompiledJob)MemberwiseClone();
        other.Offers = MeasureSets.Of(measures);
        other.Raised = MeasureSets.Raises(other.Offers);
        return other;
    }

    /// <summary>The same job of which every task asks one level less on these dimensions.</summary>
    internal CompiledJob Lowering(uint dimensions)
    {
        var other = (CompiledJob)MemberwiseClone();
        other.Tasks = [.. Tasks.Select(t => t.Lowering(dimensions))];
        other.Asked = 0;
        for (var i = 0; i < other.Tasks.Length; i++)
            other.Asked |= other.Tasks[i].Asked != 0 ? 1ul << i : 0;
        return other;
    }

    /// <summary>The dimensions on which a task asks something.</summary>
    internal uint Dimensions => Tasks.Aggregate(0u, (all, task) => all | task.Asked);

    /// <summary>Code of the job.</summary>
    public string Code { get; }

    /// <summary>Place of the postcode in the <see cref="Geography"/>.</summary>
    internal int Postcode { get; }

    /// <summary>Place of the postcode of the pick-up point, null when there is none.</summary>
    internal int? PickUp { get; }

    internal string FormCode { get; }
    internal int Form { get; }
    internal int MinMinutes { get; }
    internal int MaxMinutes { get; }
    internal int Fixed { get; }
    internal int FixedCount { get; }
    internal int Flexible { get; }
    internal int FlexibleCount { get; }
    internal int Offers { get; private set; }

    /// <summary>Dimensions that the offered measures raise.</summary>
    internal uint Raised { get; private set; }

    internal CodeSet Sector { get; }

    /// <summary>Certificates of the job and of its essential tasks.</summary>
    internal CodeSet Certificates { get; }

    /// <summary>Circumstances of the job and of its essential tasks.</summary>
    internal CodeSet Circumstances { get; }

    /// <summary>The tasks in order of code. Sets of tasks are bits by the place in this array.</summary>
    internal CompiledTask[] Tasks { get; private set; }

    /// <summary>The tasks of which something was asked.</summary>
    internal ulong Asked { get; private set; }

    /// <summary>The essential tasks.</summary>
    internal ulong Essential { get; }
}
