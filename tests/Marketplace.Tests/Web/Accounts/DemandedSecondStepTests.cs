using System.Net;
using Marketplace.Domain.Organisations;
using Marketplace.Testing;
using Marketplace.Tests.Web.Work;
using Marketplace.Web.Access;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Marketplace.Tests.Web.Accounts;

/// <summary>Where it is demanded, an administrator without a second step gets no further than the page that turns it on.</summary>
public sealed class DemandedSecondStepTests : IDisposable
{
    private readonly TestSite _site = new(settings: new Dictionary<string, string?> { ["SignIn:DemandSecondStep"] = "true" });

    public void Dispose() => _site.Dispose();

    [Theory]
    [InlineData("Production", true)]
    [InlineData("Development", false)]
    public void It_is_demanded_of_administrators_everywhere_but_in_development(string environment, bool demanded)
    {
        using var site = new TestSite(environment, empty: true);
        var demand = site.Services.GetRequiredService<SecondStepDemand>();

        Assert.All(Enum.GetValues<Role>(), role => Assert.Equal(demanded && role == Role.Administrator, demand.IsFor(role)));
        Assert.False(demand.IsFor(null));
    }

    [Fact]
    public async Task Before_it_is_on_every_page_of_an_administrator_leads_to_it_and_no_form_does_anything()
    {
        var pages = (await PageSamples.MakeAsync(_site)).Where(s => s.Account == "beheer" && s.Page != "/Account/Authenticator").Select(s => s.Address).Distinct().ToList();
        Assert.True(pages.Count > 10);
        using var administrator = await _site.SignedInAsync("beheer");
        foreach (var address in pages.Append("/start").Append("/beheer/hangfire"))
        {
            await administrator.OpenAsync(address);
            Assert.Equal((address, HttpStatusCode.Redirect, "/account/code"), (address, administrator.Status, administrator.Location));
        }

        var page = await administrator.OpenAsync("/account/code");
        Assert.Contains("U bent beheerder. Zet eerst de code aan, daarna kunt u verder.", page.Body!.TextContent, StringComparison.Ordinal);
        var form = AccountSite.FormOf(page);
        form.Action = "/beheer/organisaties/nieuw";
        await administrator.PostAsync(form, null, ("In.Name", "Stiekem BV"), ("In.Kind", "Company"), ("In.Regions", "drechtsteden"));
        Assert.Equal("/account/code", administrator.Location);
        Assert.False(await _site.WithAsync(db => db.Organisations.AnyAsync(o => o.Name == "Stiekem BV")));
        foreach (var open in new[] { "/hulp", "/privacy", "/css/app.css" })
        {
            await administrator.OpenAsync(open);
            Assert.Equal((open, HttpStatusCode.OK), (open, administrator.Status));
        }
    }

    [Fact]
    public async Task Once_it_is_on_everything_opens_and_it_cannot_be_turned_off()
    {
        using var administrator = await _site.SignedInAsync("beheer");
        await administrator.TurnOnCodeAsync(_site.Clock);
        await administrator.OpenAsync("/beheer");
        Assert.Equal(HttpStatusCode.OK, administrator.Status);

        var page = await administrator.OpenAsync("/account/code");
        Assert.DoesNotContain("Zet de code uit", page.Body!.TextContent, StringComparison.Ordinal);
        var button = AccountSite.ButtonOf(page);
        button.SetAttribute("formaction", "/account/code?handler=TurnOff");
        await administrator.PostAsync(AccountSite.FormOf(page), button);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, administrator.Status);
        Assert.True(await _site.WithAsync(db => db.Users.AnyAsync(u => u.Email == "beheer@demo.example" && u.TwoFactorEnabled)));
    }

    [Fact]
    public async Task Nobody_else_is_asked()
    {
        foreach (var (account, _) in Pages.SampledSite.RoleOfAccount.Where(a => a.Value != Role.Administrator))
        {
            using var visitor = await _site.SignedInAsync(account);
            var page = await visitor.GoAsync("/te-doen");
            Assert.Equal((account, HttpStatusCode.OK, 0), (account, visitor.Status, WorkSite.Errors(page).Count));
            Assert.NotEqual("Code op uw telefoon", page.QuerySelector("h1")!.TextContent);
        }
    }
}
