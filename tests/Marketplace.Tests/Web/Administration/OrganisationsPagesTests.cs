using System.Net;
using AngleSharp.Html.Dom;
using Marketplace.Domain.Organisations;
using Marketplace.Testing;
using Marketplace.Tests.Web.Work;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Marketplace.Tests.Web.Administration;

/// <summary>An administrator makes and corrects organisations of the own regions, and no other row is seen or changed.</summary>
public sealed class OrganisationsPagesTests(OrganisationsPagesTests.Fixture fixture) : IClassFixture<OrganisationsPagesTests.Fixture>
{
    private const string New = "/beheer/organisaties/nieuw";
    private const string List = "/beheer/organisaties";

    private readonly TestSite _site = fixture.Site;

    /// <summary>One site with rows of another region, and one organisation that works in both.</summary>
    public sealed class Fixture : IAsyncLifetime
    {
        public TestSite Site { get; } = new();

        public Guid Foreign { get; private set; }

        public Guid Both { get; private set; }

        public async ValueTask InitializeAsync()
        {
            await PageSamples.MakeAsync(Site);
            await Site.WithAsync(async db =>
            {
                Foreign = await db.Organisations.Where(o => o.Name == "Fabriek Verweg").Select(o => o.Id).SingleAsync();
                var both = new Organisation("Veerdienst Overal", OrganisationKind.Company, false);
                both.WorksIn("drechtsteden");
                both.WorksIn("parkstad");
                both.AddSite("Dordrecht", "3311");
                db.Add(both);
                await db.SaveChangesAsync();
                Both = both.Id;
            });
        }

        public ValueTask DisposeAsync()
        {
            Site.Dispose();
            return ValueTask.CompletedTask;
        }
    }

    [Fact]
    public async Task Who_makes_an_organisation_is_led_to_its_first_user()
    {
        using var administrator = await _site.SignedInAsync("beheer");

        await administrator.PostAsync(New, "Maak de organisatie", Form("Coöperatie De Brug", OrganisationKind.Cooperative));
        var page = await administrator.OpenAsync(administrator.Location!);
        Assert.Contains("Hier kan nog niemand inloggen", page.Body!.TextContent, StringComparison.Ordinal);
        var made = await _site.WithAsync(db => db.Organisations.Include(o => o.Regions).Include(o => o.Sites).AsSplitQuery().AsNoTracking().SingleAsync(o => o.Name == "Coöperatie De Brug"));
        Assert.Equal((OrganisationKind.Cooperative, false, "drechtsteden"), (made.Kind, made.IsNonProfit, Assert.Single(made.Regions).RegionCode));
        Assert.Equal(("Dordrecht", "3311"), (Assert.Single(made.Sites).Place, made.Sites[0].Pc4));
        Assert.True(await _site.WithAsync(db => db.Audit.AnyAsync(a => a.Entity == nameof(Organisation) && a.EntityId == made.Id)));

        var invite = await administrator.OpenAsync(page.QuerySelectorAll("main a").Single(a => a.TextContent.Contains("Nodig de eerste gebruiker uit", StringComparison.Ordinal)).GetAttribute("href")!);
        Assert.Equal(made.Id.ToString(), WorkSite.Value(invite, "In.Organisation"));
        await administrator.PostAsync((IHtmlFormElement)invite.QuerySelector("main form[method=post]")!, null, ("In.Role", nameof(Role.CooperativeManager)), ("In.Name", "B. Rug"), ("In.Email", "brug@voorbeeld.example"));
        Assert.Equal("/uitnodigen", administrator.Location);
        Assert.DoesNotContain("Hier kan nog niemand inloggen", (await administrator.OpenAsync($"{List}/{made.Id}")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Retourhuis De Kil")]
    [InlineData("RETOURHUIS DE KIL")]
    [InlineData("  Retourhuis  de kíl ")]
    public async Task A_name_that_is_there_already_is_refused_and_what_was_typed_stays(string name)
    {
        using var administrator = await _site.SignedInAsync("beheer");

        var page = await administrator.PostAsync(New, "Maak de organisatie", Form(name, OrganisationKind.Company));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, administrator.Status);
        Assert.Equal([$"In deze regio is er al een organisatie die ‘{name.Trim()}’ heet. Zoek haar op, of kies een andere naam."], WorkSite.Errors(page));
        Assert.Equal((name, "3311"), (WorkSite.Value(page, "In.Name"), WorkSite.Value(page, "In.Pc4")));
        Assert.NotNull(page.QuerySelector("input[name='In.Kind'][value=Company][checked]"));
    }

    [Fact]
    public async Task The_same_name_in_another_region_says_nothing_and_a_region_of_somebody_else_is_not_taken()
    {
        using var administrator = await _site.SignedInAsync("beheer");

        await administrator.PostAsync(New, "Maak de organisatie", [.. Form("Fabriek Verweg", OrganisationKind.Company), ("In.Regions", "parkstad")]);

        Assert.Equal(HttpStatusCode.Redirect, administrator.Status);
        var made = Guid.Parse(administrator.Location!.Split('/')[^1]);
        Assert.Equal(["drechtsteden"], await _site.WithAsync(db => db.Organisations.Where(o => o.Id == made).SelectMany(o => o.Regions).Select(r => r.RegionCode).ToListAsync()));
    }

    [Fact]
    public async Task What_is_missing_or_wrong_is_said_at_its_field()
    {
        using var administrator = await _site.SignedInAsync("beheer");

        var page = await administrator.PostAsync(New, "Maak de organisatie", ("In.Name", ""), ("In.Pc4", "0000"), ("In.Phone", "bel maar"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, administrator.Status);
        Assert.Equal(
            ["Vul de naam van de organisatie in.", "Kies wat voor organisatie het is.", "Vul een bestaande postcode in, zoals 3311.", "Vul een telefoonnummer in, zoals 078 000 00 10."],
            WorkSite.Errors(page));
    }

    [Fact]
    public async Task An_administrator_of_more_regions_chooses_among_these_and_no_other()
    {
        using var administrator = await _site.SignedInAsync("beheer");
        var own = await _site.WithAsync(async db =>
        {
            db.Regions.Add(new Region { Code = "zeeland", Name = "Zeeland" });
            var organisation = await db.Memberships.Where(m => m.Role == Role.Administrator && db.Users.Any(u => u.Id == m.UserId && u.Email == "beheer@demo.example")).Select(m => m.OrganisationId).SingleAsync();
            db.Add(new OrganisationRegion { OrganisationId = organisation, RegionCode = "zeeland" });
            await db.SaveChangesAsync();
            return organisation;
        });
        try
        {
            var choices = (await administrator.OpenAsync(New)).QuerySelectorAll("input[name='In.Regions']").OfType<IHtmlInputElement>().Select(i => i.Value).ToList();
            Assert.Equal(["drechtsteden", "zeeland"], choices);
            foreach (var regions in new[] { Array.Empty<string>(), ["parkstad"], ["zeeland", "parkstad"] })
            {
                var page = await administrator.PostAsync(New, "Maak de organisatie", [.. Form("Zeehuis", OrganisationKind.School), .. regions.Select(r => ("In.Regions", (string?)r))]);
                Assert.Equal(["Kies ten minste één regio uit de lijst."], WorkSite.Errors(page));
            }

            await administrator.PostAsync(New, "Maak de organisatie", [.. Form("Zeehuis", OrganisationKind.School), ("In.Regions", "zeeland")]);
            Assert.Equal(HttpStatusCode.Redirect, administrator.Status);
        }
        finally
        {
            await _site.WithAsync(db => db.Set<OrganisationRegion>().Where(r => r.OrganisationId == own && r.RegionCode == "zeeland").ExecuteDeleteAsync());
        }

        // Without that region it is not there any more.
        Assert.Contains("Geen organisatie gevonden", (await administrator.OpenAsync($"{List}?zoek=zeehuis")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_list_is_that_of_the_own_regions_and_forgives_capitals()
    {
        await _site.WithAsync(async db =>
        {
            var organisation = new Organisation("Ökohof 100% Groen", OrganisationKind.Association, false);
            organisation.WorksIn("drechtsteden");
            db.Add(organisation);
            await db.SaveChangesAsync();
        });
        using var administrator = await _site.SignedInAsync("beheer");

        Assert.Equal(["Retourhuis De Kil"], Names(await administrator.OpenAsync($"{List}?zoek=RETOURHUIS")));
        Assert.Equal(["Ökohof 100% Groen"], Names(await administrator.OpenAsync($"{List}?zoek={Uri.EscapeDataString("ökoHOF")}")));
        Assert.Equal(["Ökohof 100% Groen"], Names(await administrator.OpenAsync($"{List}?zoek={Uri.EscapeDataString("%")}")));
        Assert.NotEmpty(Names(await administrator.OpenAsync($"{List}?zoek=dordrecht")));
        Assert.Contains("Geen organisatie gevonden", (await administrator.OpenAsync($"{List}?zoek={Uri.EscapeDataString("Gemeente Verweg")}")).Body!.TextContent, StringComparison.Ordinal);

        // Who is blocked does not count.
        var kil = await _site.WithAsync(db => db.Organisations.Where(o => o.Name == "Retourhuis De Kil").Select(o => o.Id).SingleAsync());
        var active = await _site.WithAsync(db => db.Memberships.Where(m => m.OrganisationId == kil).Select(m => m.UserId).Distinct().CountAsync());
        await _site.WithAsync(async db =>
        {
            var member = new Membership { UserId = await db.Users.Where(u => u.Email == "beleid@demo.example").Select(u => u.Id).SingleAsync(), OrganisationId = kil, Role = Role.Employer };
            member.Block(_site.Now);
            db.Add(member);
            await db.SaveChangesAsync();
        });
        var row = (await administrator.OpenAsync($"{List}?zoek=retourhuis")).QuerySelector("main tbody tr")!;
        Assert.Equal($"{active} bij Retourhuis De Kil", row.QuerySelector("td.pw-num")!.TextContent.Trim());
        Assert.Contains("Dordrecht", row.TextContent, StringComparison.Ordinal);
        Assert.Contains("Bedrijf", row.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Name_place_and_telephone_are_corrected_and_a_stale_form_says_so()
    {
        var id = await _site.WithAsync(async db =>
        {
            var organisation = new Organisation("Werkpalts Zuid", OrganisationKind.Company, false);
            organisation.WorksIn("drechtsteden");
            db.Add(organisation);
            await db.SaveChangesAsync();
            return organisation.Id;
        });
        using var administrator = await _site.SignedInAsync("beheer");
        var stale = await administrator.OpenAsync($"{List}/{id}");

        await administrator.PostAsync($"{List}/{id}", "Bewaar", ("In.Name", "Werkplaats Zuid"), ("In.Pc4", "3311 AB"), ("In.Phone", "078 000 00 99"));
        Assert.Equal($"{List}/{id}", administrator.Location);
        var now = await _site.WithAsync(db => db.Organisations.Include(o => o.Sites).AsNoTracking().SingleAsync(o => o.Id == id));
        Assert.Equal(("Werkplaats Zuid", "3311", "078 000 00 99"), (now.Name, Assert.Single(now.Sites).Pc4, now.Phone));

        var page = await administrator.PostAsync((IHtmlFormElement)stale.QuerySelector("main form[method=post]")!, null, ("In.Name", "Werkplaats Noord"), ("In.Pc4", "3311"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, administrator.Status);
        Assert.Equal("Werkplaats Noord", WorkSite.Value(page, "In.Name"));
        page = await administrator.PostAsync($"{List}/{id}", "Bewaar", ("In.Name", "retourhuis de kil"));
        Assert.StartsWith("In deze regio is er al", Assert.Single(WorkSite.Errors(page)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_of_another_region_is_neither_seen_nor_changed()
    {
        using var administrator = await _site.SignedInAsync("beheer");
        var own = await administrator.OpenAsync(New);
        var form = (IHtmlFormElement)own.QuerySelector("main form[method=post]")!;
        form.SetAttribute("action", $"{List}/{fixture.Foreign}");
        await administrator.PostAsync(form, null, ("In.Name", "Overgenomen"), ("In.Pc4", "3311"));
        Assert.Equal(HttpStatusCode.NotFound, administrator.Status);

        // Of two regions: seen, and not changed by who has one.
        var page = await administrator.OpenAsync($"{List}/{fixture.Both}");
        Assert.Contains("werkt ook in een andere regio", page.Body!.TextContent, StringComparison.Ordinal);
        form.SetAttribute("action", $"{List}/{fixture.Both}");
        await administrator.PostAsync(form, null, ("In.Name", "Overgenomen"), ("In.Pc4", "3311"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, administrator.Status);
        Assert.False(await _site.WithAsync(db => db.Organisations.AnyAsync(o => o.Name == "Overgenomen")));
    }

    private static (string, string?)[] Form(string name, OrganisationKind kind) => [("In.Name", name), ("In.Kind", kind.ToString()), ("In.Pc4", "3311")];

    private static List<string> Names(IHtmlDocument page) => [.. page.QuerySelectorAll("main tbody th a").Select(a => a.TextContent)];
}
