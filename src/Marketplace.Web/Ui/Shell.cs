namespace Marketplace.Web.Ui;

/// <summary>What the layout shows of the person who is signed in; null in <c>ViewData["Shell"]</c> when nobody is.</summary>
/// <param name="OrganisationName">Name of the organisation, below the name of the app.</param>
/// <param name="UserName">Name of the account.</param>
/// <param name="RoleWord">Role in lower case, such as "jobcoach".</param>
/// <param name="OpenItems">Number of open items in Te doen; 0 shows no number.</param>
/// <param name="Links">The brand band: at most six, by role.</param>
/// <param name="Demo">Shows the strip "Voorbeeld met verzonnen gegevens".</param>
public sealed record Shell(string OrganisationName, string UserName, string RoleWord, int OpenItems, IReadOnlyList<ShellLink> Links, bool Demo)
{
    /// <summary>The link this path belongs to: the longest address that the path begins with, or null.</summary>
    public ShellLink? Current(PathString path) => Links
        .Where(link => path.StartsWithSegments(link.Href, StringComparison.OrdinalIgnoreCase))
        .MaxBy(link => link.Href.Length);
}
