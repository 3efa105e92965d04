namespace Marketplace.Domain.Privacy;

/// <summary>One place in a text that may tell who somebody is.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Start">Where it starts in the text as typed, in UTF-16 characters from 0.</param>
/// <param name="Length">How long it is, at least 1; <c>Start + Length</c> is never beyond the text.</param>
/// <param name="Word">The characters of the text at that place, as typed.</param>
public sealed record TextFinding(TextFindingKind Kind, int Start, int Length, string Word)
{
    /// <summary>True when the text cannot be saved with this in it; false when it only asks.</summary>
    public bool Refuses => Kind != TextFindingKind.PossibleName;
}
