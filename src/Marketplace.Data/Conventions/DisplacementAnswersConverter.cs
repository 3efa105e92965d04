using System.Text.Json;
using Marketplace.Domain.Work;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Marketplace.Data.Conventions;

/// <summary>The answers about displacement as a list in JSON: they are read with their job and never asked for by themselves.</summary>
internal sealed class DisplacementAnswersConverter() : ValueConverter<IReadOnlyList<DisplacementAnswer>, string>(
    answers => JsonSerializer.Serialize(answers, JsonSerializerOptions.Default), text => Read(text))
{
    /// <summary>The list is replaced as a whole.</summary>
    public static ValueComparer<IReadOnlyList<DisplacementAnswer>> Comparer { get; } = new(favorStructuralComparisons: false);

    private static IReadOnlyList<DisplacementAnswer> Read(string text) =>
        text.Length == 0 ? [] : JsonSerializer.Deserialize<List<DisplacementAnswer>>(text, JsonSerializerOptions.Default)!;
}
