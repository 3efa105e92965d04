using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Marketplace.Data;
using Marketplace.Domain.Shared;
using Marketplace.Domain.Work;
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
        using var second = await _site.SignedInAsync("werkgever");
        var conflict = await ConflictAsync(
            second, "werkgever", address,
            [("In.Name", "Pakketten sorteren")],
            [("In.Name", "Pakketten inpakken")]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, second.Status);
        var field = conflict.QuerySelector<IHtmlInputElement>("#In_Name")!;
        Assert.Equal("Pakketten inpakken", field.Value);
        var stored = conflict.QuerySelectorAll(".pw-stored");
        Assert.Equal(["Nu opgeslagen: Pakketten sorteren"], stored.Select(s => s.FirstElementChild!.TextContent));
        Assert.Contains(stored[0].FirstElementChild!.Id!, field.GetAttribute("aria-describedby")!.Split(' '));
        Assert.Equal(["#In_Name"], conflict.QuerySelectorAll("#fouten li a").Select(a => a.GetAttribute("href")));
        Assert.StartsWith("U hebt dit zelf veranderd op", conflict.QuerySelector("#fouten li")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(address, conflict.QuerySelector("#fouten p a")!.GetAttribute("href"));

        await SendAsync(second, FormsOf(conflict)[0]);
        Assert.Equal(HttpStatusCode.Redirect, second.Status);
        Assert.Equal("Pakketten inpakken", (await second.OpenAsync(address)).QuerySelector<IHtmlInputElement>("#In_Name")!.Value);
    }

    [Fact]
    public async Task Of_each_field_the_own_or_the_stored_answer_is_chosen()
    {
        var address = _samples.First(s => s.Page == "/Work/EditTask").Address;
        using var second = await _site.SignedInAsync("werkgever");
        var conflict = await ConflictAsync(
            second, "werkgever", address,
            [("In.Name", "Pakketten sorteren"), ("In.Minutes", "50"), ("In.MayMove", "false"), ("In.SeasonFrom", "4"), ("In.SeasonTo", "9"), ("In.Demands[B1]", "2")],
            [("In.Name", "Pakketten inpakken"), ("In.Minutes", "60"), ("In.MayMove", "true"), ("In.SeasonFrom", "5"), ("In.SeasonTo", "10"), ("In.Demands[B1]", "1")]);

        // One box at each, and a link to each from the summary; the word that cannot be read is no trouble where the stored number is chosen.
        string[] differing = ["In.Name", "In.Minutes", "In.MayMove", "In.SeasonFrom", "In.SeasonTo", "In.Demands[B1]"];
        Assert.Equal(differing, conflict.QuerySelectorAll<IHtmlInputElement>("input[name=_neem]").Select(i => i.Value));
        Assert.Equal(differing.Length, conflict.QuerySelectorAll("#fouten li a").Length);
        await SendAsync(second, FormsOf(conflict)[0], ("In.Minutes", "vijftig"), ("_neem", "In.Name"), ("_neem", "In.Minutes"), ("_neem", "In.MayMove"), ("_neem", "In.SeasonTo"), ("_neem", "In.Demands[B1]"));

        Assert.Equal(HttpStatusCode.Redirect, second.Status);
        var id = Guid.Parse(address.Split('/')[^1]);
        var task = await _site.WithAsync(db => db.WorkTasks.SingleAsync(t => t.Id == id));
        Assert.Equal(("Pakketten sorteren", 50, false, 5, 9, 2), (task.Name, task.Rhythm.Minutes, task.MayMove, task.SeasonFrom, task.SeasonTo, task.Demands["B1"]));
    }

    [Fact]
    public async Task Boxes_that_were_ticked_are_chosen_as_a_list()
    {
        var address = _samples.First(s => s.Page == "/People/Sheets/Wishes").Address;
        using var second = await _site.SignedInAsync("consulent");
        var conflict = await ConflictAsync(
            second, "consulent", address,
            [("In.Sectors", "logistics"), ("In.Sectors", "green")],
            [("In.Sectors", "care")]);
        var stored = Assert.Single(conflict.QuerySelectorAll(".pw-stored"));
        Assert.Equal("Nu opgeslagen: logistiek, groen", stored.FirstElementChild!.TextContent, ignoreCase: true);
        await SendAsync(second, FormsOf(conflict)[0], ("_neem", "In.Sectors"));

        Assert.Equal(HttpStatusCode.Redirect, second.Status);
        var boxes = (await second.OpenAsync(address)).QuerySelectorAll<IHtmlInputElement>("input[name='In.Sectors']").Where(i => i.IsChecked).Select(i => i.Value);
        Assert.Equal(["green", "logistics"], boxes.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task What_was_typed_for_a_task_that_is_gone_can_be_copied()
    {
        var address = _samples.First(s => s.Page == "/Work/EditTask").Address;
        using var visitor = await _site.SignedInAsync("werkgever");
        var form = FormsOf(await visitor.OpenAsync(address))[0];
        var id = Guid.Parse(address.Split('/')[^1]);
        await _site.WithAsync(db => db.WorkTasks.Where(t => t.Id == id).TagWith("ConflictTests.Delete").ExecuteUpdateAsync(set => set.SetProperty(t => t.State, TaskState.Deleted)));

        var gone = await SendAsync(visitor, form, ("In.Name", "Dozen <b>vouwen</b>"), ("In.DoneBy", "inpakker"));

        Assert.Equal(HttpStatusCode.NotFound, visitor.Status);
        Assert.Equal(["Dozen <b>vouwen</b>", "inpakker"], gone.QuerySelectorAll(".pw-typed").Select(e => e.TextContent));
        Assert.DoesNotContain(form.Elements.OfType<IHtmlInputElement>().Single(i => i.Name == "__RequestVerificationToken").Value, visitor.Html, StringComparison.Ordinal);

        // What another site sends is not repeated.
        var forged = await SendAsync(visitor, form, ("In.Name", "Dozen vouwen"), ("__RequestVerificationToken", "x"));
        Assert.Equal(HttpStatusCode.NotFound, visitor.Status);
        Assert.Empty(forged.QuerySelectorAll(".pw-typed"));
    }

    /// <summary>Opens a form, saves other answers of the same account elsewhere, and then sends the form that was opened.</summary>
    private async Task<IHtmlDocument> ConflictAsync(WebVisitor second, string account, string address, (string, string?)[] saved, (string, string?)[] typed)
    {
        var opened = await second.OpenAsync(address);
        using var first = await _site.SignedInAsync(account);
        await first.PostAsync(address, "Bewaar", saved);
        Assert.Equal(HttpStatusCode.Redirect, first.Status);
        return await SendAsync(second, FormsOf(opened)[0], typed);
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
