using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using Marketplace.Domain.Work;
using Marketplace.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Marketplace.Tests.Web.Work;

/// <summary>One site for a class of tests about work; every test makes tasks and jobs of its own.</summary>
public sealed partial class WorkSite : IAsyncLifetime
{
    public TestSite Site { get; } = new();

    public WebVisitor Employer { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Employer = await Site.SignedInAsync("werkgever");

    /// <summary>Fills in the six questions about a task; the redirect is in <see cref="WebVisitor.Location"/>.</summary>
    public Task<IHtmlDocument> PostTaskAsync(string button = "Verder", string address = "/werk/nieuw", params (string Name, string? Value)[] changes) =>
        Employer.PostAsync(address, button, [.. Answers.Where(a => changes.All(c => c.Name != a.Name)), .. changes]);

    /// <summary>Makes a concept of one new task and returns its id.</summary>
    public async Task<Guid> ConceptAsync(params (string Name, string? Value)[] changes)
    {
        await PostTaskAsync(changes: changes);
        return IdIn(Employer.Location!);
    }

    /// <summary>Makes a concept with hours and parts of day.</summary>
    public async Task<Guid> ReadyAsync(params (string Name, string? Value)[] terms)
    {
        var id = await ConceptAsync();
        await Employer.PostAsync($"/functies/{id}/maken", "Verder", [.. Terms.Where(a => terms.All(c => c.Name != a.Name)), .. terms]);
        return id;
    }

    public async Task<Guid> OpenAsync()
    {
        var id = await ReadyAsync();
        await Employer.PostAsync($"/functies/{id}/controle", "Zet de functie online");
        return id;
    }

    public Task<Job> JobAsync(Guid id) => Site.WithAsync(db => db.Jobs.AsNoTracking().Include(j => j.Tasks).SingleAsync(j => j.Id == id));

    public Task<WorkTask> TaskAsync(string name) => Site.WithAsync(db => db.WorkTasks.AsNoTracking().SingleAsync(t => t.Name == name));

    public static Guid IdIn(string address) => Guid.Parse(AnyId().Match(address).Value);

    /// <summary>The texts of the error summary.</summary>
    public static IReadOnlyList<string> Errors(IHtmlDocument page) => [.. page.QuerySelectorAll("#fouten ul:first-of-type li").Select(li => li.TextContent.Trim())];

    /// <summary>What the check page says to mend or to look at.</summary>
    public static IReadOnlyList<string> Checks(IHtmlDocument page) => [.. page.QuerySelectorAll(".pw-checklist__text").Select(e => e.TextContent.Trim())];

    /// <summary>Value of a field, or of the chosen answer; null when nothing is chosen.</summary>
    public static string? Value(IHtmlDocument page, string name) => page.QuerySelectorAll($"[name='{name}']").Select(e => e switch
    {
        IHtmlInputElement { Type: "radio" or "checkbox" } box => box.IsChecked ? box.Value : null,
        IHtmlInputElement input => input.Value,
        IHtmlSelectElement select => select.Value,
        _ => null,
    }).FirstOrDefault(v => v is not null);

    public ValueTask DisposeAsync()
    {
        Site.Dispose();
        return ValueTask.CompletedTask;
    }

    internal static readonly (string Name, string? Value)[] Answers =
    [
        ("In.Example", "dozen-vouwen"), ("In.Name", "Dozen vouwen"), ("In.Times", "5"), ("In.Per", "Week"), ("In.Minutes", "60"),
        ("In.DoneBy", "inpakker"), ("In.MayMove", "true"),
    ];

    private static readonly (string Name, string? Value)[] Terms =
        [("In.HoursMin", "4"), ("In.HoursMax", "12,5"), ("In.Fixed", "mon-1"), ("In.Flexible", "tue-1"), ("In.Flexible", "wed-1")];

    [GeneratedRegex("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")]
    private static partial Regex AnyId();
}
