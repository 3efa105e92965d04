using Marketplace.Domain.FollowUp;
using Marketplace.Domain.Proposals;

namespace Marketplace.Data.People;

/// <summary>What rests on the consents of one person, tracked.</summary>
/// <param name="Proposals">Open proposals.</param>
/// <param name="Introductions">Introductions that have not stopped.</param>
/// <param name="Steps">Open steps about the person or those proposals.</param>
public sealed record RestingOnConsent(
    IReadOnlyList<Proposal> Proposals, IReadOnlyList<Introduction> Introductions, IReadOnlyList<OpenStep> Steps);
