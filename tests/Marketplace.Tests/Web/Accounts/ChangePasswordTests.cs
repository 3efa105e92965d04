using System.Net;
using Marketplace.Domain.Organisations;
using Marketplace.Tests.Web.Work;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Marketplace.Tests.Web.Accounts;

/// <summary>Who is signed in sets a new password with the current one.</summary>
public sealed class ChangePasswordTests : OfOneUser
{
    private const string New = "vier groene lampen";
    private const string Wrong = "Dit wachtwoord klopt niet. Na vijf keer wacht u een kwartier.";

    [Fact]
    public async Task The_new_one_counts_other_sessions_end_this_one_stays_and_a_mail_tells_of_it()
    {
        using var elsewhere = Site.Visitor();
        await elsewhere.SignInAsync(Email, AccountSite.Password);
        var account = await User.OpenAsync("/account");
        Assert.NotNull(account.QuerySelector("main a[href='/account/wachtwoord']"));

        await User.PostAsync("/account/wachtwoord", "Bewaar het wachtwoord", ("In.Current", AccountSite.Password), ("In.Password", New));
        Assert.Equal("/account", User.Location);
        Assert.Contains("Uw wachtwoord is bewaard.", (await User.OpenAsync("/account")).Body!.TextContent, StringComparison.Ordinal);
        await elsewhere.OpenAsync("/te-doen");
        Assert.Equal(HttpStatusCode.Redirect, elsewhere.Status);
        Assert.Equal(1, await Site.WithAsync(db => db.Messages.CountAsync(m => m.To == Email && m.Subject == "Uw account is veranderd")));

        await elsewhere.SignInAsync(Email, AccountSite.Password);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, elsewhere.Status);
        await elsewhere.SignInAsync(Email, New);
        Assert.Equal("/te-doen", elsewhere.Location);
    }

    [Theory]
    [InlineData("geraden wachtwoord")]
    [InlineData("")]
    public async Task Without_the_current_one_nothing_changes_and_five_tries_close_it(string guess)
    {
        for (var i = 0; i < SignInTries.Most; i++)
        {
            var page = await User.PostAsync("/account/wachtwoord", "Bewaar het wachtwoord", ("In.Current", guess), ("In.Password", New));
            Assert.Equal([Wrong], WorkSite.Errors(page));
            Assert.DoesNotContain(New, User.Html, StringComparison.Ordinal);
        }

        // The right one waits now too.
        var closed = await User.PostAsync("/account/wachtwoord", "Bewaar het wachtwoord", ("In.Current", AccountSite.Password), ("In.Password", New));
        Assert.Equal([Wrong], WorkSite.Errors(closed));
        Site.Clock.Advance(SignInTries.Closed + TimeSpan.FromSeconds(1));
        using var visitor = Site.Visitor();
        await visitor.SignInAsync(Email, AccountSite.Password);
        Assert.Equal("/te-doen", visitor.Location);
    }

    [Fact]
    public async Task The_second_step_stays_and_the_mailed_link_is_there_for_who_forgot_it()
    {
        await User.TurnOnCodeAsync(Site.Clock);
        var page = await User.PostAsync("/account/wachtwoord", "Bewaar het wachtwoord", ("In.Current", AccountSite.Password), ("In.Password", "kort"));
        Assert.Equal(["Maak het wachtwoord langer: ten minste 12 tekens."], WorkSite.Errors(page));
        Assert.NotNull(page.QuerySelector("main a[href='/wachtwoord']"));
        await User.PostAsync("/account/wachtwoord", "Bewaar het wachtwoord", ("In.Current", AccountSite.Password), ("In.Password", New));

        using var visitor = Site.Visitor();
        await visitor.SignInAsync(Email, New);
        Assert.Equal("/inloggen/code", visitor.Location);
    }
}
