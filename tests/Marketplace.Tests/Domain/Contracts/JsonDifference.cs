using System.Text.Json;
using Marketplace.Domain.Contracts;

namespace Marketplace.Tests.Domain.Contracts;

/// <summary>Compares as the contracts do: numbers by value, lists in order, fields in any order, absent is not null.</summary>
internal static class JsonDifference
{
    /// <summary>The first place where two texts differ, or null when they are equal.</summary>
    public static string? First(string expected, string actual)
    {
        using var one = JsonDocument.Parse(expected);
        using var other = JsonDocument.Parse(actual);
        return First(one.RootElement, other.RootElement, "$");
    }

    private static string? First(JsonElement expected, JsonElement actual, string path)
    {
        var isSame = (expected.ValueKind, actual.ValueKind) switch
        {
            (JsonValueKind.Object, JsonValueKind.Object) => true,
            (JsonValueKind.Array, JsonValueKind.Array) => expected.GetArrayLength() == actual.GetArrayLength(),
            (JsonValueKind.Number, JsonValueKind.Number) => ExactNumber.Of(expected) == ExactNumber.Of(actual),
            (JsonValueKind.String, JsonValueKind.String) => expected.GetString() == actual.GetString(),
            var (one, other) => one == other,
        };
        if (!isSame)
        {
            return $"{path}: expected {expected.GetRawText()} but was {actual.GetRawText()}";
        }

        if (expected.ValueKind == JsonValueKind.Object)
        {
            var names = expected.EnumerateObject().Concat(actual.EnumerateObject()).Select(field => field.Name).Distinct();
            foreach (var name in names)
            {
                if (!expected.TryGetProperty(name, out var one) || !actual.TryGetProperty(name, out var other))
                {
                    return $"{path}.{name} is on one side only";
                }

                if (First(one, other, $"{path}.{name}") is { } difference)
                {
                    return difference;
                }
            }
        }
        else if (expected.ValueKind == JsonValueKind.Array)
        {
            for (var i = 0; i < expected.GetArrayLength(); i++)
            {
                if (First(expected[i], actual[i], $"{path}[{i}]") is { } difference)
                {
                    return difference;
                }
            }
        }

        return null;
    }
}
