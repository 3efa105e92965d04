namespace Marketplace.Domain.FollowUp;

/// <summary>To whom an item belongs: a role around a placement, person, job or proposal.</summary>
public enum Recipient
{
    Consultant,
    Employer,
    JobCoach,

    /// <summary>A member with the mark <i>leidinggevende</i> of the organisation that manages the placement.</summary>
    Manager,

    /// <summary>The adviser of the employer.</summary>
    Adviser,
}
