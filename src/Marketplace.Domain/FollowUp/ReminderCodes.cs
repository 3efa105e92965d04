namespace Marketplace.Domain.FollowUp;

/// <summary>Families of reminder codes (regulations.md, Reminders).</summary>
public static class ReminderCodes
{
    public const string NextStepReview = "DOORSTROOM";

    /// <summary>FU_*: a follow-up talk.</summary>
    public static bool IsFollowUp(string code) => code.StartsWith("FU_", StringComparison.Ordinal);

    /// <summary>FU_* or DOORSTROOM: closed by a record of a talk. Every other code is a tick of its own recipient.</summary>
    public static bool IsTalk(string code) => code == NextStepReview || IsFollowUp(code);
}
