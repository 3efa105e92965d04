using Marketplace.Domain.Work;

namespace Marketplace.Matching.Narrowing;

/// <summary>What an index must know of one job from now on. The same change may come twice, and an older one after a newer one.</summary>
/// <param name="Code">Code of the job: the key of the index.</param>
/// <param name="Revision">Rises with every save of the job.</param>
/// <param name="Job">Null: the job is not in the index (removed, not open, or nothing was asked of any task).</param>
public sealed record JobChange(string Code, long Revision, IndexedJob? Job)
{
    /// <summary>The change that a stored job is: not in the index when the job cannot be compared with a person.</summary>
    public static JobChange Of(Job job, long revision)
    {
        ArgumentNullException.ThrowIfNull(job);
        return new JobChange(FromDomain.CodeOf(job.Id), revision, job.IsComparable() ? new IndexedJob(job.ToMatchJob(), job.RegionCode) : null);
    }
}

/// <summary>A job in the index.</summary>
/// <param name="Job">The job as the match knows one.</param>
/// <param name="RegionCode">Labour-market region.</param>
public sealed record IndexedJob(MatchJob Job, string RegionCode);
