namespace Marketplace.Testing;

/// <summary>A page as one account opens it.</summary>
/// <param name="Page">Name of the page, as in the access table; null for a public page.</param>
/// <param name="Account">Demo account, or null for a visitor who is not signed in.</param>
/// <param name="Address">An address with rows that this account may see.</param>
/// <param name="Foreign">The same page with a row of another tenant: 404; null when the address names no row.</param>
public sealed record PageSample(string Page, string? Account, string Address, string? Foreign = null)
{
    public override string ToString() => $"{Account ?? "nobody"} {Page}";
}
