namespace Marketplace.Matching.Narrowing;

/// <summary>
/// A person who does not fit in a <see cref="CandidateRow"/>, such as one with a certificate outside the closed list. The product makes
/// none; the engine looks at each of them without narrowing.
/// </summary>
/// <param name="Facts">The person as the engine knows one.</param>
/// <param name="Indexed">The person as it came in.</param>
/// <param name="Revision">Revision of the person.</param>
internal sealed record BesideCandidate(CandidateFacts Facts, IndexedCandidate Indexed, uint Revision)
{
    internal DateOnly? LastProposed => Indexed.Candidate.LastProposed;
}
