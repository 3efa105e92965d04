using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Marketplace.Data;
using Marketplace.Domain.Shared;
using Marketplace.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Marketplace.Tests.Web.Pages;

/// <summary>Two people at the same form: the second sees what the first saved, and loses nothing.</summary>
public sealed class ConflictTests : IAsyncLifetime
{
    private const string Kept = "Uw antwoorden staan er nog.";

    private readonly TestSite _site = new();
    private IReadOnlyList<PageSample> _samples = [];

    public async ValueTask InitializeAsync() => _samples = await PageSamples.MakeAsync(_site);

    public ValueTask DisposeAsync()
    {
        _site.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Every_form_with_a_version_tells_that_it_is_stale_and_can_be_sent_again()
    {
        List<string> faults = [], told = [];
        foreach (var account in _samples.Where(s => s.Account is not null).GroupBy(s => s.Account!))
        {
            using var visitor = await _site.SignedInAsync(account.Key);
            foreach (var sample in account)
            {
                var forms = FormsOf(await visitor.OpenAsync(sample.Address)).Count;
                for (var nth = 0; nth < forms; nth++)
                {
                    var page = await visitor.OpenAsync(sample.Address);
                    if (FormsOf(page).Count <= nth)
                        break; // sending another one took it away
                    await ChangeBehindAsync(sample, VersionOf(FormsOf(page)[nth]));
                    var again = await SendAsync(visitor, FormsOf(page)[nth]);
                    if (visitor.Status == HttpStatusCode.UnprocessableEntity && !visitor.Html.Contains(Kept, StringComparison.Ordinal))
                        continue; // an answer is missing in the form as it opens; that is said first
                    told.Add(sample.Page);
                    if (visitor.Status != HttpStatusCode.UnprocessableEntity || FormsOf(again).Count <= nth)
                    {
                        faults.Add($"{sample} form {nth}: {(int)visitor.Status} {visitor.Location} after a change of somebody else");
                        continue;
                    }

                    await SendAsync(visitor, FormsOf(again)[nth]);
                    if (visitor.Html.Contains(Kept, StringComparison.Ordinal) || (int)visitor.Status >= 500)
                        faults.Add($"{sample} form {nth}: {(int)visitor.Status}, cannot be sent again");
                }
            }
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults));
        Assert.Superset(
            new HashSet<string>(["/Work/EditTask", "/Work/JobTerms", "/People/Sheets/Who", "/People/Sheets/Wishes", "/Placements/Terms", "/Scans/Question"]),
            told.ToHashSet());
    }

    [Fact]
    public async Task Both_values_stand_at_the_field_and_what_is_the_same_says_nothing()
    {
        var address = _samples.First(s => s.Page == "/Work/EditTask").Address;
        using var first = await _site.SignedInAsync("werkgever");
        using var second = await _site.SignedInAsync("werkgever");
        var opened = await second.OpenAsync(address);
        await first.PostAsync(address, "Bewaar", ("In.Name", "Pakketten sorteren"));
        Assert.Equal(HttpStatusCode.Redirect, first.Status);

        var conflict = await SendAsync(second, FormsOf(opened)[0], ("In.Name", "Pakketten inpakken"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, second.Status);
        var field = conflict.QuerySelector<IHtmlInputElement>("#In_Name")!;
        Assert.Equal("Pakketten inpakken", field.Value);
        var stored = conflict.QuerySelectorAll(".pw-stored");
        Assert.Equal(["Nu opgeslagen: Pakketten sorteren"], stored.Select(s => s.TextContent));
        Assert.Contains(stored[0].Id!, field.GetAttribute("aria-describedby")!.Split(' '));
        Assert.StartsWith("U hebt dit zelf veranderd op", conflict.QuerySelector("#fouten li")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(address, conflict.QuerySelector("#fouten p a")!.GetAttribute("href"));

        await SendAsync(second, FormsOf(conflict)[0]);
        Assert.Equal(HttpStatusCode.Redirect, second.Status);
        Assert.Equal("Pakketten inpakken", (await second.OpenAsync(address)).QuerySelector<IHtmlInputElement>("#In_Name")!.Value);
    }

    private static List<IHtmlFormElement> FormsOf(IHtmlDocument page) =>
        [.. page.QuerySelectorAll("main form[method=post]").OfType<IHtmlFormElement>().Where(f => VersionOf(f) != Guid.Empty)];

    private static Guid VersionOf(IHtmlFormElement form) => form.Elements.OfType<IHtmlInputElement>()
        .Where(i => i.Name?.EndsWith(".Version", StringComparison.Ordinal) == true).Select(i => Guid.Parse(i.Value)).FirstOrDefault(v => v != Guid.Empty);

    /// <summary>Presses the button that saves, as somebody would who typed an answer.</summary>
    private static Task<IHtmlDocument> SendAsync(WebVisitor visitor, IHtmlFormElement form, params (string, string?)[] changes) =>
        visitor.PostAsync(form, form.Elements.OfType<IHtmlButtonElement>().OrderByDescending(b => b.TextContent.Contains("Bewaar", StringComparison.Ordinal)).FirstOrDefault(), changes);

    private Task<bool> ChangeBehindAsync(PageSample sample, Guid version) => _site.WithAsync(async db =>
    {
        foreach (var type in db.Model.GetEntityTypes().Select(e => e.ClrType).Where(t => t.IsSubclassOf(typeof(Root))))
        {
            var change = typeof(ConflictTests).GetMethod(nameof(ChangeAsync), System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static)!.MakeGenericMethod(type);
            if (await (Task<bool>)change.Invoke(null, [db, version])!)
                return true;
        }

        throw new InvalidOperationException($"{sample}: no row has version {version}.");
    });

    private static async Task<bool> ChangeAsync<TRoot>(MarketplaceDbContext db, Guid version)
        where TRoot : Root =>
        await db.Set<TRoot>().IgnoreQueryFilters().Where(r => r.Version == version).TagWith("ConflictTests.Change")
            .ExecuteUpdateAsync(set => set.SetProperty(r => r.Version, Guid.NewGuid())) > 0;
}
