namespace Marketplace.Domain.Reminders;

/// <summary>The reminders of one or more placements and candidates.</summary>
/// <param name="Lines">Ordered by subject, sending day, code, recipient and legal date.</param>
/// <param name="Missing">Ordered by subject and code.</param>
public sealed record ReminderList(IReadOnlyList<ReminderLine> Lines, IReadOnlyList<MissingDate> Missing);
