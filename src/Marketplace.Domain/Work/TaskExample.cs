using Marketplace.Domain.Vocabulary;

namespace Marketplace.Domain.Work;

/// <summary>An example of a task that sets its demands, so that nobody has to answer 32 questions.</summary>
public sealed record TaskExample(
    string Code,
    string Sector,
    string Name,
    string Short,
    string DoneBy,
    TaskRhythm Rhythm,
    int? SeasonFrom,
    int? SeasonTo,
    IReadOnlyList<string> Tags,
    IReadOnlyList<string> Circumstances,
    IReadOnlyList<string> Certificates,
    Levels Demands);
