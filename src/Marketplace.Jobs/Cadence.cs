namespace Marketplace.Jobs;

/// <summary>How often a sweep looks. Dates of law come from tables and the clock, never from here.</summary>
public enum Cadence
{
    EveryMinute,
    EveryQuarter,

    /// <summary>At 05:00 in the Netherlands.</summary>
    Daily,
}
