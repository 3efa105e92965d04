namespace Marketplace.Domain.Imports;

/// <summary>One thing that is wrong in a row. It never holds what was in the cell.</summary>
/// <param name="Row">Number of the row as a spreadsheet counts: the header is 1.</param>
/// <param name="Column">Name of the column in the file; empty when it is about the whole row.</param>
/// <param name="Kind">What is wrong; its sentence says how to mend it.</param>
public sealed record ImportFault(int Row, string Column, ImportFaultKind Kind);
