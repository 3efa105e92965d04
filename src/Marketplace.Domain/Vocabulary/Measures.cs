namespace Marketplace.Domain.Vocabulary;

/// <summary>The fourteen measures in the order of the table of matching.md §3; the order breaks ties.</summary>
public static class Measures
{
    /// <summary>Transport from a pick-up point: it concerns travel only and is never used in a match.</summary>
    public const string PickUp = "pick-up";

    /// <summary>All measures, in the order of the table.</summary>
    public static IReadOnlyList<Measure> All { get; } =
    [
        Raising("jobcoach", "B1 B2 B6 B9 C1 C3 C4"),
        Raising("fixed-supervisor", "B1 B2 B6 B11 C3"),
        Raising("picture-instructions", "B2 C5 C6"),
        Raising("quiet-place", "B3 B4 B10 E1"),
        Raising("own-pace", "B7 B8"),
        Raising("extra-breaks", "A2 D2 D3 D4"),
        Raising("lifting-aid", "D1 D5"),
        Raising("adapted-workplace", "D2 D3 D6 F2 F3"),
        Raising("language-buddy", "C5 C6"),
        Raising("fixed-order", "B4 B5 B6 B9"),
        Raising("no-customer-contact", "C2 C4"),
        Raising("digital-help", "C7 C8"),
        Raising("protective-alternative", "E3"),
        Raising(PickUp, ""),
    ];

    /// <summary>What a person may bring along to any employer (<c>support</c> on forms and import); the command takes any code.</summary>
    public static IReadOnlyList<string> BroughtAlong { get; } =
        ["jobcoach", "lifting-aid", "adapted-workplace", "protective-alternative", "picture-instructions", "fixed-order", "language-buddy", "digital-help"];

    private static Measure Raising(string code, string dimensions) =>
        new(code, [.. dimensions.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Dimensions.Of)]);
}
