namespace Marketplace.Domain.Reminders;

/// <summary>For whom a reminder is; in the order of their names.</summary>
public enum ReminderRecipient
{
    Consultant,
    Employer,
    Jobcoach,
    Manager,
}
