using System.Net;
using Marketplace.Domain.Organisations;
using Marketplace.Testing;
using Marketplace.Tests.Web.Work;
using Marketplace.Web.Access;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Marketplace.Tests.Web.Accounts;

/// <summary>Sign-in and a new password tell nobody whether an address exists, and close after five tries.</summary>
public sealed class PasswordTests : IAsyncLifetime
{
    private const string Email = "nieuw@gemeente.example";

    private readonly TestSite _site = new();

    public async ValueTask InitializeAsync() => (await _site.ComeInAsync(Email)).Dispose();

    public ValueTask DisposeAsync()
    {
        _site.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_new_password_comes_by_mail_works_once_and_ends_every_session()
    {
        using var user = _site.Visitor();
        await user.SignInAsync(Email, AccountSite.Password);
        using var asking = _site.Visitor();
        await asking.PostAsync("/wachtwoord", "Mail mij een link", ("In.Email", Email));
        var link = await _site.LinkAsync(Email);

        await asking.PostAsync(link, "Bewaar het wachtwoord", ("In.Password", "vier groene lampen"));
        Assert.Equal("/inloggen", asking.Location);
        await user.OpenAsync("/te-doen");
        Assert.Equal(HttpStatusCode.Redirect, user.Status);
        await asking.OpenAsync(link);
        Assert.Equal(HttpStatusCode.Gone, asking.Status);
        await asking.SignInAsync(Email, AccountSite.Password);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, asking.Status);
        await asking.SignInAsync(Email, "vier groene lampen");
        Assert.Equal("/te-doen", asking.Location);
    }

    [Fact]
    public async Task The_answer_is_the_same_to_the_byte_for_an_address_that_nobody_has()
    {
        var (known, unknown) = (new List<string>(), new List<string>());
        foreach (var (email, answers) in new[] { (Email, known), ("niemand@gemeente.example", unknown) })
        {
            using var visitor = _site.Visitor();
            for (var i = 0; i < 7; i++)
            {
                await visitor.PostAsync("/wachtwoord", "Mail mij een link", ("In.Email", email));
                answers.Add($"{(int)visitor.Status} {WithoutToken(visitor.Html, email)}");
            }

            for (var i = 0; i < 7; i++)
            {
                await visitor.SignInAsync(email, "geraden wachtwoord");
                answers.Add($"{(int)visitor.Status} {WithoutToken(visitor.Html, email)}");
            }
        }

        Assert.Equal(known, unknown);
        Assert.StartsWith("429", known[^1], StringComparison.Ordinal);
        Assert.Equal(SignInTries.Most, await _site.WithAsync(db => db.Messages.CountAsync(m => m.To == Email && m.Subject == "Een nieuw wachtwoord")));
        Assert.False(await _site.WithAsync(db => db.Messages.AnyAsync(m => m.To == "niemand@gemeente.example")));
    }

    [Fact]
    public async Task After_five_tries_the_right_password_waits_a_quarter_of_an_hour()
    {
        using var visitor = _site.Visitor();
        for (var i = 0; i < SignInTries.Most; i++)
        {
            var page = await visitor.SignInAsync(Email, $"geraden wachtwoord {i}");
            Assert.Equal(["E-mailadres en wachtwoord horen niet bij elkaar. Kijk ze na."], WorkSite.Errors(page));
            Assert.Equal(Email, WorkSite.Value(page, "In.Email"));
        }

        var closed = await visitor.SignInAsync($" {Email.ToUpperInvariant()} ", AccountSite.Password);
        Assert.Equal((HttpStatusCode.TooManyRequests, "Inloggen is even dicht"), (visitor.Status, closed.QuerySelector("h1")!.TextContent));
        Assert.Equal(SignInTries.Most, await _site.WithAsync(db => db.Audit.CountAsync(a => a.Action == "SignInRefused" && a.EntityId != null)));

        _site.Clock.Advance(SignInTries.Closed + TimeSpan.FromSeconds(1));
        await visitor.SignInAsync(Email, AccountSite.Password);
        Assert.Equal("/te-doen", visitor.Location);
        Assert.False(await _site.WithAsync(db => db.SignInTries.AnyAsync()));
    }

    [Fact]
    public async Task Many_guesses_at_once_are_no_more_than_five()
    {
        var visitors = Enumerable.Range(0, 20).Select(_ => _site.Visitor()).ToList();
        await Task.WhenAll(visitors.Select((v, i) => v.SignInAsync("iemand@gemeente.example", $"geraden wachtwoord {i}")));

        Assert.Equal(SignInTries.Most, visitors.Count(v => v.Status == HttpStatusCode.UnprocessableEntity));
        Assert.Equal(15, visitors.Count(v => v.Status == HttpStatusCode.TooManyRequests));
        visitors.ForEach(v => v.Dispose());
    }

    [Fact]
    public async Task A_new_password_opens_what_was_closed()
    {
        using var visitor = _site.Visitor();
        for (var i = 0; i <= SignInTries.Most; i++)
            await visitor.SignInAsync(Email, "geraden wachtwoord");
        await visitor.PostAsync("/wachtwoord", "Mail mij een link", ("In.Email", Email));
        await visitor.PostAsync(await _site.LinkAsync(Email), "Bewaar het wachtwoord", ("In.Password", "vier groene lampen"));
        await visitor.SignInAsync(Email, "vier groene lampen");

        Assert.Equal("/te-doen", visitor.Location);
    }

    [Fact]
    public async Task A_link_holds_two_hours_and_the_newest_use_ends_the_others()
    {
        using var visitor = _site.Visitor();
        await visitor.PostAsync("/wachtwoord", "Mail mij een link", ("In.Email", Email));
        var first = await _site.LinkAsync(Email);
        await visitor.PostAsync("/wachtwoord", "Mail mij een link", ("In.Email", Email));
        var second = await _site.LinkAsync(Email);
        Assert.NotEqual(first, second);
        Assert.True(await _site.WithAsync(db => db.OneTimeCodes.AnyAsync(c => c.Hash == Secret.HashOf(second.Substring(second.LastIndexOf('/') + 1)))));

        await visitor.PostAsync(second, "Bewaar het wachtwoord", ("In.Password", "vier groene lampen"));
        await visitor.OpenAsync(first);
        Assert.Equal(HttpStatusCode.Gone, visitor.Status);

        await visitor.PostAsync("/wachtwoord", "Mail mij een link", ("In.Email", Email));
        var third = await _site.LinkAsync(Email);
        var page = await visitor.PostAsync(third, "Bewaar het wachtwoord", ("In.Password", "te kort"));
        Assert.Equal(["Maak het wachtwoord langer: ten minste 12 tekens."], WorkSite.Errors(page));
        _site.Clock.Advance(TimeSpan.FromHours(2.1));
        await visitor.OpenAsync(third);
        Assert.Equal(HttpStatusCode.Gone, visitor.Status);
    }

    [Fact]
    public async Task An_invitation_or_a_link_of_another_kind_sets_no_password()
    {
        var invitation = await _site.InviteAsync("ander@gemeente.example");
        using var visitor = _site.Visitor();

        await visitor.OpenAsync(invitation.Replace("/uitnodiging/", "/wachtwoord/nieuw/", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.Gone, visitor.Status);
    }

    private static string WithoutToken(string html, string email) =>
        System.Text.RegularExpressions.Regex.Replace(html.Replace(email, "", StringComparison.Ordinal), "name=\"__RequestVerificationToken\" type=\"hidden\" value=\"[^\"]+\"", "");
}
