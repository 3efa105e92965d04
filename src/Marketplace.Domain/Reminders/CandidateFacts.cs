namespace Marketplace.Domain.Reminders;

/// <summary>What the reminders of one candidate follow from.</summary>
/// <param name="Code">The code of the candidate.</param>
/// <param name="InPaidWork">Whether the candidate is in paid work now.</param>
/// <param name="LastReviewOn">The day of the last review; null: not known.</param>
/// <param name="LadderMeasuredOn">The day of the last measurement on the participation ladder; null: not known.</param>
/// <param name="OldestCapacityOn">The day of the oldest answer in the profile; null: not known.</param>
public sealed record CandidateFacts(
    string Code,
    bool InPaidWork,
    DateOnly? LastReviewOn = null,
    DateOnly? LadderMeasuredOn = null,
    DateOnly? OldestCapacityOn = null);
