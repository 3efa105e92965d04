namespace Marketplace.Web.Ui;

/// <summary>One item of the brand band.</summary>
public sealed record ShellLink(string Text, string Href);
