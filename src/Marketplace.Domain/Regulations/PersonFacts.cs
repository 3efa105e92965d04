namespace Marketplace.Domain.Regulations;

/// <summary>What a scheme asks about the person; null means not known.</summary>
/// <param name="Statuses">What the person legally is.</param>
/// <param name="BirthDate">The birth date.</param>
/// <param name="Loonwaarde">The measured loonwaarde, 0 to 100 percent (PW 6(1)g).</param>
/// <param name="Bijstand">Whether the person receives algemene bijstand.</param>
/// <param name="SmallChanceOfWork">Whether the municipality judges the chance of work to be small (PW 10a(1)).</param>
/// <param name="AoDeterminedOn">The day to which the &lt; 35 % assessment refers (ZW 29b(1)b).</param>
public sealed record PersonFacts(
    IReadOnlySet<Status> Statuses,
    DateOnly? BirthDate = null,
    decimal? Loonwaarde = null,
    bool? Bijstand = null,
    bool? SmallChanceOfWork = null,
    DateOnly? AoDeterminedOn = null);
