using Marketplace.Domain.FollowUp;

namespace Marketplace.Web.Texts;

/// <summary>What somebody reads after a talk was recorded: what happens now, and who got what was agreed.</summary>
public static class RecordWords
{
    public static string Done(FollowUpRecord record)
    {
        var next = record.Outcome switch
        {
            RecordOutcome.SomethingNeeded => "Vastgelegd. De begeleider belt binnen 2 werkdagen.",
            RecordOutcome.Stopped => "Vastgelegd. De consulent belt vandaag. U blijft in contact.",
            _ => "Vastgelegd. Dank u wel.",
        };
        return record is { AgreedOwner: { } owner, AgreedBefore: { } before }
            ? $"{next} {Owner(owner)} vindt de afspraak in Te doen, uiterlijk {DutchDays.Day(before)}."
            : next;
    }

    private static string Owner(Recipient owner) => owner switch
    {
        Recipient.JobCoach => "De jobcoach",
        Recipient.Employer => "De werkgever",
        _ => "De consulent",
    };
}
