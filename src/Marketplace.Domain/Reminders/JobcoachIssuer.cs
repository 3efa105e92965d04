namespace Marketplace.Domain.Reminders;

/// <summary>Who pays the job coach.</summary>
public enum JobcoachIssuer
{
    /// <summary>UWV (WIA 35).</summary>
    Uwv,

    /// <summary>The municipality (PW 10, 10da).</summary>
    Municipality,
}
