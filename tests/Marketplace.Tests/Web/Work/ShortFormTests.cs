using System.Net;
using Marketplace.Domain.FollowUp;
using Marketplace.Domain.Organisations;
using Marketplace.Domain.Work;
using Marketplace.Testing;
using Marketplace.Tests.Web.Accounts;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Marketplace.Tests.Web.Work;

/// <summary>"Ik heb werk" without an account: a concept, an item for the adviser, and then an invitation.</summary>
public sealed class ShortFormTests : IDisposable
{
    private const string Address = "/ik-heb-werk";

    private readonly TestSite _site = new();

    public void Dispose() => _site.Dispose();

    [Fact]
    public async Task Work_left_over_becomes_a_concept_and_the_adviser_calls_and_invites()
    {
        using var visitor = _site.Visitor();
        Assert.NotNull((await visitor.OpenAsync("/")).QuerySelector($"main a[href='{Address}']"));
        await visitor.PostAsync(Address, "Bel mij", Answers());
        Assert.Equal(Address, visitor.Location);
        var page = await visitor.OpenAsync(Address);
        Assert.Contains("belt u vóór of op donderdag 26 november", page.Body!.TextContent, StringComparison.Ordinal);

        var job = await _site.WithAsync(db => db.Jobs.Include(j => j.Tasks).AsNoTracking().SingleAsync(j => j.ContactName == "Piet Kers"));
        Assert.Equal((JobState.Concept, "drechtsteden", "3311", "078 000 00 55"), (job.State, job.RegionCode, job.Pc4, job.ContactPhone));
        Assert.Equal(270, Assert.Single(job.Tasks).Rhythm.MinutesPerWeek);
        var step = await _site.WithAsync(db => db.OpenSteps.AsNoTracking().SingleAsync(s => s.Kind == StepKind.CallAndInvite));
        Assert.Equal((job.Id, Recipient.Adviser, new DateOnly(2026, 11, 26)), (step.JobId, step.Recipient, step.DueOn));
        Assert.Equal("", await _site.WithAsync(db => db.History.Where(h => h.EntityId == job.Id).Select(h => h.ByOrganisationId.ToString() ?? "").FirstAsync()));

        using var adviser = await _site.SignedInAsync("adviseur");
        var inbox = await adviser.OpenAsync("/te-doen");
        Assert.Contains("Nieuw werk, nog zonder account: bel en nodig uit", inbox.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("078 000 00 55", inbox.Body.TextContent, StringComparison.Ordinal);
        var details = await adviser.OpenAsync($"/functies/{job.Id}");
        var invite = details.QuerySelector("main a[href^='/uitnodigen']")!.GetAttribute("href")!;
        await adviser.PostAsync(invite, "Stuur de uitnodiging", ("In.Name", "Piet Kers"), ("In.Email", "piet@bakkerij.example"));
        Assert.Equal("/uitnodigen", adviser.Location);

        using var employer = _site.Visitor();
        await employer.PostAsync(await _site.LinkAsync("piet@bakkerij.example"), "Doe mee", ("In.Password", AccountSite.Password));
        Assert.Equal("/werk", employer.Location);
        await employer.OpenAsync($"/functies/{job.Id}");
        Assert.Equal(HttpStatusCode.OK, employer.Status);
    }

    [Fact]
    public async Task Nobody_but_the_adviser_sees_the_concept()
    {
        using var visitor = _site.Visitor();
        await visitor.PostAsync(Address, "Bel mij", Answers());
        var job = await _site.WithAsync(db => db.Jobs.Where(j => j.ContactName == "Piet Kers").Select(j => j.Id).SingleAsync());

        foreach (var account in new[] { "werkgever", "jobcoach", "consulent" })
        {
            using var other = await _site.SignedInAsync(account);
            await other.OpenAsync($"/functies/{job}");
            Assert.Equal((account, HttpStatusCode.NotFound), (account, other.Status));
        }
    }

    [Theory]
    [InlineData("In.Work", "", "Schrijf op welk werk blijft liggen.")]
    [InlineData("In.Work", "Taken van Jan de Vries, 06 12345678", "telefoonnummer")]
    [InlineData("In.Hours", "veel", "Vul een getal in")]
    [InlineData("In.Hours", "61", "Vul een getal in van 0,25 tot en met 60.")]
    [InlineData("In.Pc4", "0001", "Vul een bestaande postcode in, zoals 3311.")]
    [InlineData("In.Pc4", "9711", "In deze regio werken wij nog niet.")]
    [InlineData("In.Phone", "bel maar", "Vul een telefoonnummer in")]
    [InlineData("In.Email", "piet", "Vul een e-mailadres in")]
    [InlineData("In.Sector", "bestaat-niet", "Kies een branche uit de lijst.")]
    public async Task What_cannot_be_is_refused_with_what_was_typed_and_nothing_is_kept(string field, string value, string error)
    {
        using var visitor = _site.Visitor();
        var page = await visitor.PostAsync(Address, "Bel mij", [.. Answers().Where(a => a.Item1 != field), (field, value)]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, visitor.Status);
        Assert.Contains(error, string.Join('\n', WorkSite.Errors(page)), StringComparison.Ordinal);
        Assert.Equal("Piet Kers", WorkSite.Value(page, "In.Name"));
        Assert.False(await _site.WithAsync(db => db.Organisations.AnyAsync(o => o.Name == "Bakkerij Kers")));
    }

    [Fact]
    public async Task Who_sends_it_again_and_again_is_stopped_and_the_name_of_somebody_else_tells_nothing()
    {
        using var visitor = _site.Visitor();
        for (var i = 0; i < SignInTries.Most; i++)
        {
            await visitor.PostAsync(Address, "Bel mij", [.. Answers().Where(a => a.Item1 != "In.Organisation"), ("In.Organisation", "Retourhuis De Kil")]);
            Assert.Equal(HttpStatusCode.Redirect, visitor.Status);
            await visitor.OpenAsync(Address);
        }

        var page = await visitor.PostAsync(Address, "Bel mij", Answers());
        Assert.Equal(["U stuurde dit al een paar keer. Bel ons, of wacht een kwartier."], WorkSite.Errors(page));
    }

    private static (string, string?)[] Answers() =>
    [
        ("In.Work", "Broodkratten schoonmaken"), ("In.Hours", "4,5"), ("In.Organisation", "Bakkerij Kers"), ("In.NonProfit", "false"), ("In.Sector", "food"),
        ("In.Pc4", "3311"), ("In.Name", "Piet Kers"), ("In.Phone", "078 000 00 55"), ("In.Email", "piet@bakkerij.example"),
    ];
}
