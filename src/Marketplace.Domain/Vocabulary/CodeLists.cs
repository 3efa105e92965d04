using System.Text.Json;

namespace Marketplace.Domain.Vocabulary;

/// <summary>The closed lists of the product. A code outside a list is an error on a form and an import, not in a command.</summary>
public static class CodeLists
{
    private static readonly Dictionary<string, CodeList> Lists = Load();

    /// <summary>Branches of employers.</summary>
    public static CodeList Sectors { get; } = Lists["sectors"];

    /// <summary>What a task is about; wishes are expressed in these.</summary>
    public static CodeList Tags { get; } = Lists["tags"];

    /// <summary>Circumstances at work that a person may exclude.</summary>
    public static CodeList Circumstances { get; } = Lists["circumstances"];

    /// <summary>Certificates that a job or task may require.</summary>
    public static CodeList Certificates { get; } = Lists["certificates"];

    /// <summary>Forms of work.</summary>
    public static CodeList Forms { get; } = Lists["forms"];

    /// <summary>Ways to travel to work.</summary>
    public static CodeList Modes { get; } = Lists["modes"];

    /// <summary>Measures in the words for staff.</summary>
    public static CodeList Measures { get; } = Lists["measures"];

    /// <summary>Measures as they are asked of an employer: never what is weak, always what is asked.</summary>
    public static CodeList Asked { get; } = Lists["asked"];

    private static Dictionary<string, CodeList> Load()
    {
        using var stream = EmbeddedFile.Open("Vocabulary/lists-nl.json");
        using var json = JsonDocument.Parse(stream);
        return json.RootElement.EnumerateObject().ToDictionary(
            list => list.Name,
            list => new CodeList(list.Value.EnumerateObject().Select(e => KeyValuePair.Create(e.Name, e.Value.GetString()!))),
            StringComparer.Ordinal);
    }
}
