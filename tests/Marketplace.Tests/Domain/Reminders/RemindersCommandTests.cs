using System.Text.Json.Nodes;
using Marketplace.Tests.Domain.Contracts;
using Marketplace.Web.Commands;
using Xunit;

namespace Marketplace.Tests.Domain.Reminders;

public sealed class RemindersCommandTests : IDisposable
{
    private readonly ContractFolder _folder = new();

    public static TheoryData<string> ErrorCases => [.. ContractFolder.Errors("reminders-errors.json").Select(each => each.Name)];

    [Theory]
    [InlineData("reminders-example", "2026-11-21")]
    [InlineData("reminders-more", "2025-03-03")]
    public void The_answer_is_that_of_the_contract(string name, string on)
    {
        var input = File.ReadAllBytes(ContractFolder.Contract(name + ".in.json"));
        var (exitCode, paths, output) = _folder.Run(RemindersCommand.Run, input, "--on", on);

        Assert.Equal(0, exitCode);
        Assert.Empty(paths);
        var difference = JsonDifference.First(File.ReadAllText(ContractFolder.Contract(name + ".out.json")), output!);
        Assert.True(difference is null, difference);
        Assert.Equal(["out.json"], _folder.Written());
    }

    [Theory]
    [MemberData(nameof(ErrorCases))]
    public void Every_wrong_value_is_named(string name)
    {
        var (_, input, expected, whole) = ContractFolder.Errors("reminders-errors.json").Single(each => each.Name == name);
        string[] on = whole.GetProperty("on").GetString() is { } day ? ["--on", day] : [];
        var (exitCode, paths, _) = _folder.Run(RemindersCommand.Run, input, on);

        Assert.Equal(expected, paths);
        Assert.Equal(expected.Length == 0 ? 0 : 2, exitCode);
        Assert.Equal(expected.Length == 0 ? ["out.json"] : [], _folder.Written());
    }

    [Fact]
    public void The_call_is_checked_together_with_the_input()
    {
        File.WriteAllText(_folder.Input, "{}");
        Assert.Equal(["--input", "--on", "--output"], Call());
        Assert.Equal(["--on", "--output"], Call("--input", _folder.Input, "--output").Where(path => path.StartsWith('-')));
        Assert.Equal(["--input"], Call("--input", _folder.Input + "x", "--on", "2026-11-21", "--output", _folder.Output));
        Assert.Equal(["--input"], Call("--input", Path.GetDirectoryName(_folder.Input)!, "--on", "2026-11-21", "--output", _folder.Output));
        Assert.Equal(["$.candidates", "$.placements", "$.schema", "--output"], Call("--input", _folder.Input, "--on", "2026-11-21"));
        Assert.Equal(["--no"], Call("--input", _folder.Input, "--on", "2026-11-21", "--output", _folder.Output, "--no").Where(path => path.StartsWith('-')));
        Assert.Equal(["--on"], Call("--input", _folder.Input, "--on", "2026-11-21\n", "--output", _folder.Output).Where(path => path.StartsWith('-')));
        Assert.Empty(_folder.Written());
    }

    [Fact]
    public void An_output_that_cannot_be_written_is_found_last()
    {
        var nowhere = Path.Combine(Path.GetDirectoryName(_folder.Output)!, "no-such-folder", "out.json");
        File.WriteAllText(_folder.Input, """{"schema": "marketplace-reminders-1", "placements": [], "candidates": []}""");
        Assert.Equal(["--output"], Call("--input", _folder.Input, "--on", "2026-11-21", "--output", nowhere));
        Assert.Equal(["--on"], Call("--input", _folder.Input, "--on", "2026", "--output", nowhere));

        Directory.CreateDirectory(_folder.Output);
        Assert.Equal(["--output"], Call("--input", _folder.Input, "--on", "2026-11-21", "--output", _folder.Output));
        Assert.Empty(_folder.Written());
    }

    [Fact]
    public void An_earlier_output_stays_when_something_is_wrong_and_is_replaced_when_all_is_right()
    {
        File.WriteAllText(_folder.Output, "earlier");
        File.WriteAllText(_folder.Input, "{}");
        Call("--input", _folder.Input, "--on", "2026-11-21", "--output", _folder.Output);
        Assert.Equal("earlier", File.ReadAllText(_folder.Output));

        File.WriteAllText(_folder.Input, """{"schema": "marketplace-reminders-1", "placements": [], "candidates": []}""");
        Assert.Empty(Call("--input", _folder.Input, "--on", "2026-11-21", "--output", _folder.Output));
        Assert.StartsWith("{", File.ReadAllText(_folder.Output), StringComparison.Ordinal);
    }

    [Fact]
    public void A_damaged_input_is_refused_or_answered_but_never_both()
    {
        var samples = Samples();
        var refused = 0;
        for (var seed = 0; seed < Mutation.Count; seed++)
        {
            var (exitCode, paths, output) = _folder.Run(RemindersCommand.Run, Mutation.Of(samples[seed % samples.Count], seed), "--on", "2026-11-21");
            refused += exitCode == 2 ? 1 : 0;
            Assert.True(exitCode is 0 or 2, $"seed {seed}");
            Assert.True((exitCode == 2) == (output is null), $"seed {seed}");
            Assert.True((exitCode == 2) == paths.Length > 0, $"seed {seed}");
            Assert.True(paths.Distinct().Count() == paths.Length, $"seed {seed}");
        }

        Assert.InRange(refused, Mutation.Count / 4, Mutation.Count - 1);
    }

    public void Dispose() => _folder.Dispose();

    private static string[] Call(params string[] args)
    {
        var (exitCode, paths) = ContractFolder.Call(RemindersCommand.Run, args);
        Assert.Equal(paths.Length == 0 ? 0 : 2, exitCode);
        return paths;
    }

    /// <summary>Small inputs: one placement and one candidate of the larger file each.</summary>
    private static List<string> Samples()
    {
        var whole = JsonNode.Parse(File.ReadAllText(ContractFolder.Contract("reminders-more.in.json")))!;
        var candidates = whole["candidates"]!.AsArray();
        return [.. whole["placements"]!.AsArray().Select((placement, i) => new JsonObject
        {
            ["schema"] = "marketplace-reminders-1",
            ["placements"] = new JsonArray(placement!.DeepClone()),
            ["candidates"] = new JsonArray(candidates[i % candidates.Count]!.DeepClone()),
        }.ToJsonString())];
    }
}
