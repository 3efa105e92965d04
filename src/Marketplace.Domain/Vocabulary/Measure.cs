namespace Marketplace.Domain.Vocabulary;

/// <summary>Help that makes up for a gap of exactly one on the dimensions that it raises (matching.md §3).</summary>
/// <param name="Code">The code, such as <c>jobcoach</c>.</param>
/// <param name="Raises">The dimensions on which it bridges a gap of one.</param>
public sealed record Measure(string Code, IReadOnlyList<Dimension> Raises);
