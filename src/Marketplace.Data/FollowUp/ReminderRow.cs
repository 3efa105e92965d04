using Marketplace.Domain.FollowUp;

namespace Marketplace.Data.FollowUp;

/// <summary>A reminder with what an item in Te doen says about it.</summary>
public sealed record ReminderRow(
    Guid Id,
    Guid? PlacementId,
    Guid PersonId,
    string Code,
    DateOnly LegalDate,
    DateOnly SendOn,
    Recipient Recipient,
    bool IsSnoozed,
    string PersonCode,
    string Employer,
    DateOnly? Start,
    string Owner);
