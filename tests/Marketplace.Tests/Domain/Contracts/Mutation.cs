using System.Text;
using System.Text.Json.Nodes;
using Marketplace.Testing;

namespace Marketplace.Tests.Domain.Contracts;

/// <summary>Damages an input in one or more places: values of another kind, fields away or added, bytes changed.</summary>
internal static class Mutation
{
    private static readonly string[] Values =
    [
        "null", "true", "0", "-1", "7.5", "1e999", "1e-999", "-0", "100", "12.000000000000000000000000000000000001", "\"\"", "\" \"",
        "\"x\"", "\"2026-02-30\"", "\"1900-01-01\"", "\"2100-12-31\"", "\"2026-11-21\"", "\"2028-02-29\"", "\"regular\"", "\"trial\"",
        "\"WIA_WAO\"", "\"BESCHUT\"", "\"\\ud83d\\ude42\"", "[]", "[[]]", "{}", "{\"a\": 1}",
    ];

    /// <summary>How many mutations a test tries: many when MARKETPLACE_LONG is 1.</summary>
    public static int Count => LongRun.Inputs;

    /// <summary>A damaged copy, the same for the same seed.</summary>
    public static byte[] Of(string json, int seed)
    {
        var random = new Random(seed);
        var root = JsonNode.Parse(json)!;
        for (var changes = random.Next(1, 4); changes > 0; changes--)
        {
            Change(root, random);
        }

        var bytes = Encoding.UTF8.GetBytes(root.ToJsonString());
        if (random.Next(5) == 0)
        {
            bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
        }

        return bytes;
    }

    private static void Change(JsonNode root, Random random)
    {
        var places = Descendants(root).ToList();
        var place = places[random.Next(places.Count)];
        var value = JsonNode.Parse(Values[random.Next(Values.Length)]);
        switch (place)
        {
            case JsonObject fields when fields.Count > 0:
                var name = fields.ElementAt(random.Next(fields.Count)).Key;
                if (random.Next(4) == 0)
                {
                    fields.Remove(name);
                }
                else
                {
                    fields[random.Next(6) == 0 ? name + "\n" : name] = value;
                }

                break;
            case JsonArray list when list.Count > 0:
                var index = random.Next(list.Count);
                if (random.Next(3) == 0)
                {
                    list.Add(list[index]?.DeepClone());
                }
                else
                {
                    list[index] = value;
                }

                break;
        }
    }

    private static IEnumerable<JsonNode> Descendants(JsonNode node)
    {
        IEnumerable<JsonNode?> children = node switch
        {
            JsonObject fields => fields.Select(field => field.Value),
            JsonArray list => list,
            _ => [],
        };
        return children.OfType<JsonNode>().Where(child => child is JsonObject or JsonArray).SelectMany(Descendants).Prepend(node);
    }
}
