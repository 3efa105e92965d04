using Marketplace.Domain.Shared;
using Marketplace.Domain.Vocabulary;

namespace Marketplace.Domain.Placements;

/// <summary>What was agreed: all facts that the reminder function knows (regulations.md, Reminders).</summary>
/// <param name="Form">A code of <see cref="CodeLists.Forms"/>.</param>
/// <param name="Start">First day of the work.</param>
/// <param name="End">Last day; null is open-ended.</param>
/// <param name="HoursPerWeek">0.25–60.</param>
/// <param name="Subsidy">Loonkostensubsidie; none with an unpaid form.</param>
/// <param name="SubsidyReviewOn">Review of a measured loonwaarde, after the start.</param>
/// <param name="Lkv">Loonkostenvoordeel; none with an unpaid form.</param>
/// <param name="CoachIssuer">Who pays the job coach.</param>
/// <param name="CoachUntil">Last day of the coaching decision.</param>
/// <param name="FirstContractStart">First day of the first contract of the chain (BW 7:668a); paid forms only.</param>
public sealed record PlacementTerms(
    string Form,
    DateOnly Start,
    DateOnly? End,
    decimal HoursPerWeek,
    SubsidyKind Subsidy,
    DateOnly? SubsidyReviewOn,
    LkvKind Lkv,
    CoachIssuer CoachIssuer,
    DateOnly? CoachUntil,
    DateOnly? FirstContractStart)
{
    private bool HasSubsidy => Subsidy is SubsidyKind.Flat or SubsidyKind.Measured;

    private bool HasLkv => Lkv is LkvKind.Banenafspraak or LkvKind.Arbeidsgehandicapt or LkvKind.Herplaatsing;

    /// <summary>The rules between the facts are those of the command (regulations.md, Errors).</summary>
    /// <exception cref="RefusalException">The facts contradict one another.</exception>
    public void Guard()
    {
        CodeGuard.AllIn(CodeLists.Forms, [Form]);
        if (End < Start)
            throw new RefusalException(Refusal.EndBeforeStart);
        if (!Forms.IsPaid(Form) && (HasSubsidy || HasLkv || FirstContractStart is not null))
            throw new RefusalException(Refusal.FactNotForThisForm, CodeLists.Forms.Word(Form));
        if (FirstContractStart > Start)
            throw new RefusalException(Refusal.FirstContractAfterStart);
        if (SubsidyReviewOn is not null && Subsidy != SubsidyKind.Measured)
            throw new RefusalException(Refusal.ReviewOnlyWhenMeasured);
        if (SubsidyReviewOn <= Start)
            throw new RefusalException(Refusal.ReviewNotAfterStart);
        if (CoachUntil < Start)
            throw new RefusalException(Refusal.CoachUntilBeforeStart);
    }
}
