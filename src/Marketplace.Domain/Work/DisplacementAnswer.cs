namespace Marketplace.Domain.Work;

/// <summary>The answer to one of the six questions about unpaid work (domain.md §7.4), with who gave it and when.</summary>
/// <param name="Question">Which, 1 to 6.</param>
/// <param name="Yes">The answer.</param>
/// <param name="By">The name of who answered.</param>
/// <param name="ByUserId">Who answered; null for the program itself.</param>
/// <param name="At">When, UTC.</param>
public sealed record DisplacementAnswer(int Question, bool Yes, string By, Guid? ByUserId, DateTime At)
{
    /// <summary>How many questions there are.</summary>
    public const int Questions = 6;
}
