using Marketplace.Domain.FollowUp;

namespace Marketplace.Data.FollowUp;

/// <summary>An open step with what an item in Te doen says about it; empty texts where something does not apply.</summary>
public sealed record StepRow(
    Guid Id,
    StepKind Kind,
    Recipient Recipient,
    string About,
    DateOnly SendOn,
    DateOnly DueOn,
    Guid? JobId,
    Guid? TaskId,
    Guid? ProposalId,
    Guid? PersonId,
    Guid? PlacementId,
    string PersonCode,
    string EmployerCode,
    string Job,
    string Task,
    string Employer,
    string Contact,
    string Phone,
    string Owner);
