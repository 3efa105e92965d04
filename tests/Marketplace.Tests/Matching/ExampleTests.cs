using System.Text.Json;
using Marketplace.Matching.Contract;
using Xunit;

namespace Marketplace.Tests.Matching;

public sealed class ExampleTests
{
    [Theory]
    [InlineData("match-example")]
    [InlineData("match-more")]
    [InlineData("match-edges-1")]
    [InlineData("match-edges-2")]
    [InlineData("match-edges-3")]
    public void Every_result_is_that_of_the_contract(string name)
    {
        var expected = ContractFiles.Json($"{name}.out.json");
        var actual = JsonDocument.Parse(ContractFiles.Write(ContractFiles.Read(ContractFiles.Bytes($"{name}.in.json")))).RootElement;

        Assert.Equal(MatchInput.Schema, actual.GetProperty("schema").GetString());
        Assert.Equal(
            expected.EnumerateObject().Select(f => f.Name).Order(StringComparer.Ordinal),
            actual.EnumerateObject().Select(f => f.Name).Order(StringComparer.Ordinal));
        var differences = expected.GetProperty("matches").EnumerateArray().Zip(actual.GetProperty("matches").EnumerateArray())
            .Where(pair => !JsonElement.DeepEquals(pair.First, pair.Second))
            .Select(pair => $"expected {pair.First}\n but was {pair.Second}")
            .ToList();
        Assert.True(differences.Count == 0, string.Join('\n', differences.Take(5)));
        Assert.Equal(expected.GetProperty("matches").GetArrayLength(), actual.GetProperty("matches").GetArrayLength());
    }

    [Fact]
    public void The_same_input_gives_the_same_bytes()
    {
        var file = ContractFiles.Bytes("match-more.in.json");

        Assert.Equal(ContractFiles.Write(ContractFiles.Read(file)), ContractFiles.Write(ContractFiles.Read(file)));
    }
}
