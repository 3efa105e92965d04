namespace Marketplace.Matching.Text;

/// <summary>The text index of jobs on Elasticsearch: what makes it, what goes in, what is asked. Pure; whoever sends it is elsewhere.</summary>
public static class JobsTextIndexDefinition
{
    /// <summary>Number of <c>_meta.schema</c>; an index with another one is made anew.</summary>
    public static int Schema => TextSettings.Schema;

    /// <summary>Body that makes the index.</summary>
    public static string Index() => TextSettings.Text(TextSettings.Index(Enum.GetValues<JobFacet>().Select(TextFields.Of).Append(TextFields.Region)));

    /// <summary>Body of a document; its id is <see cref="JobDocument.Key"/>.</summary>
    public static string Document(JobDocument job)
    {
        ArgumentNullException.ThrowIfNull(job);
        return TextSettings.Text(TextSettings.Document(job.ToRecord()));
    }

    /// <summary>The steps to ask in their order, until one finds something (<see cref="StagedSearch.JobsAsync"/> does so).</summary>
    public static IReadOnlyList<SearchStep> Steps(JobSearchQuestion question)
    {
        ArgumentNullException.ThrowIfNull(question);
        return AskedWords.Of(question.Words).Steps(question.FewerWords);
    }

    /// <summary>Body of the search for one step.</summary>
    public static string Question(JobSearchQuestion question, SearchStep step)
    {
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(step);
        return TextQueryJson.Question(question.ToText(), step);
    }

    /// <summary>Reads the answer of a search.</summary>
    /// <exception cref="FormatException">It is not a whole answer: ask another index.</exception>
    public static TextAnswer Answer(JobSearchQuestion question, ReadOnlyMemory<byte> json)
    {
        ArgumentNullException.ThrowIfNull(question);
        return TextQueryJson.Answer(question.ToText(), json);
    }
}
