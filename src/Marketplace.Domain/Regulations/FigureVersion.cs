using System.Globalization;
using System.Text.Json;

namespace Marketplace.Domain.Regulations;

/// <summary>One version of a figure; it counts from its first day until the next version starts.</summary>
/// <param name="Figure">The name of the figure.</param>
/// <param name="ValidFrom">The first day.</param>
/// <param name="Value">A number, a text, a list or an object; JSON null when the value is unknown.</param>
/// <param name="Confidence">How sure we are.</param>
/// <param name="Source">The article, regulation or page, or the reason of an own choice.</param>
/// <param name="PublishedOn">When it was published, or null when that was not recorded.</param>
public sealed record FigureVersion(
    string Figure, DateOnly ValidFrom, JsonElement Value, Confidence Confidence, string Source, DateOnly? PublishedOn)
{
    /// <summary>False when the value was looked for and not found; an unknown value is never filled in.</summary>
    public bool IsKnown => Value.ValueKind != JsonValueKind.Null;

    /// <summary>Name and first day, as results name it: <c>wml.month@2026-07-01</c>.</summary>
    public string Reference => $"{Figure}@{ValidFrom.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}";

    /// <summary>The number itself, or the number at a place inside; null when it is unknown there.</summary>
    /// <param name="members">The names from the outside in; none for a figure that is one number.</param>
    public decimal? Number(params ReadOnlySpan<string> members)
    {
        var value = Value;
        foreach (var member in members)
        {
            if (value.ValueKind == JsonValueKind.Null)
            {
                return null;
            }

            value = value.GetProperty(member);
        }

        return value.ValueKind == JsonValueKind.Null ? null : value.GetDecimal();
    }
}
