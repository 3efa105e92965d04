namespace Marketplace.Domain.Regulations;

/// <summary>
/// A number that a rule cannot do without: months, hours, ages, limits, lead times. It is read from a figure at the
/// moment that the rule names; before the first version the first version holds. A book in which a term has no value is
/// refused, so that no rule silently does without.
/// </summary>
/// <param name="Figure">The figure in which it stands.</param>
/// <param name="Member">The member of the figure's value; null when the value is the term itself.</param>
/// <param name="Count">Null for one number; for a list the number of entries that rules take by position, 0 for any.</param>
/// <param name="IsWhole">True for days, months and years, which must be whole and at least 0.</param>
/// <param name="IsDate">True for a date.</param>
public sealed record Term(string Figure, string? Member = null, int? Count = null, bool IsWhole = true, bool IsDate = false);
