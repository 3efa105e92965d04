namespace Marketplace.Domain.Regulations;

/// <summary>How sure we are of a version of a figure.</summary>
public enum Confidence
{
    /// <summary>V: read in the law itself or in several places.</summary>
    Verified,

    /// <summary>V2: read in one secondary source.</summary>
    OneSource,

    /// <summary>GK: general knowledge, to be confirmed; results that use it say <c>figure-unconfirmed</c>.</summary>
    GeneralKnowledge,

    /// <summary>NV: looked for and not found.</summary>
    NotFound,

    /// <summary>OWN: a choice of this program; no law says it.</summary>
    OwnChoice,
}
