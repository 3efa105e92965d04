namespace Marketplace.Domain.Work;

/// <summary>One place in a text that may shut people out.</summary>
/// <param name="Ground">On which ground.</param>
/// <param name="Start">Where it starts in the text as typed, in UTF-16 characters from 0.</param>
/// <param name="Word">The characters of the text at that place, as typed.</param>
/// <param name="Better">What can be written instead, in Dutch, for an employer to read.</param>
public sealed record WordMark(WordGround Ground, int Start, string Word, string Better);
