namespace Marketplace.Matching.Text;

/// <summary>What a list of jobs can be narrowed by.</summary>
public enum JobFacet
{
    /// <summary>Branch; a code of the list of sectors.</summary>
    Sector,

    /// <summary>Place, as the job has it.</summary>
    Place,

    /// <summary>Hours a week; a code of <see cref="HoursBands"/>.</summary>
    Hours,

    /// <summary>Part of day, fixed or flexible.</summary>
    Daypart,

    /// <summary>Form of work.</summary>
    Form,

    /// <summary>Help that the employer offers; a code of the list of measures.</summary>
    Offer,

    /// <summary>State, for who may see more than open jobs; the name of a <see cref="Domain.Work.JobState"/>.</summary>
    State,
}

/// <summary>One value of a facet.</summary>
/// <param name="Value">Code or place.</param>
/// <param name="Count">Jobs with it, narrowed by every other facet but not by this one.</param>
public sealed record FacetCount(string Value, int Count);

/// <summary>Hours a week in bands; a job is in every band that its hours touch.</summary>
public static class HoursBands
{
    private static readonly (string Code, decimal From, decimal To)[] Bands = [("0-8", 0, 8), ("8-16", 8, 16), ("16-24", 16, 24), ("24-32", 24, 32), ("32-40", 32, 1000)];

    /// <summary>The bands, fewest hours first.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Bands.Select(b => b.Code)];

    /// <summary>The bands of a job; none while its hours are not known. A bound belongs to both bands only when the job is nothing but that bound.</summary>
    public static IReadOnlyList<string> Of(decimal? min, decimal? max) => min is not { } from || max is not { } to
        ? []
        : [.. Bands.Where(b => from < b.To && to > b.From || from == to && (from == b.From || from == b.To)).Select(b => b.Code)];

    /// <summary>The Dutch words of a band; the code itself when it is none.</summary>
    public static string Word(string code) => code switch
    {
        "0-8" => "tot 8 uur",
        "8-16" => "8 tot 16 uur",
        "16-24" => "16 tot 24 uur",
        "24-32" => "24 tot 32 uur",
        "32-40" => "32 uur of meer",
        _ => code,
    };
}
