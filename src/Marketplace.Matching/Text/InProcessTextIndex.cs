using Marketplace.Matching.Narrowing;

namespace Marketplace.Matching.Text;

/// <summary>The text index in the process: jobs as they are brought in, and the catalogue of tasks. Safe for use by several threads.</summary>
public sealed class InProcessTextIndex : ITextIndex, IDisposable
{
    private static readonly Lazy<LuceneIndex> Catalogue = new(CatalogueIndex);

    private readonly LuceneIndex _jobs = new();

    /// <summary>How many jobs are in the index.</summary>
    public int Count => _jobs.Count;

    /// <summary>Replaces all jobs. Questions are answered from what was there until the new index is whole.</summary>
    public void Rebuild(IEnumerable<JobDocumentChange> jobs) => _jobs.Rebuild(Records(jobs));

    /// <summary>
    /// Brings changes in. The latest revision of a job wins, in whatever order and however often changes come; a change that is not newer than
    /// what the index holds does nothing.
    /// </summary>
    public void Apply(IEnumerable<JobDocumentChange> changes) => _jobs.Apply(Records(changes));

    /// <inheritdoc/>
    public ValueTask<JobSearchHits> SearchAsync(JobSearchQuestion question, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(question);
        var text = question.ToText();
        return StagedSearch.JobsAsync(question, IndexSource.InProcess, step => Answer(_jobs, text, step, cancellationToken));
    }

    /// <inheritdoc/>
    public ValueTask<TaskSearchHits> SearchAsync(TaskSearchQuestion question, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(question);
        var text = question.ToText();
        return StagedSearch.TasksAsync(question, IndexSource.InProcess, step => Answer(Catalogue.Value, text, step, cancellationToken));
    }

    /// <inheritdoc/>
    public void Dispose() => _jobs.Dispose();

    private static ValueTask<TextAnswer> Answer(LuceneIndex index, TextQuestion question, SearchStep step, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return new ValueTask<TextAnswer>(index.Search(question, step));
    }

    private static LuceneIndex CatalogueIndex()
    {
        var index = new LuceneIndex();
        index.Rebuild(TaskDocument.Catalogue.Select(t => (t.Key, 0L, (TextRecord?)t.ToRecord())));
        return index;
    }

    private static List<(string Key, long Revision, TextRecord? Record)> Records(IEnumerable<JobDocumentChange> changes)
    {
        ArgumentNullException.ThrowIfNull(changes);
        return [.. changes.Select(c => (c.Key, c.Revision, c.Document?.ToRecord()))];
    }
}
