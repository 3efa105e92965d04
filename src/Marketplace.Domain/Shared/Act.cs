using Marketplace.Domain.Organisations;

namespace Marketplace.Domain.Shared;

/// <summary>Who does something and when: the one argument that every verb of an entity takes.</summary>
/// <param name="By">The actor.</param>
/// <param name="At">The moment, UTC.</param>
/// <param name="Today">The day in the Netherlands; dates of law are judged on it.</param>
public sealed record Act(Actor By, DateTime At, DateOnly Today);
