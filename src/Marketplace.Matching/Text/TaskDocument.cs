using Marketplace.Domain.Vocabulary;
using Marketplace.Domain.Work;

namespace Marketplace.Matching.Text;

/// <summary>A task of the catalogue as the text index knows it.</summary>
public sealed record TaskDocument
{
    /// <summary>Code of the example.</summary>
    public required string Key { get; init; }

    /// <summary>The task in a few words.</summary>
    public required string Title { get; init; }

    /// <summary>The task in a sentence.</summary>
    public required string Name { get; init; }

    /// <summary>Which function does it now.</summary>
    public string DoneBy { get; init; } = "";

    /// <summary>What it is about; codes of the list of tags.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Branch.</summary>
    public required string Sector { get; init; }

    /// <summary>The whole catalogue, in its order.</summary>
    public static IReadOnlyList<TaskDocument> Catalogue { get; } = [.. TaskExamples.All.Select(Of)];

    /// <summary>The document that an example is.</summary>
    public static TaskDocument Of(TaskExample example)
    {
        ArgumentNullException.ThrowIfNull(example);
        return new TaskDocument
        {
            Key = example.Code,
            Title = example.Short,
            Name = example.Name,
            DoneBy = example.DoneBy,
            Tags = example.Tags,
            Sector = example.Sector,
        };
    }

    /// <summary>As both indexes keep it.</summary>
    internal TextRecord ToRecord() => new(
        Key,
        Title,
        [Name, CodeLists.Tags.Words(Tags)],
        [CodeLists.Sectors.Word(Sector), DoneBy],
        [],
        [KeyValuePair.Create<string, IReadOnlyList<string>>(TextFields.Of(JobFacet.Sector), [Sector])],
        0);
}
