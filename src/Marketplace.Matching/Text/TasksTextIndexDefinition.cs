namespace Marketplace.Matching.Text;

/// <summary>The text index of the catalogue of tasks on Elasticsearch: what makes it, what goes in, what is asked.</summary>
public static class TasksTextIndexDefinition
{
    /// <inheritdoc cref="JobsTextIndexDefinition.Schema"/>
    public static int Schema => TextSettings.Schema;

    /// <summary>Body that makes the index.</summary>
    public static string Index() => TextSettings.Text(TextSettings.Index([TextFields.Of(JobFacet.Sector)]));

    /// <summary>Body of a document; its id is <see cref="TaskDocument.Key"/>.</summary>
    public static string Document(TaskDocument task)
    {
        ArgumentNullException.ThrowIfNull(task);
        return TextSettings.Text(TextSettings.Document(task.ToRecord()));
    }

    /// <summary>Body of the search for one step.</summary>
    public static string Question(TaskSearchQuestion question, SearchStep step)
    {
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(step);
        return TextQueryJson.Question(question.ToText(), step);
    }

    /// <inheritdoc cref="JobsTextIndexDefinition.Answer"/>
    public static TextAnswer Answer(TaskSearchQuestion question, ReadOnlyMemory<byte> json)
    {
        ArgumentNullException.ThrowIfNull(question);
        return TextQueryJson.Answer(question.ToText(), json);
    }
}
