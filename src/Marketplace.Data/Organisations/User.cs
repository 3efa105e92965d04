using Microsoft.AspNetCore.Identity;

namespace Marketplace.Data.Organisations;

/// <summary>Somebody who signs in. A person (kandidaat) has no account.</summary>
public sealed class User : IdentityUser<Guid>
{
    public string DisplayName { get; set; } = "";

    /// <summary>Key of the second step (TOTP), encrypted; null when it was never asked for. It counts while <see cref="IdentityUser{TKey}.TwoFactorEnabled"/>.</summary>
    public string? SecondStepKey { get; set; }

    /// <summary>The last time step of which a code was taken: a code counts once.</summary>
    public long SecondStepUsed { get; set; }
}
