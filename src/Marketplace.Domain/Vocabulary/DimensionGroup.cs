namespace Marketplace.Domain.Vocabulary;

/// <summary>A group of questions on a page; together the five groups hold each of the 32 dimensions once (lists.md §3).</summary>
/// <param name="Name">The Dutch heading.</param>
/// <param name="Dimensions">Its dimensions, in the order of the list.</param>
public sealed record DimensionGroup(string Name, IReadOnlyList<Dimension> Dimensions)
{
    /// <summary>The five groups, in the order in which they are asked.</summary>
    public static IReadOnlyList<DimensionGroup> All { get; } =
    [
        Of("Lichaam", "A2 D1 D2 D3 D4 D5 D6"),
        Of("Hoofd", "B2 B3 B4 B5 B6 B9 B10 C7"),
        Of("Mensen", "C1 C2 C3 C4"),
        Of("Taal en scherm", "C5 C6 C8"),
        Of("Plek en tempo", "B1 B7 B8 B11 B12 E1 E2 E3 F2 F3"),
    ];

    private static DimensionGroup Of(string name, string codes) => new(name, [.. codes.Split(' ').Select(Vocabulary.Dimensions.Of)]);
}
