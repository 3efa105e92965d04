using System.Net;
using System.Text;
using AngleSharp.Html.Dom;
using Marketplace.Domain.Organisations;
using Marketplace.Testing;
using Marketplace.Tests.Web.Work;
using Marketplace.Web.Access;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Marketplace.Tests.Web.Accounts;

/// <summary>The code on the telephone: on, sign-in with it, recovery codes, renew, off.</summary>
public sealed class SecondStepTests : IDisposable
{
    private const string Email = "nieuw@gemeente.example";

    private readonly TestSite _site = new();

    public void Dispose() => _site.Dispose();

    /// <summary>RFC 6238, appendix B, the last six digits of eight.</summary>
    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1234567890, "005924")]
    [InlineData(20000000000, "353130")]
    public void The_code_is_that_of_the_standard(long seconds, string code) =>
        Assert.Equal(code, SecondStep.CodeAt(Encoding.ASCII.GetBytes("12345678901234567890"), DateTime.UnixEpoch.AddSeconds(seconds)));

    [Fact]
    public void The_key_is_written_as_apps_read_it() => Assert.Equal(
        "GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ", SecondStep.Readable(Encoding.ASCII.GetBytes("12345678901234567890")));

    [Fact]
    public async Task Signing_in_asks_the_code_and_a_code_counts_once()
    {
        using var user = await _site.ComeInAsync(Email);
        var (key, recovery) = await TurnOnAsync(user);
        Assert.Equal(SecondStep.RecoveryCodes, recovery.Count);

        using var visitor = _site.Visitor();
        await visitor.SignInAsync(Email, AccountSite.Password);
        Assert.Equal("/inloggen/code", visitor.Location);
        await visitor.OpenAsync("/te-doen");
        Assert.Equal(HttpStatusCode.Redirect, visitor.Status); // the password alone opens nothing

        var page = await visitor.PostAsync("/inloggen/code", "Log in", ("In.Code", Now(key)));
        Assert.Equal(["Deze code klopt niet, of is al gebruikt. Wacht op de volgende code."], WorkSite.Errors(page)); // it was used to turn it on
        _site.Clock.Advance(TimeSpan.FromSeconds(30));
        await visitor.PostAsync("/inloggen/code", "Log in", ("In.Code", $"{Now(key)[..3]} {Now(key)[3..]}"));
        Assert.Equal("/te-doen", visitor.Location);

        using var thief = _site.Visitor();
        await thief.SignInAsync(Email, AccountSite.Password);
        await thief.PostAsync("/inloggen/code", "Log in", ("In.Code", Now(key)));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, thief.Status);
    }

    [Fact]
    public async Task A_code_of_long_ago_or_later_is_refused_and_five_tries_close_it()
    {
        using var user = await _site.ComeInAsync(Email);
        var (key, _) = await TurnOnAsync(user);
        _site.Clock.Advance(TimeSpan.FromMinutes(5));
        var now = _site.Clock.GetUtcNow().UtcDateTime;
        using var visitor = _site.Visitor();
        await visitor.SignInAsync(Email, AccountSite.Password);

        foreach (var code in new[] { SecondStep.CodeAt(key, now.AddSeconds(-90)), SecondStep.CodeAt(key, now.AddSeconds(90)), "000000", "abc", "BCDF-BCDF-BCDF-BCDF" })
        {
            await visitor.PostAsync("/inloggen/code", "Log in", ("In.Code", code));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, visitor.Status);
        }

        await visitor.PostAsync("/inloggen/code", "Log in", ("In.Code", Now(key)));
        Assert.Equal(HttpStatusCode.TooManyRequests, visitor.Status);
    }

    [Fact]
    public async Task A_recovery_code_works_once_and_only_its_hash_is_kept()
    {
        using var user = await _site.ComeInAsync(Email);
        var (_, recovery) = await TurnOnAsync(user);
        Assert.All(recovery, code => Assert.Matches("^[2-9B-Z]{4}(-[2-9B-Z]{4}){3}$", code));
        Assert.DoesNotContain(recovery[0], (await user.OpenAsync("/account/code")).Body!.TextContent, StringComparison.Ordinal);
        var hashes = await _site.WithAsync(db => db.OneTimeCodes.Where(c => c.Purpose == CodePurpose.Recovery).Select(c => c.Hash).ToListAsync());
        Assert.Equal(recovery.Select(Secret.HashOf).Order(), hashes.Order());

        using var visitor = _site.Visitor();
        await visitor.SignInAsync(Email, AccountSite.Password);
        await visitor.PostAsync("/inloggen/code", "Log in", ("In.Code", recovery[0].Replace('-', ' ').ToLowerInvariant()));
        Assert.Equal("/te-doen", visitor.Location);
        Assert.Contains("nog 7 herstelcodes", (await visitor.OpenAsync("/account/code")).Body!.TextContent, StringComparison.Ordinal);

        using var again = _site.Visitor();
        await again.SignInAsync(Email, AccountSite.Password);
        await again.PostAsync("/inloggen/code", "Log in", ("In.Code", recovery[0]));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.Status);
    }

    [Fact]
    public async Task The_key_is_not_readable_in_the_database()
    {
        using var user = await _site.ComeInAsync(Email);
        var (key, _) = await TurnOnAsync(user);

        var kept = await _site.WithAsync(db => db.Users.Where(u => u.Email == Email).Select(u => u.SecondStepKey).SingleAsync());
        Assert.DoesNotContain(Convert.ToHexString(key), kept, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(SecondStep.Readable(key).Replace(" ", "", StringComparison.Ordinal), kept, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Without_the_password_nothing_is_turned_on_renewed_or_off()
    {
        using var user = await _site.ComeInAsync(Email);
        await user.PostAsync("/account/code", "Begin", ("In.Password", "geraden wachtwoord"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, user.Status);
        await TurnOnAsync(user);
        foreach (var button in new[] { "Nieuwe telefoon", "Nieuwe herstelcodes", "Zet de code uit" })
        {
            var page = await user.PostAsync("/account/code", button, ("In.Password", "geraden wachtwoord"));
            Assert.Equal(["Dit wachtwoord klopt niet. Na vijf keer wacht u een kwartier."], WorkSite.Errors(page));
        }

        Assert.True(await _site.WithAsync(db => db.Users.AnyAsync(u => u.Email == Email && u.TwoFactorEnabled)));
    }

    [Fact]
    public async Task A_new_telephone_takes_the_place_of_the_old_one_only_after_its_first_code()
    {
        using var user = await _site.ComeInAsync(Email);
        var (old, _) = await TurnOnAsync(user);
        _site.Clock.Advance(TimeSpan.FromMinutes(1));
        var page = await user.PostAsync("/account/code", "Nieuwe telefoon", ("In.Password", AccountSite.Password));
        var key = AccountSite.KeyOf(page);
        Assert.NotEqual(old, key);

        await user.PostAsync(AccountSite.FormOf(page), AccountSite.ButtonOf(page), ("In.Code", Now(old)));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, user.Status);
        using (var visitor = _site.Visitor())
        {
            await visitor.SignInAsync(Email, AccountSite.Password);
            await visitor.PostAsync("/inloggen/code", "Log in", ("In.Code", Now(old)));
            Assert.Equal("/te-doen", visitor.Location);
        }

        await user.PostAsync(AccountSite.FormOf(page), AccountSite.ButtonOf(page), ("In.Code", Now(key)));
        Assert.Equal(HttpStatusCode.OK, user.Status);
        _site.Clock.Advance(TimeSpan.FromMinutes(1));
        using var later = _site.Visitor();
        await later.SignInAsync(Email, AccountSite.Password);
        await later.PostAsync("/inloggen/code", "Log in", ("In.Code", Now(old)));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, later.Status);
        await later.PostAsync("/inloggen/code", "Log in", ("In.Code", Now(key)));
        Assert.Equal("/te-doen", later.Location);
    }

    [Fact]
    public async Task A_seal_of_somebody_else_or_of_long_ago_turns_nothing_on()
    {
        using var user = await _site.ComeInAsync(Email);
        using var other = await _site.ComeInAsync("ander@gemeente.example");
        var page = await user.PostAsync("/account/code", "Begin", ("In.Password", AccountSite.Password));
        var key = AccountSite.KeyOf(page);
        var own = await other.PostAsync("/account/code", "Begin", ("In.Password", AccountSite.Password));

        await other.PostAsync(AccountSite.FormOf(own), AccountSite.ButtonOf(own), ("In.Code", Now(key)), ("In.Seal", ((IHtmlInputElement)page.QuerySelector("[name='In.Seal']")!).Value));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, other.Status);
        _site.Clock.Advance(TimeSpan.FromMinutes(31));
        await user.PostAsync(AccountSite.FormOf(page), AccountSite.ButtonOf(page), ("In.Code", Now(key)));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, user.Status);
        Assert.False(await _site.WithAsync(db => db.Users.AnyAsync(u => u.TwoFactorEnabled)));
    }

    [Fact]
    public async Task Turned_off_the_password_is_enough_and_key_and_codes_are_gone()
    {
        using var user = await _site.ComeInAsync(Email);
        await TurnOnAsync(user);
        await user.PostAsync("/account/code", "Zet de code uit", ("In.Password", AccountSite.Password));

        Assert.False(await _site.WithAsync(db => db.Users.AnyAsync(u => u.Email == Email && (u.TwoFactorEnabled || u.SecondStepKey != null))));
        Assert.False(await _site.WithAsync(db => db.OneTimeCodes.AnyAsync(c => c.Purpose == CodePurpose.Recovery)));
        using var visitor = _site.Visitor();
        await visitor.SignInAsync(Email, AccountSite.Password);
        Assert.Equal("/te-doen", visitor.Location);
    }

    [Fact]
    public async Task A_new_password_by_mail_does_not_go_round_the_code()
    {
        using var user = await _site.ComeInAsync(Email);
        await TurnOnAsync(user);
        using var visitor = _site.Visitor();
        await visitor.PostAsync("/wachtwoord", "Mail mij een link", ("In.Email", Email));
        await visitor.PostAsync(await _site.LinkAsync(Email), "Bewaar het wachtwoord", ("In.Password", "vier groene lampen"));
        await visitor.SignInAsync(Email, "vier groene lampen");

        Assert.Equal("/inloggen/code", visitor.Location);
    }

    [Fact]
    public async Task After_five_minutes_the_password_is_asked_again()
    {
        using var user = await _site.ComeInAsync(Email);
        var (key, _) = await TurnOnAsync(user);
        using var visitor = _site.Visitor();
        await visitor.SignInAsync(Email, AccountSite.Password);
        var page = await visitor.OpenAsync("/inloggen/code");
        _site.Clock.Advance(TimeSpan.FromMinutes(6));

        var answer = await visitor.PostAsync((IHtmlFormElement)page.QuerySelector("main form")!, null, ("In.Code", Now(key)));
        Assert.Contains("Dit duurde te lang.", answer.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_administrator_helps_who_lost_the_telephone_only_where_all_is_in_the_own_regions()
    {
        using var user = await _site.ComeInAsync(Email);
        await TurnOnAsync(user);
        var member = await _site.MemberAsync(Email);
        using var administrator = await _site.SignedInAsync("beheer");
        var page = await administrator.OpenAsync($"/beheer/gebruikers/{member.Id}");
        var elsewhere = await _site.WithAsync(async db =>
        {
            await PageSamples.MakeAsync(_site);
            var far = await db.Organisations.SingleAsync(o => o.Name == "Fabriek Verweg");
            var other = new Membership { UserId = member.UserId, OrganisationId = far.Id, Role = Role.Employer };
            db.Add(other);
            await db.SaveChangesAsync();
            return other.Id;
        });

        await administrator.PressAsync(page, "Zet de code op de telefoon uit");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, administrator.Status);
        await _site.WithAsync(async db =>
        {
            db.Remove(await db.Memberships.SingleAsync(m => m.Id == elsewhere));
            await db.SaveChangesAsync();
        });
        await administrator.PressAsync(page, "Zet de code op de telefoon uit");
        Assert.Equal(HttpStatusCode.Redirect, administrator.Status);
        Assert.False(await _site.WithAsync(db => db.Users.AnyAsync(u => u.Email == Email && u.TwoFactorEnabled)));
        Assert.Equal(2, await _site.WithAsync(db => db.Messages.CountAsync(m => m.To == Email && m.Subject == "Uw account is veranderd")));
        await user.OpenAsync("/te-doen");
        Assert.Equal(HttpStatusCode.Redirect, user.Status);
    }

    private Task<(byte[] Key, IReadOnlyList<string> Recovery)> TurnOnAsync(WebVisitor user) => user.TurnOnCodeAsync(_site.Clock);

    private string Now(byte[] key) => SecondStep.CodeAt(key, _site.Clock.GetUtcNow().UtcDateTime);
}
