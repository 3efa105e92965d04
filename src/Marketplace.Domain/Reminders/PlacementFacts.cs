namespace Marketplace.Domain.Reminders;

/// <summary>What the reminders of one placement follow from.</summary>
/// <param name="Code">The code of the placement.</param>
/// <param name="Form">The form of work; a code of <see cref="Vocabulary.Forms"/>.</param>
/// <param name="Start">The first day of the work.</param>
/// <param name="End">The last day; null: open-ended.</param>
/// <param name="FirstContractStart">The first day of the first contract of the chain (BW 7:668a); null: not known.</param>
/// <param name="Lks">The wage cost subsidy; null: none.</param>
/// <param name="Lkv">The loonkostenvoordeel; null: none.</param>
/// <param name="Jobcoach">The job coach; null: none.</param>
public sealed record PlacementFacts(
    string Code,
    string Form,
    DateOnly Start,
    DateOnly? End = null,
    DateOnly? FirstContractStart = null,
    LksFacts? Lks = null,
    LkvCategory? Lkv = null,
    JobcoachFacts? Jobcoach = null);
