using System.Diagnostics.CodeAnalysis;

namespace Marketplace.Domain.Vocabulary;

/// <summary>The 32 scored dimensions in their order: A2, B1 … B12, C1 … C8, D1 … D6, E1, E2, E3, F2, F3.</summary>
public static class Dimensions
{
    /// <summary>How many dimensions are scored.</summary>
    public const int Count = 32;

    private static readonly string[] Hard = ["A2", "B12", "D1"];

    /// <summary>All dimensions, in the order that breaks ties.</summary>
    public static IReadOnlyList<Dimension> All { get; } = Load();

    private static readonly Dictionary<string, Dimension> ByCode = All.ToDictionary(d => d.Code, StringComparer.Ordinal);

    /// <summary>The dimension of a code.</summary>
    /// <exception cref="KeyNotFoundException">The code is not one of the 32.</exception>
    public static Dimension Of(string code) => ByCode[code];

    /// <summary>Looks a code up; capitals count.</summary>
    public static bool TryGet(string code, [NotNullWhen(true)] out Dimension? dimension) => ByCode.TryGetValue(code, out dimension);

    private static List<Dimension> Load()
    {
        var lines = EmbeddedFile.ReadAllText("Vocabulary/dimensions-nl.csv")
            .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return [.. lines.Skip(1).Select((line, index) =>
        {
            var f = line.Split(';');
            return new Dimension(f[0], index, Hard.Contains(f[0]), f[1], f[2], [f[3], f[4], f[5], f[6]], f[7], [f[8], f[4], f[5], f[6]], f[9]);
        })];
    }
}
