using Marketplace.Domain.Shared;

namespace Marketplace.Domain.People;

/// <summary>
/// What a person is called at one employer: a code of its own per organisation, the same for all its sites and colleagues.
/// </summary>
public sealed class EmployerCode
{
    /// <summary>Characters that nobody mixes up when read aloud.</summary>
    public const string Alphabet = "23456789BCDFGHJKMNPQRTVWXZ";

    public Guid Id { get; init; } = NewId.Next();
    public Guid PersonId { get; init; }
    public Guid OrganisationId { get; init; }

    /// <summary>Four characters of <see cref="Alphabet"/>; on screen "Kandidaat" and the code.</summary>
    public required string Code { get; init; }
}
