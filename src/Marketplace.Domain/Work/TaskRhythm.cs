namespace Marketplace.Domain.Work;

/// <summary>How often and how long: the rhythm of a task.</summary>
/// <param name="Times">Times per day, week or month; 0.25–100.</param>
/// <param name="Per">Day, week or month.</param>
/// <param name="DaysPerWeek">Days a week, 1–7; only meaningful per day.</param>
/// <param name="Minutes">Minutes each time, 1–3600.</param>
public sealed record TaskRhythm(decimal Times, Frequency Per, int DaysPerWeek, int Minutes)
{
    /// <summary>A week has no more minutes than this; more is a slip of the pen.</summary>
    public const int MostMinutesPerWeek = 7 * 24 * 60;

    /// <summary>Times × minutes × (day: days a week; week: 1; month: 12/52), rounded half up to a whole minute, at least 1.</summary>
    public int MinutesPerWeek => (int)Math.Max(1, Math.Round(
        Per switch
        {
            Frequency.Day => Times * Minutes * DaysPerWeek,
            Frequency.Month => Times * Minutes * 12 / 52,
            _ => Times * Minutes,
        },
        MidpointRounding.AwayFromZero));
}
