namespace Marketplace.Web.Ui;

/// <summary>How far a step or a part is.</summary>
public enum StepState
{
    /// <summary>Not begun.</summary>
    NotYet,

    /// <summary>Begun, not ready; in <c>pw-steps</c> the step of this page.</summary>
    Busy,

    /// <summary>Ready.</summary>
    Done,
}
