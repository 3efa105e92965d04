namespace Marketplace.Matching.Elasticsearch;

/// <summary>What became of changes that were written.</summary>
/// <param name="Done">How many stand, or were older than what stands.</param>
/// <param name="Waiting">Codes of what must be written again later: the server was away, busy or read-only. None of it is lost as long as it is.</param>
/// <param name="Refused">What the index will never take; an administrator must look at it, and the others went on.</param>
public sealed record WriteOutcome(int Done, IReadOnlyList<string> Waiting, IReadOnlyList<RefusedWrite> Refused)
{
    /// <summary>Why something waits; null: nothing does.</summary>
    public SearchFault? Fault { get; init; }

    /// <summary>There is no index, or one of another version: everything must be written into a new one.</summary>
    public bool NeedsRebuild { get; init; }

    internal static WriteOutcome Nothing { get; } = new(0, [], []);

    /// <summary>Both together.</summary>
    public WriteOutcome And(WriteOutcome other) => new(Done + other.Done, [.. Waiting, .. other.Waiting], [.. Refused, .. other.Refused])
    {
        Fault = Fault ?? other.Fault,
        NeedsRebuild = NeedsRebuild || other.NeedsRebuild,
    };
}

/// <summary>A change that the index does not take. The reason of the server is not here: it holds values of fields.</summary>
/// <param name="Code">Code of the person or job.</param>
/// <param name="Status">Status of the server; 0: it was not sent.</param>
/// <param name="Error">Kind of error.</param>
public sealed record RefusedWrite(string Code, int Status, string Error);

/// <summary>What became of a rebuild.</summary>
/// <param name="Index">Name of the new index.</param>
/// <param name="Written">How many documents were written.</param>
/// <param name="Refused">What the index does not take.</param>
public sealed record RebuildOutcome(string Index, int Written, IReadOnlyList<RefusedWrite> Refused);
