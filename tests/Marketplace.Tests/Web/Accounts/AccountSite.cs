using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using Marketplace.Domain.Organisations;
using Marketplace.Testing;
using Marketplace.Web.Access;
using Microsoft.EntityFrameworkCore;
using Xunit;

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

    /// <summary>Turns the code on the telephone on, for who is signed in; the key and the recovery codes.</summary>
    public static async Task<(byte[] Key, IReadOnlyList<string> Recovery)> TurnOnCodeAsync(this WebVisitor user, TimeProvider clock, string password = Password)
    {
        var page = await user.PostAsync("/account/code", "Begin", ("In.Password", password));
        var key = KeyOf(page);
        page = await user.PostAsync(FormOf(page), ButtonOf(page), ("In.Code", SecondStep.CodeAt(key, clock.GetUtcNow().UtcDateTime)));
        return (key, [.. page.QuerySelectorAll("main li code").Select(c => c.TextContent)]);
    }

    public static IHtmlFormElement FormOf(IHtmlDocument page) => (IHtmlFormElement)page.QuerySelector("main form")!;

    public static IHtmlElement ButtonOf(IHtmlDocument page) => (IHtmlElement)page.QuerySelector("main form button")!;

    /// <summary>The key of the otpauth text on the page, and the same as in words.</summary>
    public static byte[] KeyOf(IHtmlDocument page)
    {
        var text = Regex.Match(page.QuerySelector("main details code")!.TextContent, "secret=([A-Z2-7]+)&").Groups[1].Value;
        Assert.Equal(text, page.QuerySelector("main strong code")!.TextContent.Replace(" ", "", StringComparison.Ordinal));
        var bits = string.Concat(text.Select(c => Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(c), 2).PadLeft(5, '0')));
        return [.. bits.Chunk(8).Select(eight => Convert.ToByte(new string(eight), 2))];
    }

    [GeneratedRegex(@"http\S+")]
    private static partial Regex AnyLink();
}
