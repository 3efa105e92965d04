namespace Marketplace.Domain.Reminders;

/// <summary>One reminder for one recipient.</summary>
/// <param name="Subject">The code of the placement or candidate.</param>
/// <param name="Code">A code of <see cref="ReminderCodes"/>.</param>
/// <param name="LegalDate">The day that follows from the law or the rule; never moved to another day.</param>
/// <param name="SendOn">The working day on which it is sent; it may lie after the legal date when the work starts late.</param>
/// <param name="Recipient">For whom it is.</param>
/// <param name="Step">
/// Which of several moments or sendings of one code this is, from 0 on. Subject, code, recipient and step stay the same
/// when facts change, so an old line and a new one can be laid side by side.
/// </param>
public sealed record ReminderLine(string Subject, string Code, DateOnly LegalDate, DateOnly SendOn, ReminderRecipient Recipient, int Step);
