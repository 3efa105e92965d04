using Marketplace.Domain.People;

namespace Marketplace.Matching.Narrowing;

/// <summary>What an index must know of one person from now on. The same change may come twice, and an older one after a newer one.</summary>
/// <param name="Code">Code of the person: the key of the index.</param>
/// <param name="Revision">Rises with every save of the person; 0–4,294,967,295: it counts saves, it is not a time.</param>
/// <param name="Candidate">Null: the person is not in the index (removed, or not complete enough to be compared).</param>
public sealed record CandidateChange(string Code, long Revision, IndexedCandidate? Candidate)
{
    /// <summary>The change that a stored person is: not in the index when the person cannot be compared with a job.</summary>
    public static CandidateChange Of(Person person, long revision)
    {
        ArgumentNullException.ThrowIfNull(person);
        return Of(person, revision, FoundConsent.Of(person));
    }

    /// <summary>The same of a person whose consents were read apart.</summary>
    public static CandidateChange Of(IComparedPerson person, long revision, FoundConsent found)
    {
        ArgumentNullException.ThrowIfNull(person);
        return new CandidateChange(person.Code, revision, person.IsComparable()
            ? new IndexedCandidate(person.ToCandidate(), person.RegionCode, person.OrganisationId, found)
            : null);
    }
}

/// <summary>A person in the index. Nothing here is identity.</summary>
/// <param name="Candidate">The person as the match knows one.</param>
/// <param name="RegionCode">Labour-market region.</param>
/// <param name="OrganisationId">The organisation whose person this is.</param>
/// <param name="Found">Consent to be found.</param>
public sealed record IndexedCandidate(Candidate Candidate, string RegionCode, Guid OrganisationId, FoundConsent Found);
