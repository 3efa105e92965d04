namespace Marketplace.Domain.People;

/// <summary>Who a person is. It never stands beside the profile: only the vault keeps and returns it.</summary>
public sealed record IdentityFacts(
    string FirstName,
    string LastName,
    DateOnly BirthDate,
    string Phone,
    string Email,
    string Postcode)
{
    /// <summary>The words that free text about this person may not contain.</summary>
    public IReadOnlyCollection<string> OwnNames => [FirstName, LastName];
}
