namespace Marketplace.Domain.Work;

/// <summary>The questions of the scan, one a page, in this order (domain.md §10.3).</summary>
public enum ScanStep
{
    /// <summary>Branch and department.</summary>
    Department,

    /// <summary>When it is busy.</summary>
    Busy,

    /// <summary>What they do not get to.</summary>
    Tasks,

    /// <summary>Who does each task now, how often, how long, and whether it may move.</summary>
    DoneNow,

    /// <summary>What always belongs to the place of work.</summary>
    Workplace,

    /// <summary>Hours a week and parts of day.</summary>
    Hours,

    /// <summary>Who guides, and what can be offered.</summary>
    Guidance,

    /// <summary>What somebody would be proud of.</summary>
    Proud,

    /// <summary>Whom to call.</summary>
    Contact,
}
