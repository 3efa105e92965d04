using System.Net;
using Marketplace.Domain.Organisations;
using Marketplace.Testing;
using Marketplace.Tests.Web.Work;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Marketplace.Tests.Web.Accounts;

/// <summary>Who is signed in sets a new password with the current one.</summary>
public sealed class ChangePasswordTests : IAsyncLifetime
{
    private const string Email = "nieuw@gemeente.example";
    private const string New = "vier groene lampen";
    private const string Wrong = "Dit wachtwoord klopt niet. Na vijf keer wacht u een kwartier.";

    private readonly TestSite _site = new();
    private WebVisitor _user = null!;

    public async ValueTask InitializeAsync() => _user = await _site.ComeInAsync(Email);

    public ValueTask DisposeAsync()
    {
        _user.Dispose();
        _site.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task The_new_one_counts_other_sessions_end_this_one_stays_and_a_mail_tells_of_it()
    {
        using var elsewhere = _site.Visitor();
        await elsewhere.SignInAsync(Email, AccountSite.Password);
        var account = await _user.OpenAsync("/account");
        Assert.NotNull(account.QuerySelector("main a[href='/account/wachtwoord']"));

        await _user.PostAsync("/account/wachtwoord", "Bewaar het wachtwoord", ("In.Current", AccountSite.Password), ("In.Password", New));
        Assert.Equal("/account", _user.Location);
        Assert.Contains("Uw wachtwoord is bewaard.", (await _user.OpenAsync("/account")).Body!.TextContent, StringComparison.Ordinal);
        await elsewhere.OpenAsync("/te-doen");
        Assert.Equal(HttpStatusCode.Redirect, elsewhere.Status);
        Assert.Equal(1, await _site.WithAsync(db => db.Messages.CountAsync(m => m.To == Email && m.Subject == "Uw account is veranderd")));

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
            var page = await _user.PostAsync("/account/wachtwoord", "Bewaar het wachtwoord", ("In.Current", guess), ("In.Password", New));
            Assert.Equal([Wrong], WorkSite.Errors(page));
            Assert.DoesNotContain(New, _user.Html, StringComparison.Ordinal);
        }

        // The right one waits now too.
        var closed = await _user.PostAsync("/account/wachtwoord", "Bewaar het wachtwoord", ("In.Current", AccountSite.Password), ("In.Password", New));
        Assert.Equal([Wrong], WorkSite.Errors(closed));
        _site.Clock.Advance(SignInTries.Closed + TimeSpan.FromSeconds(1));
        using var visitor = _site.Visitor();
        await visitor.SignInAsync(Email, AccountSite.Password);
        Assert.Equal("/te-doen", visitor.Location);
    }

    [Fact]
    public async Task The_second_step_stays_and_the_mailed_link_is_there_for_who_forgot_it()
    {
        await _user.TurnOnCodeAsync(_site.Clock);
        var page = await _user.PostAsync("/account/wachtwoord", "Bewaar het wachtwoord", ("In.Current", AccountSite.Password), ("In.Password", "kort"));
        Assert.Equal(["Maak het wachtwoord langer: ten minste 12 tekens."], WorkSite.Errors(page));
        Assert.NotNull(page.QuerySelector("main a[href='/wachtwoord']"));
        await _user.PostAsync("/account/wachtwoord", "Bewaar het wachtwoord", ("In.Current", AccountSite.Password), ("In.Password", New));

        using var visitor = _site.Visitor();
        await visitor.SignInAsync(Email, New);
        Assert.Equal("/inloggen/code", visitor.Location);
    }
}
