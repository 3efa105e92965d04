using System.Text.Json.Nodes;
using Marketplace.Tests.Domain.Contracts;
using Marketplace.Web.Commands;
using Xunit;

namespace Marketplace.Tests.Matching;

public sealed class MatchCommandTests : IDisposable
{
    private const string Nobody = """{"schema": "marketplace-match-1", "candidates": [], "jobs": []}""";

    private readonly ContractFolder _folder = new();

    public static TheoryData<string> ErrorCases => [.. ContractFolder.Errors("match-errors.json").Select(each => each.Name)];

    [Theory]
    [InlineData("match-example")]
    [InlineData("match-more")]
    [InlineData("match-edges-1")]
    [InlineData("match-edges-2")]
    [InlineData("match-edges-3")]
    public void Every_result_is_that_of_the_contract(string name)
    {
        var (exitCode, paths, output) = _folder.Run(MatchCommand.Run, File.ReadAllBytes(ContractFolder.Contract(name + ".in.json")));

        Assert.Equal(0, exitCode);
        Assert.Empty(paths);
        Assert.Null(JsonDifference.First(File.ReadAllText(ContractFolder.Contract(name + ".out.json")), output!));
        Assert.Equal(["out.json"], _folder.Written());
    }

    [Theory]
    [MemberData(nameof(ErrorCases))]
    public void Every_wrong_value_is_named(string name)
    {
        var (_, input, expected, _) = ContractFolder.Errors("match-errors.json").Single(each => each.Name == name);
        var (exitCode, paths, _) = _folder.Run(MatchCommand.Run, input);

        Assert.Equal(expected, paths);
        Assert.Equal(expected.Length == 0 ? 0 : 2, exitCode);
        Assert.Equal(expected.Length == 0 ? ["out.json"] : [], _folder.Written());
    }

    [Fact]
    public void The_same_input_gives_the_same_bytes()
    {
        var input = File.ReadAllBytes(ContractFolder.Contract("match-more.in.json"));

        Assert.Equal(_folder.Run(MatchCommand.Run, input).Output, _folder.Run(MatchCommand.Run, input).Output);
    }

    [Fact]
    public void An_output_is_looked_at_only_beside_a_right_input()
    {
        Assert.Equal(["--input"], Call());
        Assert.Equal(["--input"], Call("--output", _folder.Output));
        Assert.Equal(["--input"], Call("--input", _folder.Input + "x"));
        Assert.Equal(["--input"], Call("--input", Path.GetDirectoryName(_folder.Input)!, "--output", _folder.Output));

        File.WriteAllText(_folder.Input, "{}");
        Assert.Equal(["$.candidates", "$.jobs", "$.schema"], Call("--input", _folder.Input));
        Assert.Equal(["$.candidates", "$.jobs", "$.schema"], Call("--input", _folder.Input, "--output"));

        File.WriteAllText(_folder.Input, Nobody);
        Assert.Equal(["--output"], Call("--input", _folder.Input));
        Assert.Equal(["--output"], Call("--input", _folder.Input, "--output"));
        Assert.Equal(["--output"], Call("--input", _folder.Input, "--output", Path.Combine(_folder.Input, "out.json")));
        Assert.Equal(["--no"], Call("--input", _folder.Input, "--output", _folder.Output, "--no"));
        Assert.Empty(_folder.Written());
    }

    [Fact]
    public void An_earlier_output_stays_when_something_is_wrong_and_is_replaced_when_all_is_right()
    {
        File.WriteAllText(_folder.Output, "earlier");
        File.WriteAllText(_folder.Input, "{}");
        Call("--input", _folder.Input, "--output", _folder.Output);
        Assert.Equal("earlier", File.ReadAllText(_folder.Output));

        File.WriteAllText(_folder.Input, Nobody);
        Assert.Empty(Call("--input", _folder.Input, "--output", _folder.Output));
        Assert.Null(JsonDifference.First("""{"schema": "marketplace-match-1", "matches": []}""", File.ReadAllText(_folder.Output)));
    }

    [Fact]
    public void Absent_and_null_and_numbers_written_otherwise_are_the_same()
    {
        var input = JsonNode.Parse(File.ReadAllText(ContractFolder.Contract("match-example.in.json")))!;
        var first = _folder.Run(MatchCommand.Run, Bytes(input)).Output;
        input["closedCrossings"] = new JsonArray();
        input["candidates"]![1]!.AsObject().Remove("lastProposed");
        input["candidates"]![0]!["hours"]!["min"] = JsonNode.Parse("1.2e1");
        input["jobs"]![0]!.AsObject().Remove("pickUp");
        input["jobs"]![0]!["tasks"]![0]!["minutesPerWeek"] = JsonNode.Parse("360.0");
        input["jobs"]![0]!["tasks"]![3]!.AsObject().Remove("certificates");

        Assert.Equal(first, _folder.Run(MatchCommand.Run, Bytes(input)).Output);
    }

    [Fact]
    public void A_damaged_input_never_breaks_the_command()
    {
        string[] names = ["match-example", "match-edges-2"];
        var inputs = names.Select(name => File.ReadAllText(ContractFolder.Contract(name + ".in.json"))).ToList();
        var refused = 0;
        for (var seed = 0; seed < Mutation.Count; seed++)
        {
            var (exitCode, paths, output) = _folder.Run(MatchCommand.Run, Mutation.Of(inputs[seed % inputs.Count], seed));

            Assert.True(exitCode == (paths.Length == 0 ? 0 : 2), $"seed {seed}");
            Assert.True(output is null == paths.Length > 0, $"seed {seed}");
            refused += paths.Length > 0 ? 1 : 0;
        }

        Assert.InRange(refused, Mutation.Count / 2, Mutation.Count - 1);
    }

    public void Dispose() => _folder.Dispose();

    private static string[] Call(params string[] args) => ContractFolder.Call(MatchCommand.Run, args).Paths;

    private static byte[] Bytes(JsonNode input) => System.Text.Encoding.UTF8.GetBytes(input.ToJsonString());
}
