using System.Text.Json;
using Marketplace.Domain.Vocabulary;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Marketplace.Data.Conventions;

/// <summary>
/// Reads a stored list of codes, which is a list of texts in JSON. A code of a closed list is that of the list itself and takes no memory.
/// Nine of these are read of each person, so it is short.
/// </summary>
internal sealed class CodesConverter() : ValueConverter<IReadOnlyList<string>, string>(codes => JsonSerializer.Serialize(codes, JsonSerializerOptions.Default), text => Read(text))
{
    private static readonly Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> Known =
        new[] { CodeLists.Sectors, CodeLists.Tags, CodeLists.Circumstances, CodeLists.Certificates, CodeLists.Forms, CodeLists.Modes, CodeLists.Measures }
            .SelectMany(list => list.Codes).Concat(Dayparts.All).Distinct()
            .ToDictionary(code => code, StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>These lists are read and never compared.</summary>
    public static ValueComparer<IReadOnlyList<string>> Comparer { get; } = new(favorStructuralComparisons: false);

    public static IReadOnlyList<string> Read(string text)
    {
        var quotes = text.AsSpan().Count('"');
        if (quotes == 0)
            return [];
        if (text.Contains('\\', StringComparison.Ordinal))
            return JsonSerializer.Deserialize<string[]>(text, JsonSerializerOptions.Default)!;
        var codes = new string[quotes / 2];
        var rest = text.AsSpan();
        for (var i = 0; i < codes.Length; i++)
        {
            rest = rest[(rest.IndexOf('"') + 1)..];
            var end = rest.IndexOf('"');
            codes[i] = Known.TryGetValue(rest[..end], out var known) ? known : rest[..end].ToString();
            rest = rest[(end + 1)..];
        }

        return codes;
    }
}
