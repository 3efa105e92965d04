namespace Marketplace.Web.Ui;

/// <summary>One line of <c>pw-reasons</c>.</summary>
public sealed record Reason(ReasonKind Kind, string Text);
