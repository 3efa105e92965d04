using System.Net;
using Marketplace.Data.FollowUp;
using Marketplace.Domain.FollowUp;
using Marketplace.Domain.Organisations;
using Marketplace.Domain.People;
using Marketplace.Domain.Placements;
using Marketplace.Testing;
using Marketplace.Tests.Web.Work;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Marketplace.Tests.Web.Accounts;

/// <summary>Blocking: out at once everywhere, and everything that waits goes to a named colleague in the same act.</summary>
public sealed class BlockTests : IDisposable
{
    private readonly TestSite _site = new();

    public void Dispose() => _site.Dispose();

    [Theory]
    [InlineData("consulent@demo.example", "m.bos@demo.example")]
    [InlineData("jobcoach@demo.example", "l.smit@demo.example")]
    public async Task Whatever_waits_goes_to_a_named_colleague(string email, string colleague)
    {
        var (member, other) = (await _site.MemberAsync(email), await _site.MemberAsync(colleague));
        var before = await WaitingAsync(member) + await WaitingAsync(other);
        var steps = await _site.WithAsync(db => db.OpenSteps.Where(s => s.UserId == member.UserId && s.DoneAt == null && !s.IsVoid).Select(s => s.Id).ToListAsync());
        Assert.NotEmpty(steps);
        using var administrator = await _site.SignedInAsync("beheer");

        var page = await administrator.PostAsync(Address(member), "Blokkeer", ("In.Colleague", ""));
        Assert.Equal(["Er staat nog werk op naam. Kies een collega die het overneemt."], WorkSite.Errors(page));
        Assert.Null((await _site.MemberAsync(email)).BlockedAt);

        page = await administrator.PostAsync(Address(member), "Blokkeer", ("In.Colleague", other.UserId.ToString()));
        Assert.Equal(HttpStatusCode.Redirect, administrator.Status);
        Assert.NotNull((await _site.MemberAsync(email)).BlockedAt);
        Assert.Equal(0, await WaitingAsync(member));
        Assert.Equal(before, await WaitingAsync(other));
        Assert.All(await _site.WithAsync(db => db.OpenSteps.Where(s => steps.Contains(s.Id)).Select(s => s.UserId).ToListAsync()), user => Assert.Equal(other.UserId, user));
        Assert.False(await _site.WithAsync(db => db.Placements.AnyAsync(p => (p.State == PlacementState.Running || p.State == PlacementState.Agreed) && (p.CoachId == member.UserId || p.ConsultantId == member.UserId))));
        Assert.Contains("Niets", (await administrator.OpenAsync(Address(member))).Body!.TextContent, StringComparison.Ordinal);
        Assert.True(await _site.WithAsync(db => db.Audit.AnyAsync(a => a.Entity == nameof(OpenStep) && a.Fields.Contains("UserId"))));
        if (member.Role == Role.Consultant)
        {
            var people = await _site.WithAsync(db => db.People.AsNoTracking().Where(p => p.ConsultantId == other.UserId).ToListAsync());
            Assert.All(people, person => Assert.Equal(PackedPerson.Pack(person), person.Packed));
            Assert.True(await _site.WithAsync(db => db.Audit.AnyAsync(a => a.Entity == "Person" && a.Fields == "ConsultantId")));
        }
    }

    [Fact]
    public async Task A_colleague_of_another_organisation_or_role_takes_nothing_over()
    {
        var (member, coach) = (await _site.MemberAsync("consulent@demo.example"), await _site.MemberAsync("l.smit@demo.example"));
        using var administrator = await _site.SignedInAsync("beheer");

        await administrator.PostAsync(Address(member), "Blokkeer", ("In.Colleague", coach.UserId.ToString()));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, administrator.Status);
        Assert.Null((await _site.MemberAsync("consulent@demo.example")).BlockedAt);
        Assert.False(await _site.WithAsync(db => db.People.AnyAsync(p => p.ConsultantId == coach.UserId)));
    }

    [Fact]
    public async Task Who_is_blocked_is_out_at_once_and_comes_in_again_when_it_ends()
    {
        using var user = await _site.ComeInAsync("nieuw@gemeente.example");
        await user.OpenAsync("/kandidaten");
        Assert.Equal(HttpStatusCode.OK, user.Status);
        var member = await _site.MemberAsync("nieuw@gemeente.example");
        using var administrator = await _site.SignedInAsync("beheer");

        await administrator.PostAsync(Address(member), "Blokkeer");
        Assert.Contains("Geblokkeerd", (await administrator.OpenAsync("/beheer/gebruikers?zoek=nieuw@")).QuerySelector("table")!.TextContent, StringComparison.Ordinal);
        await user.OpenAsync("/kandidaten");
        Assert.Equal(HttpStatusCode.Redirect, user.Status);
        Assert.Contains("/inloggen", user.Location, StringComparison.Ordinal);
        using var again = _site.Visitor();
        var page = await again.SignInAsync("nieuw@gemeente.example", AccountSite.Password);
        Assert.Equal(["Uw account hoort nu niet bij een organisatie. Bel ons."], WorkSite.Errors(page));

        await administrator.PostAsync(Address(member), "Hef de blokkade op");
        await user.OpenAsync("/kandidaten");
        Assert.Equal(HttpStatusCode.Redirect, user.Status); // the old session stays ended
        await again.SignInAsync("nieuw@gemeente.example", AccountSite.Password);
        Assert.Equal("/te-doen", again.Location);
    }

    [Fact]
    public async Task Nobody_blocks_themselves()
    {
        var member = await _site.MemberAsync("beheer@demo.example");
        using var administrator = await _site.SignedInAsync("beheer");
        Assert.Contains("Dit bent u zelf.", (await administrator.OpenAsync(Address(member))).Body!.TextContent, StringComparison.Ordinal);

        var other = await _site.MemberAsync("beheer2@demo.example");
        var form = (await administrator.OpenAsync(Address(other))).QuerySelectorAll("main button").OfType<AngleSharp.Html.Dom.IHtmlButtonElement>().First();
        form.SetAttribute("formaction", $"{Address(member)}?handler=Block");
        var page = await administrator.PostAsync(form.Form!, form);

        Assert.Equal(["U kunt uzelf niet blokkeren. Vraag een andere beheerder."], WorkSite.Errors(page));
    }

    [Fact]
    public async Task An_administrator_of_another_region_is_not_there_and_one_of_two_regions_is_left_alone()
    {
        await PageSamples.MakeAsync(_site);
        var foreign = await _site.MemberAsync("ver@verweg.example");
        using var administrator = await _site.SignedInAsync("beheer");
        await administrator.OpenAsync(Address(foreign));
        Assert.Equal(HttpStatusCode.NotFound, administrator.Status);

        var own = await _site.MemberAsync("beheer2@demo.example");
        await _site.WithAsync(async db =>
        {
            var other = new Organisation("Werkcentrum Twee", OrganisationKind.Wsp, false);
            other.WorksIn("drechtsteden");
            other.WorksIn("parkstad");
            db.Add(other);
            db.Add(new Membership { UserId = own.UserId, OrganisationId = other.Id, Role = Role.Administrator });
            await db.SaveChangesAsync();
        });
        var two = await _site.WithAsync(db => db.Memberships.AsNoTracking().SingleAsync(m => m.UserId == own.UserId && m.Id != own.Id));
        var page = await administrator.OpenAsync(Address(two));
        Assert.Equal(HttpStatusCode.OK, administrator.Status);
        Assert.Empty(page.QuerySelectorAll("main form"));
    }

    [Fact]
    public async Task Nobody_to_take_over_is_no_reason_to_leave_an_account_open()
    {
        using var user = await _site.ComeInAsync("enige@bureau.example", Role.EmployerAdviser);
        var member = await _site.MemberAsync("enige@bureau.example");
        await _site.WithAsync(async db =>
        {
            (await db.Organisations.FirstAsync()).AdviserId = member.UserId;
            await db.SaveChangesAsync();
        });
        using var administrator = await _site.SignedInAsync("beheer");

        await administrator.PostAsync(Address(member), "Blokkeer");
        Assert.NotNull((await _site.MemberAsync("enige@bureau.example")).BlockedAt);

        using var colleague = await _site.ComeInAsync("tweede@bureau.example", Role.EmployerAdviser);
        var second = await _site.MemberAsync("tweede@bureau.example");
        await administrator.PostAsync(Address(member), "Geef door", ("In.Colleague", second.UserId.ToString()));
        Assert.Equal(1, await _site.WithAsync(db => db.Organisations.CountAsync(o => o.AdviserId == second.UserId)));
    }

    private static string Address(Membership member) => $"/beheer/gebruikers/{member.Id}";

    private Task<int> WaitingAsync(Membership member) => _site.WithAsync(async db =>
    {
        var actor = new Actor(member.UserId, "", member.OrganisationId, "", member.Role, false, ["drechtsteden"]);
        return await db.OpenSteps.OpenFor(actor).CountAsync(s => s.UserId == member.UserId) + await db.RemindersOf(actor).Open().CountAsync();
    });
}
