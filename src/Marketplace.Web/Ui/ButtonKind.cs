namespace Marketplace.Web.Ui;

/// <summary>Weight of a button. One <see cref="Primary"/> per card or page part.</summary>
public enum ButtonKind
{
    /// <summary>Filled: the one act this part is for.</summary>
    Primary,

    /// <summary>Outlined: another act of the same part.</summary>
    Secondary,

    /// <summary>Words only: save and stop, clear, back.</summary>
    Quiet,

    /// <summary>Outlined in red: something that cannot be undone.</summary>
    Danger,
}
