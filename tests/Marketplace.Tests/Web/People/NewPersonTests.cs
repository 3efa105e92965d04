using System.Net;
using Marketplace.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Marketplace.Tests.Web.People;

/// <summary>Registering a person: identity apart, an anonymous profile with a code.</summary>
public sealed class NewPersonTests(ConsultantAtWork work) : IClassFixture<ConsultantAtWork>
{
    private readonly TestSite _site = work.Site;
    private readonly WebVisitor _consultant = work.Consultant;

    [Fact]
    public async Task A_person_gets_a_code_and_an_open_profile_and_identity_goes_to_the_vault_only()
    {
        var id = await _consultant.RegisterAsync();

        var person = await _site.ReadAsync(id);
        Assert.Matches(@"^K-\d{5}$", person.Code);
        Assert.Equal("3311", person.Pc4);
        Assert.Empty(person.Capacities);
        Assert.False(person.IsComplete);
        await _site.WithAsync(async db =>
        {
            var user = await db.Users.SingleAsync(u => u.Email == "consulent@demo.example");
            var organisation = await db.Memberships.Where(m => m.UserId == user.Id).Select(m => m.OrganisationId).SingleAsync();
            Assert.Equal((user.Id, organisation), (person.ConsultantId, person.OrganisationId));
            Assert.True(await db.Organisations.AnyAsync(o => o.Id == organisation && o.Regions.Any(r => r.RegionCode == person.RegionCode)));
            var sealedText = await db.Identities.Where(i => i.PersonId == id).Select(i => i.Sealed).SingleAsync();
            Assert.DoesNotContain("Zilpha", sealedText, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("Quintum", string.Join(' ', await db.Audit.Select(a => a.Fields + a.Purpose + a.Subjects).ToListAsync()), StringComparison.OrdinalIgnoreCase);
        });
        var hub = await _consultant.OpenAsync($"/kandidaten/{id}");
        Assert.Equal("Zilpha van Quintum", hub.QuerySelector("h1")!.TextContent);
        Assert.Equal(5, hub.QuerySelectorAll("[aria-labelledby=vindbaar] li").Length);
    }

    [Fact]
    public async Task The_name_is_read_from_the_vault_with_a_logged_purpose_before_it_is_shown()
    {
        var id = await _consultant.RegisterAsync();
        await _consultant.OpenAsync($"/kandidaten/{id}");

        var reads = await _site.WithAsync(db => db.Audit.Where(a => a.Action == "ReadIdentity" && a.EntityId == id).ToListAsync());
        Assert.Equal("Kandidaat bekijken", Assert.Single(reads).Purpose);
    }

    [Theory]
    [InlineData("In.FirstName", "", "Vul de voornaam in.")]
    [InlineData("In.FirstName", "123456782", "Gebruik in een naam alleen letters.")]
    [InlineData("In.LastName", "x@y.nl", "Gebruik in een naam alleen letters.")]
    [InlineData("In.Postcode", "", "Vul de postcode in, zoals 3311 AB.")]
    [InlineData("In.Postcode", "3311", "Vul de postcode in, zoals 3311 AB.")]
    [InlineData("In.Postcode", "1000 AA", "Deze postcode bestaat niet.")]
    [InlineData("In.Phone", "12 34", "Vul een telefoonnummer in")]
    [InlineData("In.Phone", "999990056", "Vul een telefoonnummer in")]
    [InlineData("In.Email", "zilpha", "Vul een e-mailadres in")]
    [InlineData("In.BirthDate.Jaar", "2030", "Kijk de geboortedatum na.")]
    [InlineData("In.BirthDate.Maand", "", "Vul ook de maand in")]
    public async Task A_wrong_answer_is_told_and_everything_that_was_typed_stays(string field, string value, string sentence)
    {
        (string Name, string? Value)[] typed =
        [
            ("In.FirstName", "Zilpha"), ("In.LastName", "van Quintum"), ("In.Postcode", "3311 AB"), ("In.Phone", "06 12345678"), ("In.Email", "z@voorbeeld.nl"),
            ("In.BirthDate.Dag", "5"), ("In.BirthDate.Maand", "12"), ("In.BirthDate.Jaar", "1990"),
        ];
        var before = await _site.WithAsync(db => db.People.CountAsync());

        var page = await _consultant.PostAsync("/kandidaten/nieuw", "Bewaar en verder", [.. typed.Where(t => t.Name != field), (field, value)]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, _consultant.Status);
        Assert.Contains(sentence, page.Errors(), StringComparison.Ordinal);
        foreach (var (name, kept) in typed.Where(t => t.Name != field))
            Assert.Equal(kept, page.Value(name));
        Assert.Equal(value, page.Value(field));
        Assert.Equal(before, await _site.WithAsync(db => db.People.CountAsync()));
    }

    [Fact]
    public async Task An_empty_form_says_what_is_needed()
    {
        var page = await _consultant.PostAsync("/kandidaten/nieuw", "Bewaar en verder");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, _consultant.Status);
        Assert.Equal(
            ["Vul de voornaam in.", "Vul de achternaam in.", "Vul de geboortedatum in, zoals 5 12 1990.", "Vul de postcode in, zoals 3311 AB."],
            page.QuerySelectorAll("#fouten li").Select(l => l.TextContent));
    }
}
