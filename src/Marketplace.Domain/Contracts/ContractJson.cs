using System.Text.Json;

namespace Marketplace.Domain.Contracts;

/// <summary>Writes the output of a command: what is not known is <c>null</c>, never left out.</summary>
public static class ContractJson
{
    /// <summary>A list of codes or texts.</summary>
    public static void WriteTexts(this Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(texts);
        json.WriteStartArray(name);
        foreach (var text in texts)
            json.WriteStringValue(text);
        json.WriteEndArray();
    }

    /// <summary>A number, or <c>null</c>.</summary>
    public static void WriteNumberOrNull(this Utf8JsonWriter json, string name, decimal? number)
    {
        ArgumentNullException.ThrowIfNull(json);
        if (number is { } value)
            json.WriteNumber(name, value);
        else
            json.WriteNull(name);
    }
}
