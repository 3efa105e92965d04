namespace Marketplace.Domain.Placements;

/// <summary>Why a placement stopped: about the work, never compulsory, never about blame.</summary>
public enum StopReason
{
    /// <summary>Het werk was op.</summary>
    WorkWasDone,

    /// <summary>De taken pasten niet.</summary>
    Tasks,

    /// <summary>De uren pasten niet.</summary>
    Hours,

    /// <summary>De reis paste niet.</summary>
    Travel,

    /// <summary>Een volgende stap.</summary>
    NextStep,

    /// <summary>Wij zeggen het liever niet.</summary>
    RatherNotSay,
}
