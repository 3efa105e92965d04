using System.Numerics;
using Marketplace.Domain.Vocabulary;

namespace Marketplace.Matching.Narrowing;

/// <summary>
/// What a job asks of a person at least, as masks over a <see cref="CandidateRow"/>: the conditions of matching.md §10 without travel. Rules
/// 1, 2, 3, 5 and 6 are exact; of rule 7 only what follows from the hours alone. Who does not meet them is certainly no-fit.
/// </summary>
internal readonly struct Conditions
{
    private const int DaypartMinutes = Dayparts.Hours * 60;

    private readonly CompiledJob _job;
    private readonly uint _times;
    private readonly ulong _codes, _wanted;

    /// <summary>Minutes that the job can give at most; −1 when its own tasks do not fill its minimum, so that nobody fits.</summary>
    private readonly int _mostMinutes;

    /// <summary>Over all essential tasks: dimensions asked, asked at 3, and hard ones asked at 2 or 3 that no offer raises.</summary>
    private readonly uint _asked, _askedAt3, _hardAt2, _hardAt3;

    internal Conditions(CompiledJob job)
    {
        _job = job;
        _times = CandidateRow.TimesMask(job.Fixed, job.Form);
        // A code without a bit is nobody's who is in a row: as a certificate it shuts everybody out, as an exclusion nobody.
        _wanted = CandidateRow.CodesMask(job.Certificates.Bits, 0);
        _codes = CandidateRow.CodesMask(job.Certificates.Bits, job.Circumstances.Bits);
        var minutes = job.Tasks.Sum(t => t.Minutes);
        _mostMinutes = minutes < job.MinMinutes || job.Certificates.Others.Count > 0 ? -1 : Math.Min(minutes, job.MaxMinutes);
        foreach (var task in job.Tasks.Where(t => t.IsEssential))
        {
            _asked |= task.Asked;
            _askedAt3 |= task.Demands.At3;
            _hardAt2 |= task.Demands.At2 & DimensionMask.Hard;
            _hardAt3 |= task.Demands.At3 & DimensionMask.Hard;
        }
    }

    /// <summary>Whether a person in a row may fit, wherever the person lives.</summary>
    internal bool Admit(in CandidateRow row)
    {
        if (!row.HasTimes(_times) || !row.HasCodes(_codes, _wanted) || row.MinMinutes > _mostMinutes || row.MaxMinutes < _job.MinMinutes)
            return false;
        var can = row.Capacities;
        if (((_asked & can.At0) | (_askedAt3 & can.At1)) != 0)
            return false;
        var parts = _job.FixedCount + BitOperations.PopCount((uint)(_job.Flexible & row.Dayparts));
        if (DaypartMinutes * parts < Math.Max(row.MinMinutes, _job.MinMinutes))
            return false;
        if (_asked == 0)
            return true;
        var raised = _job.Raised | MeasureSets.Raises(row.Support);
        return (((_hardAt2 & can.At1) | (_hardAt3 & can.At2)) & ~raised) == 0 && !AsksTooMuch(can, raised);
    }

    /// <summary>Rule 6, by the rule of the task itself.</summary>
    private bool AsksTooMuch(in LevelMasks can, uint raised)
    {
        for (var left = _job.Essential; left != 0; left &= left - 1)
        {
            if (_job.Tasks[BitOperations.TrailingZeroCount(left)].IsTooMuch(can, raised))
                return true;
        }

        return false;
    }
}
