namespace Marketplace.Web.Ui;

/// <summary>Colour and default picture of a status label. The word always says it too.</summary>
public enum StatusTone
{
    /// <summary>Grey: nothing to do.</summary>
    Plain,

    /// <summary>Green: well.</summary>
    Good,

    /// <summary>Blue: to know.</summary>
    Info,

    /// <summary>Orange: waits.</summary>
    Warning,

    /// <summary>Red: late on our side. Never about a person.</summary>
    Late,
}
