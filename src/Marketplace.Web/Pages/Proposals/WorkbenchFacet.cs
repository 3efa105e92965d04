using Marketplace.Matching;
using Marketplace.Web.Ui;

namespace Marketplace.Web.Pages.Proposals;

/// <summary>One filter of the workbench: its name in the address, its answers, and who has them. Never arrangements, status or money.</summary>
public sealed record WorkbenchFacet(
    string Name, string Title, IReadOnlyList<FacetAnswer> Answers, Func<WorkbenchRow, string, bool> Has, bool OneAnswer = false)
{
    /// <summary>The answer of <see cref="Band"/> that shows only the section below the list.</summary>
    public const string NotNow = "not-now";

    public static WorkbenchFacet Band { get; } = new(
        "past", "Hoe past het?",
        [new("good", UiWords.BandGood), new("adapted", UiWords.BandAdapted), new("find-out", UiWords.BandFindOut), new(NotNow, UiWords.BandNotNow)],
        (row, answer) => BandOf(row.Verdict) == answer);

    public static WorkbenchFacet Travel { get; } = new(
        "reis", "Reistijd",
        [new("15", "Tot 15 minuten"), new("30", "Tot 30 minuten"), new("45", "Tot 45 minuten")],
        (row, answer) => row.Minutes <= answer switch { "15" => 15, "30" => 30, _ => 45 },
        OneAnswer: true);

    public static WorkbenchFacet Hours { get; } = new(
        "uren", "Uren per week",
        [new("8-16", "8 tot 16 uur"), new("16-24", "16 tot 24 uur"), new("24", "24 uur of meer")],
        (row, answer) => answer switch { "8-16" => row.Hours is >= 8 and < 16, "16-24" => row.Hours is >= 16 and < 24, _ => row.Hours >= 24 });

    public static WorkbenchFacet Dayparts { get; } = new(
        "dagdeel", "Dagdelen",
        [new("ochtend", "Ochtend"), new("middag", "Middag"), new("avond", "Avond"), new("weekend", "Weekend")],
        (row, answer) => row.Dayparts.Any(part => IsIn(part, answer)));

    public static WorkbenchFacet Whose { get; } = new(
        "van", "Van wie is de kandidaat?",
        [new("mij", "Van mij"), new("collega", "Van een collega")],
        (row, answer) => row.IsMine == (answer == "mij"));

    /// <summary>The filters that take people away, in the order of the page.</summary>
    public static IReadOnlyList<WorkbenchFacet> All { get; } = [Band, Travel, Hours, Dayparts, Whose];

    /// <summary>The band of a verdict, as <c>pw-band</c> knows it.</summary>
    public static string BandOf(Verdict verdict) => verdict switch
    {
        Verdict.Fit => "good",
        Verdict.FitWithSupport or Verdict.FitAfterCarving => "adapted",
        Verdict.ToDiscuss => "find-out",
        _ => NotNow,
    };

    private static bool IsIn(string part, string answer) => answer switch
    {
        "ochtend" => part.EndsWith("-1", StringComparison.Ordinal),
        "middag" => part.EndsWith("-2", StringComparison.Ordinal),
        "avond" => part.EndsWith("-3", StringComparison.Ordinal),
        _ => part.StartsWith('s'),
    };
}

/// <summary>An answer of a filter: its word in the address and on screen.</summary>
public sealed record FacetAnswer(string Value, string Text);
