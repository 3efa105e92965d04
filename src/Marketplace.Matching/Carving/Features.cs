namespace Marketplace.Matching.Carving;

/// <summary>What counts once in the score, however many tasks have it.</summary>
/// <param name="ToBridge">Dimensions that a measure must raise: a cost.</param>
/// <param name="Questions">Dimensions that were not discussed: a cost.</param>
/// <param name="Unwanted">Tags that are not wanted: a cost.</param>
/// <param name="Wished">Tags that are wished: a gain.</param>
/// <param name="Growing">Dimensions of growth: a gain.</param>
internal readonly record struct Features(uint ToBridge, uint Questions, ulong Unwanted, ulong Wished, uint Growing)
{
    internal bool IsNone => this == default;

    internal Features Costs => this with { Wished = 0, Growing = 0 };

    internal Features Gains => new(0, 0, 0, Wished, Growing);

    /// <summary>One of them; none of none.</summary>
    internal Features First =>
        Unwanted != 0 ? new(0, 0, Unwanted & (~Unwanted + 1), 0, 0)
        : ToBridge != 0 ? new(ToBridge & (~ToBridge + 1), 0, 0, 0, 0)
        : Questions != 0 ? new(0, Questions & (~Questions + 1), 0, 0, 0)
        : Growing != 0 ? new(0, 0, 0, 0, Growing & (~Growing + 1))
        : new(0, 0, 0, Wished & (~Wished + 1), 0);

    internal Features With(Features other) => new(
        ToBridge | other.ToBridge, Questions | other.Questions, Unwanted | other.Unwanted, Wished | other.Wished, Growing | other.Growing);

    internal Features Without(Features other) => new(
        ToBridge & ~other.ToBridge, Questions & ~other.Questions, Unwanted & ~other.Unwanted, Wished & ~other.Wished, Growing & ~other.Growing);

    internal bool Meets(Features other) =>
        ((ToBridge & other.ToBridge) | (Questions & other.Questions) | (Growing & other.Growing)) != 0
        || ((Unwanted & other.Unwanted) | (Wished & other.Wished)) != 0;
}
