using Marketplace.Domain.Shared;

namespace Marketplace.Domain.FollowUp;

/// <summary>A record of a talk. Everything beside the outcome is optional.</summary>
public sealed class FollowUpRecord
{
    public Guid Id { get; init; } = NewId.Next();
    public Guid PlacementId { get; init; }
    public DateOnly On { get; init; }
    public RecordOutcome Outcome { get; init; }
    public Recipient By { get; init; }
    public Guid? ByUserId { get; init; }
    public string ByName { get; init; } = "";

    /// <summary>The employer took part, so the employer's line is answered too.</summary>
    public bool EmployerTookPart { get; init; }

    /// <summary>Coaching hours of this talk.</summary>
    public decimal? Hours { get; init; }

    /// <summary>Agreed act, its owner and its day; for staff only.</summary>
    public string AgreedAct { get; init; } = "";
    public Recipient? AgreedOwner { get; init; }
    public DateOnly? AgreedBefore { get; init; }
}
