namespace Marketplace.Web.Ui;

/// <summary>What a line of reasons says.</summary>
public enum ReasonKind
{
    /// <summary>This fits.</summary>
    Fits,

    /// <summary>This is asked of the employer.</summary>
    Asked,

    /// <summary>This is not known yet.</summary>
    Open,

    /// <summary>This task comes out, or this does not fit.</summary>
    Off,
}
