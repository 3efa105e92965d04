using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using Marketplace.Domain.Organisations;
using Marketplace.Testing;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Tests.Web.Accounts;

/// <summary>What the tests about accounts share: invite, read the link of the last mail, come in.</summary>
internal static partial class AccountSite
{
    public const string Password = "zonnige stoel zingt";

    /// <summary>An administrator invites; the path of the mailed link.</summary>
    public static async Task<string> InviteAsync(this TestSite site, string email, Role role = Role.Consultant, string organisation = "Sociale dienst Drechtstreek", string account = "beheer")
    {
        using var administrator = await site.SignedInAsync(account);
        await administrator.PostAsync("/uitnodigen", "Stuur de uitnodiging", await site.FormAsync(email, role, organisation));
        return administrator.Location == "/uitnodigen" ? await site.LinkAsync(email) : throw new InvalidOperationException(administrator.Html);
    }

    public static async Task<(string, string?)[]> FormAsync(this TestSite site, string email, Role role, string organisation) =>
    [
        ("In.Organisation", (await site.WithAsync(db => db.Organisations.Where(o => o.Name == organisation).Select(o => o.Id).SingleAsync())).ToString()),
        ("In.Role", role.ToString()), ("In.Name", "N. Ieuw"), ("In.Email", email),
    ];

    /// <summary>Somebody who was invited, chose a password and is in.</summary>
    public static async Task<WebVisitor> ComeInAsync(this TestSite site, string email, Role role = Role.Consultant, string organisation = "Sociale dienst Drechtstreek")
    {
        var visitor = site.Visitor();
        await visitor.PostAsync(await site.InviteAsync(email, role, organisation), "Doe mee", ("In.Password", Password));
        return visitor.Location is not null ? visitor : throw new InvalidOperationException(visitor.Html);
    }

    /// <summary>The path of the link in the last mail to an address.</summary>
    public static async Task<string> LinkAsync(this TestSite site, string email)
    {
        var body = await site.WithAsync(db => db.Messages.Where(m => m.To == email).OrderByDescending(m => m.Id).Select(m => m.Body).FirstAsync());
        return new Uri(AnyLink().Match(body).Value).AbsolutePath;
    }

    public static async Task<IHtmlDocument> SignInAsync(this WebVisitor visitor, string email, string password) =>
        await visitor.PostAsync("/inloggen", "Log in", ("In.Email", email), ("In.Password", password));

    public static Task<Membership> MemberAsync(this TestSite site, string email) =>
        site.WithAsync(db => db.Memberships.IgnoreQueryFilters().AsNoTracking().SingleAsync(m => db.Users.Any(u => u.Id == m.UserId && u.Email == email)));

    [GeneratedRegex(@"http\S+")]
    private static partial Regex AnyLink();
}
