using Marketplace.Domain.Placements;

namespace Marketplace.Domain.FollowUp;

/// <summary>What was said in a talk. Only the outcome is asked; everything else is welcome.</summary>
/// <param name="On">The day of the talk, not after today.</param>
/// <param name="Outcome">The first of three clicks.</param>
/// <param name="EmployerTookPart">The employer was there, so the employer's own line is answered too.</param>
/// <param name="Hours">Coaching hours.</param>
/// <param name="AgreedAct">What was agreed; checked by the text guard before it gets here. For staff only.</param>
/// <param name="AgreedOwner">Who does it; the consultant when not said.</param>
/// <param name="AgreedBefore">Before when; ten working days when not said.</param>
/// <param name="LastDay">The last day of the work, needed with <see cref="RecordOutcome.Stopped"/>.</param>
/// <param name="StopReason">About the work, never compulsory.</param>
public sealed record Talk(
    DateOnly On,
    RecordOutcome Outcome,
    bool EmployerTookPart = false,
    decimal? Hours = null,
    string AgreedAct = "",
    Recipient? AgreedOwner = null,
    DateOnly? AgreedBefore = null,
    DateOnly? LastDay = null,
    StopReason? StopReason = null);
