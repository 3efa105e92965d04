namespace Marketplace.Domain.Reminders;

/// <summary>A date that a reminder needs and that is not known.</summary>
/// <param name="Subject">The code of the placement or candidate.</param>
/// <param name="Code">The code of the reminder.</param>
/// <param name="Field">The field of the facts, for example <c>lks.reviewOn</c>.</param>
public sealed record MissingDate(string Subject, string Code, string Field);
