using Marketplace.Domain.Placements;
using Marketplace.Web.Ui;

namespace Marketplace.Web.Texts;

/// <summary>The Dutch words of a placement: states, arrangements, reasons about the work.</summary>
public static class PlacementWords
{
    public static IReadOnlyList<Choice> Subsidies { get; } =
    [
        new(nameof(SubsidyKind.Unknown), "Nog niet bekend"),
        new(nameof(SubsidyKind.None), "Nee"),
        new(nameof(SubsidyKind.Flat), "Ja, de vaste subsidie van de eerste maanden"),
        new(nameof(SubsidyKind.Measured), "Ja, gemeten"),
    ];

    public static IReadOnlyList<Choice> Lkvs { get; } =
    [
        new(nameof(LkvKind.Unknown), "Nog niet bekend"),
        new(nameof(LkvKind.None), "Nee"),
        new(nameof(LkvKind.Banenafspraak), "Ja, doelgroep banenafspraak"),
        new(nameof(LkvKind.Arbeidsgehandicapt), "Ja, arbeidsgehandicapte werknemer"),
        new(nameof(LkvKind.Herplaatsing), "Ja, herplaatsing"),
    ];

    public static IReadOnlyList<Choice> Issuers { get; } =
    [
        new(nameof(CoachIssuer.Unknown), "Nog niet bekend"),
        new(nameof(CoachIssuer.None), "Er komt geen jobcoach"),
        new(nameof(CoachIssuer.Municipality), "De gemeente"),
        new(nameof(CoachIssuer.Uwv), "UWV"),
    ];

    public static IReadOnlyList<Choice> StopReasons { get; } = [.. Enum.GetValues<StopReason>().Select(r => new Choice(r.ToString(), Of(r)))];

    public static string Of(StopReason reason) => reason switch
    {
        StopReason.WorkWasDone => "Het werk was op",
        StopReason.Tasks => "De taken pasten niet",
        StopReason.Hours => "De uren pasten niet",
        StopReason.Travel => "De reis paste niet",
        StopReason.NextStep => "Een volgende stap",
        _ => "Wij zeggen het liever niet",
    };

    public static string Of(PlacementState state) => state switch
    {
        PlacementState.Agreed => "Afgesproken",
        PlacementState.Running => "Loopt",
        PlacementState.Stopped => "Gestopt",
        _ => "Volgende stap",
    };

    public static StatusTone ToneOf(PlacementState state) => state switch
    {
        PlacementState.Agreed => StatusTone.Info,
        PlacementState.Running => StatusTone.Good,
        _ => StatusTone.Plain,
    };

    public static string Of(SubsidyKind kind) => Word(Subsidies, kind.ToString());

    public static string Of(LkvKind kind) => Word(Lkvs, kind.ToString());

    public static string Of(CoachIssuer issuer) => Word(Issuers, issuer.ToString());

    private static string Word(IReadOnlyList<Choice> choices, string value) => choices.First(c => c.Value == value).Text;
}
