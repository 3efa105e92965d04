using Marketplace.Domain.People;
using Marketplace.Domain.Regulations;
using Marketplace.Domain.Reminders;
using Marketplace.Domain.Shared;

namespace Marketplace.Domain.FollowUp;

/// <summary>
/// "Klaar" on a line of a candidate says that the thing was done today, so the next line counts from today. Undo puts the day back: the
/// legal date of the line tells it, up to the days that a shorter month lacks, and gives the same legal date again.
/// </summary>
public static class CandidateDates
{
    public static void Answer(Person person, string code, Act act)
    {
        if (code == ReminderCodes.Review)
            person.LastReviewOn = act.Today;
        else if (code == ReminderCodes.Ladder)
            person.LadderMeasuredOn = act.Today;
    }

    public static void Undo(Person person, Reminder line, RegulationBook book)
    {
        if (line.Code == ReminderCodes.Review)
            person.LastReviewOn = line.LegalDate.AddMonths(-book.Whole(Terms.ReviewMonths, line.LegalDate));
        else if (line.Code == ReminderCodes.Ladder)
            person.LadderMeasuredOn = line.LegalDate.AddMonths(-book.Whole(Terms.LadderMonths, line.LegalDate));
    }
}
