using System.Net;
using AngleSharp.Html.Dom;
using Marketplace.Domain.Organisations;
using Marketplace.Testing;
using Marketplace.Tests.Jobs;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Marketplace.Tests.Web.Accounts;

/// <summary>Where somebody is signed in, ended from elsewhere, and for which organisation.</summary>
public sealed class SessionTests : IDisposable
{
    private const string Email = "nieuw@gemeente.example";

    private readonly TestSite _site = new();

    public void Dispose() => _site.Dispose();

    [Fact]
    public async Task A_session_elsewhere_is_shown_by_its_device_and_ended()
    {
        using var here = await _site.ComeInAsync(Email);
        using var elsewhere = _site.Visitor();
        elsewhere.Client.DefaultRequestHeaders.UserAgent.ParseAdd("Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:131.0) Gecko/20100101 Firefox/131.0");
        await elsewhere.SignInAsync(Email, AccountSite.Password);
        var page = await here.OpenAsync("/account");
        Assert.Equal(2, page.QuerySelectorAll("main table tbody tr").Length);
        Assert.Contains("Firefox op Windows", page.Body!.TextContent, StringComparison.Ordinal);

        await here.PressAsync(page, "Meld hier af");
        Assert.Equal("/account", here.Location);
        await elsewhere.OpenAsync("/te-doen");
        Assert.Equal(HttpStatusCode.Redirect, elsewhere.Status);
        await here.OpenAsync("/te-doen");
        Assert.Equal(HttpStatusCode.OK, here.Status);
        Assert.Single((await here.OpenAsync("/account")).QuerySelectorAll("main table tbody tr"));
    }

    [Fact]
    public async Task Nobody_ends_or_takes_a_session_or_membership_of_somebody_else()
    {
        using var user = await _site.ComeInAsync(Email);
        using var other = await _site.ComeInAsync("ander@gemeente.example");
        using var third = _site.Visitor();
        await third.SignInAsync("ander@gemeente.example", AccountSite.Password);
        var member = await _site.MemberAsync(Email);
        var session = await _site.WithAsync(db => db.Sessions.Where(s => s.UserId == member.UserId).Select(s => s.Id).SingleAsync());

        var page = await other.OpenAsync("/account");
        var button = page.QuerySelectorAll("main button[name=id]").OfType<IHtmlButtonElement>().First();
        button.Value = session.ToString();
        await other.PostAsync(button.Form!, button);
        Assert.Equal(HttpStatusCode.NotFound, other.Status);
        button.Value = member.Id.ToString();
        button.SetAttribute("formaction", "/account?handler=Switch");
        await other.PostAsync(button.Form!, button);
        Assert.Equal(HttpStatusCode.NotFound, other.Status);
        await user.OpenAsync("/te-doen");
        Assert.Equal(HttpStatusCode.OK, user.Status);
    }

    [Fact]
    public async Task Signing_in_again_in_the_same_browser_ends_the_session_before()
    {
        using var user = await _site.ComeInAsync(Email);
        await user.SignInAsync(Email, AccountSite.Password);

        Assert.Single((await user.OpenAsync("/account")).QuerySelectorAll("main table tbody tr"));
    }

    [Fact]
    public async Task Signing_out_ends_the_session_so_a_copy_of_the_cookie_opens_nothing()
    {
        using var user = await _site.ComeInAsync(Email);
        var form = (await user.OpenAsync("/te-doen")).QuerySelectorAll("form[action='/uitloggen']").OfType<IHtmlFormElement>().First();
        var member = await _site.MemberAsync(Email);
        await user.PostAsync(form);

        Assert.Equal("\"cache\", \"storage\"", string.Join(", ", user.Last!.Headers.GetValues("Clear-Site-Data")));
        Assert.True(await _site.WithAsync(db => db.Sessions.AllAsync(s => s.UserId != member.UserId || s.EndedAt != null)));
    }

    [Fact]
    public async Task Somebody_at_work_stays_signed_in_and_after_ten_hours_of_nothing_it_is_over()
    {
        using var user = await _site.ComeInAsync(Email);
        for (var i = 0; i < 3; i++)
        {
            _site.Clock.Advance(TimeSpan.FromHours(5));
            await user.OpenAsync("/te-doen");
            Assert.Equal(HttpStatusCode.OK, user.Status);
        }

        _site.Clock.Advance(TimeSpan.FromHours(10.1));
        await user.OpenAsync("/te-doen");
        Assert.Equal(HttpStatusCode.Redirect, user.Status);
    }

    [Fact]
    public async Task After_fourteen_days_somebody_signs_in_again_however_busy()
    {
        using var user = await _site.ComeInAsync(Email);
        var works = new List<bool>();
        for (var hours = 0; hours < 15 * 24; hours += 8)
        {
            works.Add((await user.OpenAsync("/te-doen")).QuerySelector("form[action='/uitloggen']") is not null);
            _site.Clock.Advance(TimeSpan.FromHours(8));
        }

        Assert.Equal(14 * 3, works.IndexOf(false));
    }

    [Fact]
    public async Task Somebody_of_two_organisations_switches_and_sees_only_what_the_other_role_sees()
    {
        using (await _site.ComeInAsync(Email))
        {
        }

        using var user = _site.Visitor();
        await user.PostAsync(await _site.InviteAsync(Email, Role.Employer, "Retourhuis De Kil"), "Doe mee", ("In.Password", AccountSite.Password));
        await user.SignInAsync(Email, AccountSite.Password);
        await user.OpenAsync("/kandidaten");
        Assert.Equal(HttpStatusCode.OK, user.Status);

        _site.Clock.Advance(TimeSpan.FromMinutes(1));
        await user.PressAsync(await user.OpenAsync("/account"), "Wissel naar Retourhuis De Kil");
        Assert.Equal("/werk", user.Location);
        await user.OpenAsync("/werk");
        Assert.Equal(HttpStatusCode.OK, user.Status);
        await user.OpenAsync("/kandidaten");
        Assert.Equal(HttpStatusCode.Forbidden, user.Status);

        using var again = _site.Visitor();
        _site.Clock.Advance(TimeSpan.FromMinutes(1));
        await again.SignInAsync(Email, AccountSite.Password);
        Assert.Equal("/werk", again.Location); // the organisation of last time
    }

    [Fact]
    public async Task What_let_people_in_is_forgotten_in_time_and_what_still_counts_stays()
    {
        using var user = await _site.ComeInAsync(Email);
        await _site.InviteAsync("ander@gemeente.example");
        await user.PostAsync("/wachtwoord", "Mail mij een link", ("In.Email", Email));
        await user.SignInAsync("niemand@gemeente.example", "geraden wachtwoord");
        await _site.RunJobAsync("ForgetAccounts");
        Assert.Equal((1, 2, 2), await CountAsync());

        _site.Clock.MoveTo(TestSite.SeedDay.AddDays(2));
        await _site.RunJobAsync("ForgetAccounts");
        Assert.Equal((0, 0, 2), await CountAsync());

        _site.Clock.MoveTo(TestSite.SeedDay.AddDays(120));
        await _site.RunJobAsync("ForgetAccounts");
        Assert.Equal((0, 0, 0), await CountAsync());
        Assert.False(await _site.WithAsync(db => db.Sessions.AnyAsync()));
        Assert.True(await _site.WithAsync(db => db.Memberships.AnyAsync(m => db.Users.Any(u => u.Id == m.UserId && u.Email == Email))));

        Task<(int Codes, int Tries, int Invitations)> CountAsync() => _site.WithAsync(async db =>
            (await db.OneTimeCodes.CountAsync(), await db.SignInTries.CountAsync(), await db.Invitations.CountAsync()));
    }

    [Fact]
    public async Task Who_is_blocked_at_one_organisation_goes_on_at_the_other()
    {
        using (await _site.ComeInAsync(Email))
        {
        }

        using var user = _site.Visitor();
        var consultant = await _site.MemberAsync(Email);
        await user.PostAsync(await _site.InviteAsync(Email, Role.Employer, "Retourhuis De Kil"), "Doe mee", ("In.Password", AccountSite.Password));
        using var administrator = await _site.SignedInAsync("beheer");
        await administrator.PostAsync($"/beheer/gebruikers/{consultant.Id}", "Blokkeer");
        await user.SignInAsync(Email, AccountSite.Password);

        Assert.Equal("/werk", user.Location);
        Assert.DoesNotContain("Wissel naar", (await user.OpenAsync("/account")).Body!.TextContent, StringComparison.Ordinal);
    }
}
