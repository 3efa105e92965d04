using Marketplace.Domain.Vocabulary;

namespace Marketplace.Domain.Regulations;

/// <summary>The six questions that tell whether unpaid work takes the place of paid work.</summary>
/// <param name="PaidLast12Months">Was this work paid in the last twelve months?</param>
/// <param name="VacancyOrDismissal">Is there a vacancy for it, or was someone dismissed?</param>
/// <param name="WouldHire">Would the employer otherwise hire someone?</param>
/// <param name="Extra">Is the work extra?</param>
/// <param name="LearningGoal">Is there a goal to learn?</param>
/// <param name="RefilledUnpaid">Is the place filled by unpaid people again and again?</param>
public sealed record Displacement(
    bool PaidLast12Months, bool VacancyOrDismissal, bool WouldHire, bool Extra, bool LearningGoal, bool RefilledUnpaid)
{
    /// <summary>Whether the answers say that this is work to which wage belongs (PW 10a(2); domain.md §7.4): a yes to 1, 2, 3 or 6.</summary>
    public bool IsPaidWork => PaidLast12Months || VacancyOrDismissal || WouldHire || RefilledUnpaid;

    /// <summary>Whether the form cannot be offered. For a trial only question 6 counts: a job is its aim (regulations.md, trial-placement, row 5).</summary>
    public bool Blocks(string form) => form == Forms.Trial ? RefilledUnpaid : IsPaidWork;
}
