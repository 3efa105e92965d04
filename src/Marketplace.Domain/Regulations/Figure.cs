namespace Marketplace.Domain.Regulations;

/// <summary>
/// An amount, percentage, term or lead time with its dated versions, for example <c>wml.hourly</c>. It stands in the
/// file <c>Regulations/Figures/{Name}.json</c>.
/// </summary>
/// <param name="Name">The name, lower case with points.</param>
/// <param name="Unit">What the numbers count.</param>
/// <param name="UsedBy">The schemes and reminders that read it.</param>
/// <param name="Note">A remark, or null.</param>
/// <param name="Versions">The versions by date; at least one, strictly ascending.</param>
public sealed record Figure(string Name, string Unit, IReadOnlyList<string> UsedBy, string? Note, IReadOnlyList<FigureVersion> Versions);
