namespace Marketplace.Web.Ui;

/// <summary>What a message in the page is about.</summary>
public enum AlertKind
{
    Info,
    Success,
    Warning,
    Error,
}
