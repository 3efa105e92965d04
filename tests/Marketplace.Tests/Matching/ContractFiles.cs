using System.Text.Json;
using Marketplace.Domain.Contracts;
using Marketplace.Matching;
using Marketplace.Matching.Contract;
using Marketplace.Matching.Geo;
using Marketplace.Tests.Domain.Contracts;
using Xunit;

namespace Marketplace.Tests.Matching;

/// <summary>The files of the contract, and the command's reading and writing without a process.</summary>
internal static class ContractFiles
{
    internal static byte[] Bytes(string name) => File.ReadAllBytes(ContractFolder.Contract(name));

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

    /// <summary>The results of an input, one text for each pair.</summary>
    internal static List<string> Results(MatchInput input)
    {
        using var output = JsonDocument.Parse(Write(input));
        return [.. output.RootElement.GetProperty("matches").EnumerateArray().Select(match => match.GetRawText())];
    }
}
