using System.Text.Json.Nodes;
using Marketplace.Tests.Domain.Contracts;
using Marketplace.Web.Commands;
using Xunit;

namespace Marketplace.Tests.Domain.Regulations;

public sealed class RegulationsCommandTests : IDisposable
{
    private readonly ContractFolder _folder = new();

    public static TheoryData<string> ErrorCases => [.. ContractFolder.Errors("regulations-errors.json").Select(each => each.Name)];

    [Theory]
    [InlineData("regulations-example")]
    [InlineData("regulations-more")]
    public void The_answer_is_that_of_the_contract(string name)
    {
        var (exitCode, paths, output) = _folder.Run(RegulationsCommand.Run, File.ReadAllBytes(ContractFolder.Contract(name + ".in.json")));

        Assert.Empty(paths);
        Assert.Equal(0, exitCode);
        var difference = JsonDifference.First(File.ReadAllText(ContractFolder.Contract(name + ".out.json")), output!);
        Assert.True(difference is null, difference);
        Assert.Equal(["out.json"], _folder.Written());
    }

    [Theory]
    [MemberData(nameof(ErrorCases))]
    public void Every_wrong_value_is_named(string name)
    {
        var (_, input, expected, _) = ContractFolder.Errors("regulations-errors.json").Single(each => each.Name == name);
        var (exitCode, paths, _) = _folder.Run(RegulationsCommand.Run, input);

        Assert.Equal(expected, paths);
        Assert.Equal(expected.Length == 0 ? 0 : 2, exitCode);
        Assert.Equal(expected.Length == 0 ? ["out.json"] : [], _folder.Written());
    }

    [Fact]
    public void The_day_asked_is_no_option_here()
    {
        File.WriteAllText(_folder.Input, """{"schema": "marketplace-regulations-1", "cases": []}""");
        Assert.Equal(
            ["--on", "2026-11-21"],
            ContractFolder.Call(RegulationsCommand.Run, ["--input", _folder.Input, "--on", "2026-11-21", "--output", _folder.Output]).Paths);
        Assert.Empty(_folder.Written());
    }

    [Fact]
    public void A_damaged_input_is_refused_or_answered_but_never_both()
    {
        var samples = Samples();
        var refused = 0;
        for (var seed = 0; seed < Mutation.Count; seed++)
        {
            var (exitCode, paths, output) = _folder.Run(RegulationsCommand.Run, Mutation.Of(samples[seed % samples.Count], seed));
            refused += exitCode == 2 ? 1 : 0;
            Assert.True(exitCode is 0 or 2, $"seed {seed}");
            Assert.True((exitCode == 2) == (output is null), $"seed {seed}");
            Assert.True((exitCode == 2) == paths.Length > 0, $"seed {seed}");
            Assert.True(paths.Distinct().Count() == paths.Length, $"seed {seed}");
        }

        Assert.InRange(refused, Mutation.Count / 4, Mutation.Count - 1);
    }

    public void Dispose() => _folder.Dispose();

    /// <summary>Small inputs: one case of the larger file each.</summary>
    private static List<string> Samples() =>
        [.. JsonNode.Parse(File.ReadAllText(ContractFolder.Contract("regulations-more.in.json")))!["cases"]!.AsArray().Select(each => new JsonObject
        {
            ["schema"] = "marketplace-regulations-1",
            ["cases"] = new JsonArray(each!.DeepClone()),
        }.ToJsonString())];
}
