namespace Marketplace.Domain.Regulations;

/// <summary>A figure as a page shows it on a day. A rule never uses it: for a rule, unknown stays unknown.</summary>
/// <param name="Version">The newest known version that has started; null when no version is known.</param>
/// <param name="IsToBeAdjusted">
/// A later version has started and its value is not published yet: the page shows the last known one, labelled "bedragen van …, worden bijgesteld".
/// </param>
public sealed record ShownFigure(FigureVersion? Version, bool IsToBeAdjusted);
