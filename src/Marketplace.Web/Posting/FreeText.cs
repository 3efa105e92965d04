namespace Marketplace.Web.Posting;

/// <summary>A text of a form in the reader's own words.</summary>
/// <param name="Field">Its field in the form.</param>
/// <param name="Text">As it was typed.</param>
/// <param name="Retype">Puts another text in the form.</param>
public sealed record FreeText(string Field, string? Text, Action<string> Retype);
