using Marketplace.Domain.Contracts;
using Marketplace.Matching;
using Marketplace.Matching.Contract;
using Marketplace.Matching.Geo;

namespace Marketplace.Web.Commands;

/// <summary>
/// <c>match --input in.json --output out.json</c>: the result of every candidate with every job (matching.md §11 and §12).
/// No database, no server.
/// </summary>
public static class MatchCommand
{
    /// <summary>Runs the command.</summary>
    /// <param name="args">The words after <c>match</c>.</param>
    /// <param name="error">Standard error.</param>
    /// <returns>0, or 2 when something is wrong; then nothing is written.</returns>
    public static int Run(string[] args, TextWriter error)
    {
        var faults = new FaultList();
        var call = new CommandCall(args, [], faults, outputLast: true);
        var input = call.ReadInput() is { } file ? MatchInput.Read(file, Geography.Netherlands, faults) : null;
        return call.Finish(
            output => MatchOutput.Write(output, input!, new MatchEngine(new Travel(Geography.Netherlands, input!.ClosedCrossings))), error);
    }
}
