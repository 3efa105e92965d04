using System.Net;
using AngleSharp.Html.Dom;
using Marketplace.Domain.Organisations;
using Marketplace.Testing;
using Marketplace.Tests.Web.Work;
using Marketplace.Web.Access;
using Xunit;

namespace Marketplace.Tests.Web.Accounts;

/// <summary>What can be a password: anything of 12 to 200 signs, exactly as typed, but not what is tried first.</summary>
public sealed class PasswordRuleTests : OfOneUser
{
    private const string Guessable = "Dit wachtwoord is makkelijk te raden. Kies bijvoorbeeld drie woorden die niet bij elkaar horen.";
    private const string Common = "Veel mensen hebben dit wachtwoord. Kies bijvoorbeeld drie woorden die niet bij elkaar horen.";

    /// <summary>The list is the 10,000 most used of those that are long enough: more than the 3000 that ASVS asks.</summary>
    [Fact]
    public void The_list_of_common_passwords_is_long_enough_and_knows_the_first_of_all_lists()
    {
        Assert.True(GuessablePassword.CountOfCommon >= 3000, $"Only {GuessablePassword.CountOfCommon}.");
        Assert.All(["123qweasdzxc", "1q2w3e4r5t6y", "Qwerty123456", "LEAVEMEALONE", "unbelievable", "administrator"], password => Assert.True(GuessablePassword.IsCommon(password), password));
        Assert.All([AccountSite.Password, "vier groene lampen", "correct paard batterij nietje"], password => Assert.False(GuessablePassword.IsCommon(password), password));
    }

    [Theory]
    [InlineData("Qwerty123456", Common)]
    [InlineData("leavemealone", Common)]
    [InlineData("Welkom2026!!!", Guessable)]
    [InlineData("W3lk0m-2026-!", Guessable)]
    [InlineData("ZomerWinter2026", Guessable)]
    [InlineData("IederTalent-01", Guessable)]
    [InlineData("1ed3rt4l3nt!2026", Guessable)]
    [InlineData("Drechtsteden 123", Guessable)]
    [InlineData("sociale dienst drechtstreek", Guessable)]
    [InlineData("Drechtstreek2026!", Guessable)]
    [InlineData("xnieuwx-en-mooi", Guessable)]
    public async Task What_is_tried_first_is_refused_in_every_place(string password, string error)
    {
        Assert.Equal([error], WorkSite.Errors(await SetAsync(password)));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, User.Status);

        using var visitor = Site.Visitor();
        await visitor.PostAsync("/wachtwoord", "Mail mij een link", ("In.Email", Email));
        Assert.Equal([error], WorkSite.Errors(await visitor.PostAsync(await Site.LinkAsync(Email), "Bewaar het wachtwoord", ("In.Password", password))));
        var invitation = await Site.InviteAsync("nieuw@elders.example");
        Assert.Equal([error], WorkSite.Errors(await visitor.PostAsync(invitation, "Doe mee", ("In.Password", password))));

        await visitor.SignInAsync(Email, AccountSite.Password);
        Assert.Equal("/te-doen", visitor.Location);
    }

    /// <summary>No kind of sign is asked or refused, blanks at the ends count, and nothing is cut off.</summary>
    [Theory]
    [InlineData("zonder een hoofdletter")]
    [InlineData("739184620517")]
    [InlineData("~!@#%^&*()_+{}|")]
    [InlineData("  blanks aan de uiteinden  ")]
    [InlineData("Ünïcode ñandú Ελληνικά 日本語")]
    [InlineData("🦊🌲🚲🍋🎈🧩🪁🦔🌻🧀🎻🛶")]
    [InlineData("e\u0301e\u0301n \uFFFE\uFFFF \u0007 tekens")]
    [InlineData("<b>vet</b> & \"aanhaling\" %41")]
    public async Task Anything_else_is_a_password_exactly_as_typed(string password)
    {
        await SetAsync(password);
        Assert.Equal("/account", User.Location);
        foreach (var wrong in new[] { password[..^1], password + " ", password.Trim() + "  x", password.ToUpperInvariant() + "x", Uri.EscapeDataString(password) + "x" })
            await RefusedAsync(wrong);
        Site.Clock.Advance(SignInTries.Closed + TimeSpan.FromSeconds(1));

        using var visitor = Site.Visitor();
        await visitor.SignInAsync(Email, password);
        Assert.Equal("/te-doen", visitor.Location);
    }

    [Theory]
    [InlineData(64)]
    [InlineData(128)]
    [InlineData(200)]
    public async Task A_long_one_counts_to_its_last_sign(int length)
    {
        var password = string.Concat(Enumerable.Range(0, length).Select(i => (char)('a' + (i * 7 % 26))));
        await SetAsync(password);
        Assert.Equal("/account", User.Location);

        await RefusedAsync(password[..^1] + "?");
        await RefusedAsync(password[..^1]);
        using var visitor = Site.Visitor();
        await visitor.SignInAsync(Email, password);
        Assert.Equal("/te-doen", visitor.Location);
    }

    [Fact]
    public async Task It_never_expires()
    {
        Site.Clock.Advance(TimeSpan.FromDays(3 * 365));
        using var visitor = Site.Visitor();
        await visitor.SignInAsync(Email, AccountSite.Password);
        Assert.Equal("/te-doen", visitor.Location);
        await visitor.OpenAsync("/te-doen");
        Assert.Equal(HttpStatusCode.OK, visitor.Status);
    }

    /// <summary>Masked, with the word that managers of passwords look for, and nothing that keeps somebody from pasting a long one.</summary>
    [Fact]
    public async Task Every_field_of_a_password_is_masked_and_helps_managers_and_no_page_asks_a_secret_question()
    {
        var pages = new List<(string Address, IHtmlDocument Page)>();
        var samples = await PageSamples.MakeAsync(Site);
        using (var visitor = Site.Visitor())
        {
            foreach (var sample in samples.Where(s => s.Account is null && s.Page.StartsWith("/Account/", StringComparison.Ordinal)))
                pages.Add((sample.Address, await visitor.OpenAsync(sample.Address)));
        }

        foreach (var address in new[] { "/account", "/account/code", "/account/wachtwoord" })
            pages.Add((address, await User.OpenAsync(address)));

        var passwords = pages.SelectMany(p => p.Page.QuerySelectorAll("input[name$=Password], input[name$=Current]").OfType<IHtmlInputElement>().Select(i => (p.Address, Input: i))).ToList();
        Assert.Equal(["/account/code", "/account/wachtwoord", "/inloggen", "/uitnodiging", "/wachtwoord/nieuw"], passwords.Select(p => p.Address.Count(c => c == '/') > 1 && !p.Address.StartsWith("/account", StringComparison.Ordinal) ? p.Address[..p.Address.LastIndexOf('/')] : p.Address).Distinct().Order(StringComparer.Ordinal));
        Assert.All(passwords, p =>
        {
            Assert.Equal((p.Address, "password"), (p.Address, p.Input.Type));
            Assert.Equal((p.Address, p.Input.Name == "In.Password" && p.Address is not ("/inloggen" or "/account/code") ? "new-password" : "current-password"), (p.Address, p.Input.Autocomplete));
            Assert.True(p.Input.MaxLength is < 0 or >= 64, p.Address);
            Assert.False(p.Input.IsReadOnly || p.Input.HasAttribute("pattern") || p.Input.HasAttribute("value"), p.Address);
        });

        var asked = pages.SelectMany(p => p.Page.QuerySelectorAll("main input[name]").OfType<IHtmlInputElement>()).Where(i => i.Type is not ("hidden" or "submit")).Select(i => i.Name!).Distinct().Order(StringComparer.Ordinal);
        Assert.Equal(["In.Current", "In.Email", "In.Name", "In.Password"], asked);
    }

    private Task<IHtmlDocument> SetAsync(string password) =>
        User.PostAsync("/account/wachtwoord", "Bewaar het wachtwoord", ("In.Current", AccountSite.Password), ("In.Password", password));

    private async Task RefusedAsync(string password)
    {
        using var visitor = Site.Visitor();
        await visitor.SignInAsync(Email, password);
        Assert.Equal((password, HttpStatusCode.UnprocessableEntity), (password, visitor.Status));
    }
}
