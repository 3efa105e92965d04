namespace Marketplace.Domain.Vocabulary;

/// <summary>One thing that a task can ask of a person, such as D1, lifting.</summary>
/// <param name="Code">A2, B1 … F3.</param>
/// <param name="Index">Place in the list of 32 scored dimensions, 0–31; the order breaks ties.</param>
/// <param name="IsHard">A2, B12 and D1: a gap of one that is not bridged puts the task out.</param>
/// <param name="Label">Short Dutch name.</param>
/// <param name="TaskQuestion">The question about a task.</param>
/// <param name="TaskWords">What levels 0–3 of a task are called.</param>
/// <param name="PersonQuestion">The question to a person.</param>
/// <param name="PersonWords">What levels 0–3 of a person are called; 0 means "gaat nu niet, ook niet met hulp".</param>
/// <param name="Explanation">Sentence for staff with <c>{niveau}</c>; never shown to an employer before stage 2.</param>
public sealed record Dimension(
    string Code,
    int Index,
    bool IsHard,
    string Label,
    string TaskQuestion,
    IReadOnlyList<string> TaskWords,
    string PersonQuestion,
    IReadOnlyList<string> PersonWords,
    string Explanation);
