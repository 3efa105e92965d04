using Microsoft.AspNetCore.Identity;

namespace Marketplace.Data.Organisations;

/// <summary>Somebody who signs in. A person (kandidaat) has no account.</summary>
public sealed class User : IdentityUser<Guid>
{
    public string DisplayName { get; set; } = "";
}
