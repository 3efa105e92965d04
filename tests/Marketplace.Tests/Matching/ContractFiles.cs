using System.Text.Json;
using Marketplace.Domain.Contracts;
using Marketplace.Matching;
using Marketplace.Matching.Contract;
using Marketplace.Matching.Geo;
using Xunit;

namespace Marketplace.Tests.Matching;

/// <summary>The files of the contract, and the command's reading and writing without a process.</summary>
internal static class ContractFiles
{
    internal static byte[] Bytes(string name) => File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Contracts", name));

    internal static JsonElement Json(string name) => JsonDocument.Parse(Bytes(name)).RootElement;

    internal static MatchInput Read(byte[] file)
    {
        var faults = new FaultList();
        var input = MatchInput.Read(file, Geography.Netherlands, faults);
        Assert.Empty(faults.Paths);
        return input!;
    }

    internal static byte[] Write(MatchInput input)
    {
        using var output = new MemoryStream();
        MatchOutput.Write(output, input, new MatchEngine(new Travel(Geography.Netherlands, input.ClosedCrossings)));
        return output.ToArray();
    }

    /// <summary>The results of an input, one element for each pair.</summary>
    internal static List<JsonElement> Results(MatchInput input) =>
        [.. JsonDocument.Parse(Write(input)).RootElement.GetProperty("matches").EnumerateArray()];
}
