namespace Marketplace.Matching.Text;

/// <summary>
/// Finds jobs and tasks by words and facets. Every implementation knows the same Dutch (<see cref="DutchWords"/>) and takes the same steps
/// (<see cref="AskedWords.Steps"/>); scores, and so the order of nearly equal hits, may differ.
/// </summary>
public interface ITextIndex
{
    /// <summary>Which jobs hold the words, with counts per facet.</summary>
    ValueTask<JobSearchHits> SearchAsync(JobSearchQuestion question, CancellationToken cancellationToken);

    /// <summary>Which tasks of the catalogue hold the words.</summary>
    ValueTask<TaskSearchHits> SearchAsync(TaskSearchQuestion question, CancellationToken cancellationToken);
}
