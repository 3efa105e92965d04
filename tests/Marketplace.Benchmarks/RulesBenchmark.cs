using System.Globalization;
using System.Text.Json.Nodes;
using Marketplace.Testing;
using Marketplace.Web.Commands;

namespace Marketplace.Benchmarks;

/// <summary>The commands <c>regulations</c> and <c>reminders</c> over many cases: reading the file, the rules, and writing the answer.</summary>
internal static class RulesBenchmark
{
    internal static void Run(int cases, int placements)
    {
        var folder = Directory.CreateTempSubdirectory("ieder-talent-rules-").FullName;
        try
        {
            Measure("regulations", cases, folder, Many("regulations-more.in.json", "cases", cases, VariedCase), RegulationsCommand.Run, []);
            Measure("reminders", placements, folder, Many("reminders-more.in.json", "placements", placements, VariedPlacement), RemindersCommand.Run, ["--on", "2026-11-24"]);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Measure(string name, int rows, string folder, JsonNode input, Func<string[], TextWriter, int> command, string[] options)
    {
        var (from, to) = (Path.Combine(folder, name + ".in.json"), Path.Combine(folder, name + ".out.json"));
        File.WriteAllText(from, input.ToJsonString());
        Measured.Each(name, rows, new FileInfo(from).Length, [() =>
        {
            var error = new StringWriter(CultureInfo.InvariantCulture);
            return command([.. options, "--input", from, "--output", to], error) == 0 ? rows : throw new InvalidOperationException(error.ToString().Split('\n')[0]);
        }]);
    }

    /// <summary>The examples of the contract over and over, each time with a code of its own and other figures.</summary>
    private static JsonObject Many(string file, string list, int count, Action<JsonObject, Random> vary)
    {
        var input = JsonNode.Parse(File.ReadAllText(Path.Combine(StoredFile.Root, "tests", "Marketplace.Tests", "Contracts", file)))!.AsObject();
        var examples = input[list]!.AsArray().Select(e => e!.AsObject()).ToList();
        var random = new Random(1);
        var many = new JsonArray();
        for (var i = 0; i < count; i++)
        {
            var one = (JsonObject)examples[i % examples.Count].DeepClone();
            one["code"] = string.Create(CultureInfo.InvariantCulture, $"C-{i:000000}");
            vary(one, random);
            many.Add((JsonNode)one);
        }

        input[list] = many;
        return input;
    }

    private static void VariedCase(JsonObject one, Random random)
    {
        // Only what is known is made different: what is open stays open, so that every answer of the contract comes back.
        if (one["work"] is JsonObject work && work["hourlyWage"] is JsonValue)
            work["hourlyWage"] = 15 + random.Next(20);
    }

    private static void VariedPlacement(JsonObject one, Random random)
    {
        // Shifting every date by the same number of days keeps their order.
        var days = -random.Next(360);
        Shift(one, days);
    }

    private static void Shift(JsonObject of, int days)
    {
        foreach (var (name, value) in of.ToList())
        {
            if (value is JsonObject inside)
                Shift(inside, days);
            else if (value is JsonValue text && text.TryGetValue<string>(out var word) && DateOnly.TryParseExact(word, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
                of[name] = day.AddDays(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        }
    }
}
