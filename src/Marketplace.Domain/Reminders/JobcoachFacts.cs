namespace Marketplace.Domain.Reminders;

/// <summary>The job coach of a placement.</summary>
/// <param name="Issuer">Who pays.</param>
/// <param name="Until">The last day; null: not known.</param>
public sealed record JobcoachFacts(JobcoachIssuer Issuer, DateOnly? Until = null);
