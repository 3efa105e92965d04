namespace Marketplace.Jobs.Imports;

/// <summary>A column of a sheet.</summary>
/// <param name="Name">As it stands in the header.</param>
/// <param name="Example">What a cell can look like; also in the template.</param>
/// <param name="IsNeeded">The column must be there and its cells filled in.</param>
/// <param name="Words">The words that it takes; null: not from a list, or from one too long to write out.</param>
public sealed record ImportColumn(string Name, string Example, bool IsNeeded = false, IReadOnlyList<string>? Words = null);
