namespace Marketplace.Domain.Organisations;

/// <summary>What a <see cref="OneTimeCode"/> opens.</summary>
public enum CodePurpose
{
    /// <summary>A mailed link with which a user sets a new password.</summary>
    NewPassword,

    /// <summary>In the place of a code of the telephone.</summary>
    Recovery,

    /// <summary>From the log of an empty installation: makes the first administrator.</summary>
    FirstAdministrator,
}
