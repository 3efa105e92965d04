using System.Net;
using Marketplace.Domain.Organisations;
using Marketplace.Testing;
using Marketplace.Tests.Jobs;
using Marketplace.Tests.Web.Work;
using Marketplace.Web.Access;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Marketplace.Tests.Web.Accounts;

/// <summary>Somebody comes in by a mailed invitation, and only so far as it says.</summary>
public sealed class InvitationTests : IDisposable
{
    private const string Email = "nieuw@gemeente.example";

    private readonly TestSite _site = new();

    public void Dispose() => _site.Dispose();

    [Fact]
    public async Task Who_is_invited_chooses_a_password_is_in_and_comes_in_again()
    {
        var link = await _site.InviteAsync(Email);
        using var visitor = _site.Visitor();

        var page = await visitor.OpenAsync(link);
        Assert.Contains("Sociale dienst Drechtstreek", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        await visitor.PostAsync(link, "Doe mee", ("In.Name", "Nora Ieuw"), ("In.Password", AccountSite.Password));
        Assert.Equal("/te-doen", visitor.Location);
        Assert.Contains("Nora Ieuw", (await visitor.OpenAsync("/kandidaten")).Body!.TextContent, StringComparison.Ordinal);

        using var again = _site.Visitor();
        await again.SignInAsync(Email.ToUpperInvariant(), AccountSite.Password);
        Assert.Equal("/te-doen", again.Location);
        var member = await _site.MemberAsync(Email);
        Assert.Equal((Role.Consultant, false), (member.Role, member.IsManager));
        Assert.True(await _site.WithAsync(db => db.Audit.AnyAsync(a => a.Entity == nameof(Membership) && a.EntityId == member.Id && a.UserId == member.UserId)));
    }

    [Fact]
    public async Task Opening_a_link_uses_nothing_up_and_the_button_works_once()
    {
        var link = await _site.InviteAsync(Email);
        using var one = _site.Visitor();
        using var other = _site.Visitor();
        await one.OpenAsync(link);
        var (first, second) = (await one.OpenAsync(link), await other.OpenAsync(link));

        await one.PostAsync((AngleSharp.Html.Dom.IHtmlFormElement)first.QuerySelector("main form")!, null, ("In.Password", AccountSite.Password));
        await other.PostAsync((AngleSharp.Html.Dom.IHtmlFormElement)second.QuerySelector("main form")!, null, ("In.Password", "een ander wachtwoord"));

        Assert.Equal(HttpStatusCode.Redirect, one.Status);
        Assert.Equal(HttpStatusCode.Gone, other.Status);
        await other.OpenAsync(link);
        Assert.Equal(HttpStatusCode.Gone, other.Status);
        Assert.Equal(1, await _site.WithAsync(db => db.Users.CountAsync(u => u.Email == Email)));
    }

    [Fact]
    public async Task The_code_stands_in_the_mail_only_and_leaves_the_queue_with_it()
    {
        var link = await _site.InviteAsync(Email);
        var code = link.Split('/')[^1];
        var invitation = await _site.WithAsync(db => db.Invitations.AsNoTracking().SingleAsync());

        Assert.Equal(Secret.HashOf(code), invitation.Hash);
        Assert.Equal(64, code.Length);
        await _site.RunJobAsync("DeliverMail");
        Assert.False(await _site.WithAsync(db => db.Messages.AnyAsync(m => m.Body.Contains(code))));
        Assert.Contains(code, MimeKit.MimeMessage.Load(Directory.EnumerateFiles(_site.MailFolder, "*.eml").Single()).TextBody, StringComparison.Ordinal);
        Assert.False(await _site.WithAsync(db => db.Audit.AnyAsync(a => a.Fields.Contains(code))));
    }

    [Fact]
    public async Task After_fourteen_days_it_opens_nothing_and_a_new_mail_ends_the_old_link()
    {
        var link = await _site.InviteAsync(Email);
        _site.Clock.MoveTo(TestSite.SeedDay.AddDays(14));
        using var visitor = _site.Visitor();
        await visitor.OpenAsync(link);
        Assert.Equal(HttpStatusCode.OK, visitor.Status);
        _site.Clock.MoveTo(TestSite.SeedDay.AddDays(15));
        await visitor.OpenAsync(link);
        Assert.Equal(HttpStatusCode.Gone, visitor.Status);

        using var administrator = await _site.SignedInAsync("beheer");
        await administrator.PostAsync("/uitnodigen", "Stuur opnieuw");
        var renewed = await _site.LinkAsync(Email);
        Assert.NotEqual(link, renewed);
        await visitor.OpenAsync(link);
        Assert.Equal(HttpStatusCode.NotFound, visitor.Status);
        await visitor.OpenAsync(renewed);
        Assert.Equal(HttpStatusCode.OK, visitor.Status);

        await administrator.PostAsync("/uitnodigen", "Trek in");
        await visitor.OpenAsync(renewed);
        Assert.Equal(HttpStatusCode.Gone, visitor.Status);
    }

    [Fact]
    public async Task Somebody_with_an_account_gives_its_password_and_has_both_organisations()
    {
        using (await _site.ComeInAsync(Email))
        {
        }

        var link = await _site.InviteAsync(Email, Role.JobCoach, "Jobcoachbureau Naast Elkaar");
        using var visitor = _site.Visitor();
        await visitor.PostAsync(link, "Doe mee", ("In.Password", "geraden wachtwoord"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, visitor.Status);
        await visitor.PostAsync(link, "Doe mee", ("In.Password", AccountSite.Password));
        Assert.Equal("/inloggen", visitor.Location);
        Assert.Equal(2, await _site.WithAsync(db => db.Memberships.CountAsync(m => db.Users.Any(u => u.Id == m.UserId && u.Email == Email))));
    }

    [Fact]
    public async Task An_administrator_invites_in_the_own_regions_only()
    {
        await PageSamples.MakeAsync(_site);
        using var administrator = await _site.SignedInAsync("beheer");

        var page = await administrator.OpenAsync("/uitnodigen");
        Assert.DoesNotContain("Verweg", page.Body!.TextContent, StringComparison.Ordinal);
        page = await administrator.PostAsync("/uitnodigen", "Stuur de uitnodiging", await _site.FormAsync(Email, Role.Employer, "Fabriek Verweg"));
        Assert.Equal(["Kies een organisatie uit de lijst."], WorkSite.Errors(page));
        Assert.Equal(Email, WorkSite.Value(page, "In.Email"));

        var list = await administrator.OpenAsync("/beheer/gebruikers?zoek=verweg");
        Assert.Contains("Niemand gevonden", list.Body!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Retourhuis De Kil", Role.JobCoach)]
    [InlineData("Retourhuis De Kil", Role.Administrator)]
    [InlineData("Jobcoachbureau Naast Elkaar", Role.Consultant)]
    [InlineData("Werkcentrum Drechtstreek", Role.Consultant)]
    public async Task A_role_that_does_not_belong_to_an_organisation_is_not_given(string organisation, Role role)
    {
        using var administrator = await _site.SignedInAsync("beheer");

        var page = await administrator.PostAsync("/uitnodigen", "Stuur de uitnodiging", await _site.FormAsync(Email, role, organisation));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, administrator.Status);
        Assert.StartsWith("Kies een rol.", Assert.Single(WorkSite.Errors(page)), StringComparison.Ordinal);
        Assert.False(await _site.WithAsync(db => db.Invitations.AnyAsync()));
    }

    [Fact]
    public async Task An_adviser_invites_an_employer_and_nobody_else_and_sees_no_other_invitation()
    {
        await _site.InviteAsync("consulent2@gemeente.example");
        using var adviser = await _site.SignedInAsync("adviseur");

        Assert.DoesNotContain("consulent2@gemeente.example", (await adviser.OpenAsync("/uitnodigen")).Body!.TextContent, StringComparison.Ordinal);
        await adviser.PostAsync("/uitnodigen", "Stuur de uitnodiging", await _site.FormAsync(Email, Role.Administrator, "Werkcentrum Drechtstreek"));

        var made = await _site.WithAsync(db => db.Invitations.AsNoTracking().SingleAsync(i => i.Email == Email));
        Assert.Equal(Role.Employer, made.Role);
        await adviser.OpenAsync("/beheer/gebruikers");
        Assert.Equal(HttpStatusCode.Forbidden, adviser.Status);

        // A post round the page for an invitation of another role.
        var other = await _site.WithAsync(db => db.Invitations.Where(i => i.Role == Role.Consultant).Select(i => i.Id).SingleAsync());
        await adviser.PostAsync("/uitnodigen", "Trek in", ("id", other.ToString()));
        Assert.Equal(HttpStatusCode.NotFound, adviser.Status);
    }

    [Fact]
    public async Task An_administrator_of_one_region_makes_no_administrator_of_two()
    {
        await PageSamples.MakeAsync(_site);
        await _site.WithAsync(async db =>
        {
            var social = await db.Organisations.Include(o => o.Regions).SingleAsync(o => o.Name == "Sociale dienst Drechtstreek");
            social.WorksIn("parkstad");
            await db.SaveChangesAsync();
        });
        using var administrator = await _site.SignedInAsync("beheer");

        await administrator.PostAsync("/uitnodigen", "Stuur de uitnodiging", await _site.FormAsync(Email, Role.Administrator, "Sociale dienst Drechtstreek"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, administrator.Status);
        await administrator.PostAsync("/uitnodigen", "Stuur de uitnodiging", await _site.FormAsync(Email, Role.Consultant, "Sociale dienst Drechtstreek"));
        Assert.Equal("/uitnodigen", administrator.Location);
    }

    [Theory]
    [InlineData("")]
    [InlineData("geen adres")]
    [InlineData("Naam <naam@gemeente.example>")]
    [InlineData("een@gemeente.example,twee@gemeente.example")]
    public async Task A_mail_goes_to_one_plain_address(string email)
    {
        using var administrator = await _site.SignedInAsync("beheer");

        var page = await administrator.PostAsync("/uitnodigen", "Stuur de uitnodiging", await _site.FormAsync(email, Role.Consultant, "Sociale dienst Drechtstreek"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, administrator.Status);
        Assert.StartsWith("Vul een e-mailadres in", Assert.Single(WorkSite.Errors(page)), StringComparison.Ordinal);
        Assert.Equal("N. Ieuw", WorkSite.Value(page, "In.Name"));
    }

    [Fact]
    public async Task Who_belongs_there_already_is_not_invited_twice()
    {
        using (await _site.ComeInAsync(Email))
        {
        }

        using var administrator = await _site.SignedInAsync("beheer");
        var page = await administrator.PostAsync("/uitnodigen", "Stuur de uitnodiging", await _site.FormAsync(Email.ToUpperInvariant(), Role.Consultant, "Sociale dienst Drechtstreek"));
        Assert.Equal(["Deze persoon hoort al bij deze organisatie, in deze rol."], WorkSite.Errors(page));
    }

    [Theory]
    [InlineData("kort", "Maak het wachtwoord langer: ten minste 12 tekens.")]
    [InlineData("aaaaaaaaaaaaaaa", "Dit wachtwoord is makkelijk te raden. Kies bijvoorbeeld drie woorden die niet bij elkaar horen.")]
    [InlineData("nieuw-en-mooi-123", "Dit wachtwoord is makkelijk te raden. Kies bijvoorbeeld drie woorden die niet bij elkaar horen.")]
    [InlineData("", "Vul een wachtwoord in.")]
    public async Task A_weak_password_is_refused_and_the_invitation_stays(string password, string error)
    {
        var link = await _site.InviteAsync(Email);
        using var visitor = _site.Visitor();

        var page = await visitor.PostAsync(link, "Doe mee", ("In.Name", "Nora"), ("In.Password", password));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, visitor.Status);
        Assert.Equal([error], WorkSite.Errors(page));
        Assert.Equal("Nora", WorkSite.Value(page, "In.Name"));
        Assert.Null(await _site.WithAsync(db => db.Invitations.Select(i => i.UsedAt).SingleAsync()));
    }

    [Fact]
    public async Task Every_account_of_the_demo_region_has_a_role_of_its_kind_of_organisation()
    {
        var rows = await _site.WithAsync(db => (from m in db.Memberships join o in db.Organisations on m.OrganisationId equals o.Id select new { m.Role, o.Kind }).ToListAsync());

        Assert.All(rows, row => Assert.Contains(row.Role, RoleRules.RolesAt(row.Kind)));
    }
}
