using AngleSharp.Html.Dom;
using Marketplace.Domain.Organisations;
using Marketplace.Domain.People;
using Marketplace.Domain.Proposals;
using Marketplace.Testing;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Tests.Web.People;

/// <summary>Rows of the demo region that the tests of the people pages need, found by what they are.</summary>
internal static class PeopleSite
{
    /// <summary>A person of the consultant with both consents and nothing else.</summary>
    public static Task<Guid> PersonAsync(this TestSite site) => site.WithAsync(db => db.People
        .Where(p => p.Consents.Any(c => c.Purpose == ConsentPurpose.Proposed && c.State == ConsentState.Given)
            && !db.Proposals.Any(x => x.PersonId == p.Id)
            && db.Users.Any(u => u.Id == p.ConsultantId && u.Email == "consulent@demo.example"))
        .OrderBy(p => p.Code).Select(p => p.Id).FirstAsync());

    /// <summary>A person without any consent.</summary>
    public static Task<Guid> UnaskedAsync(this TestSite site) => site.WithAsync(db => db.People
        .Where(p => p.Consents.Count == 0).OrderBy(p => p.Code).Select(p => p.Id).FirstAsync());

    /// <summary>The person of an introduction in this state.</summary>
    public static Task<Guid> PersonInAsync(this TestSite site, IntroductionState state) => site.WithAsync(db => db.Introductions
        .Where(i => i.State == state && db.People.Any(p => p.Id == i.PersonId && p.Consents.Any(c => c.Purpose == ConsentPurpose.Proposed && c.State == ConsentState.Given)))
        .OrderBy(i => i.Id).Select(i => i.PersonId).FirstAsync());

    public static Task<Person> ReadAsync(this TestSite site, Guid id) => site.WithAsync(db =>
        db.People.Include(p => p.Capacities).Include(p => p.Consents).AsSplitQuery().AsNoTracking().SingleAsync(p => p.Id == id));

    /// <summary>Registers somebody through the page: no profile and no consent yet.</summary>
    public static async Task<Guid> RegisterAsync(this WebVisitor consultant, string firstName = "Zilpha", string lastName = "van Quintum")
    {
        await consultant.PostAsync(
            "/kandidaten/nieuw", "Bewaar en verder",
            ("In.FirstName", firstName), ("In.LastName", lastName), ("In.Postcode", "3311 ab"),
            ("In.BirthDate.Dag", "5"), ("In.BirthDate.Maand", "12"), ("In.BirthDate.Jaar", "1990"));
        return Guid.Parse(consultant.Location!.Split('/')[^1]);
    }

    /// <summary>The consultant of the demo works for another municipality of the same region from now on.</summary>
    public static Task MoveConsultantAsync(this TestSite site) => site.WithAsync(async db =>
    {
        var other = new Organisation("Gemeente Anders", OrganisationKind.Municipality, saysNonProfit: true);
        foreach (var region in await db.Regions.Select(r => r.Code).ToListAsync())
            other.WorksIn(region);
        db.Organisations.Add(other);
        await db.SaveChangesAsync();
        await db.Memberships.Where(m => db.Users.Any(u => u.Id == m.UserId && u.Email == "consulent@demo.example"))
            .ExecuteUpdateAsync(s => s.SetProperty(m => m.OrganisationId, other.Id));
    });

    public static string? Value(this IHtmlDocument page, string name) => page.QuerySelector($"[name='{name}']") switch
    {
        IHtmlTextAreaElement area => area.Value,
        IHtmlInputElement { Type: "radio" or "checkbox" } => page.QuerySelectorAll($"[name='{name}']").OfType<IHtmlInputElement>().FirstOrDefault(i => i.IsChecked)?.Value,
        IHtmlInputElement input => input.Value,
        _ => null,
    };

    /// <summary>What the summary of errors says.</summary>
    public static string Errors(this IHtmlDocument page) => page.QuerySelector("#fouten")?.TextContent ?? "";
}
