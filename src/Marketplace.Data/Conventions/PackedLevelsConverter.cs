using Marketplace.Domain.Vocabulary;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Marketplace.Data.Conventions;

/// <summary>
/// Levels in one letter for each dimension, in the order of the list: <c>0</c>–<c>3</c>, or <c>-</c> when not discussed. Read four hundred
/// thousand times when an index is built, so it is short.
/// </summary>
internal sealed class PackedLevelsConverter() : ValueConverter<Levels, string>(levels => Pack(levels), text => Unpack(text))
{
    public static int Length => Dimensions.Count;

    private static string Pack(Levels levels) => string.Create(Dimensions.Count, levels, (letters, from) =>
    {
        for (var i = 0; i < letters.Length; i++)
            letters[i] = from[i] is { } level ? (char)('0' + level) : '-';
    });

    private static Levels Unpack(string text) => Levels.Of(text.Length, i => text[i] is >= '0' and <= '3' ? text[i] - '0' : null);
}
