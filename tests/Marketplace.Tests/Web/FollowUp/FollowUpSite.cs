using System.Globalization;
using AngleSharp.Html.Dom;
using Marketplace.Data.FollowUp;
using Marketplace.Domain.FollowUp;
using Marketplace.Domain.Placements;
using Marketplace.Domain.Regulations;
using Marketplace.Testing;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Tests.Web.FollowUp;

/// <summary>A placement at the demo employer that started on a day, made by the verbs, so that all demo accounts have a part in it.</summary>
internal static class FollowUpSite
{
    /// <summary>Gives the demo consultant's person, the demo coach and the demo employer a running placement without a job behind it.</summary>
    public static Task<Guid> AddPlacementAsync(this TestSite site, PlacementTerms terms) => site.WithAsync(async db =>
    {
        var employer = await db.Organisations.Include(o => o.Sites).SingleAsync(o => o.Name == "Retourhuis De Kil");
        var consultant = await db.Users.SingleAsync(u => u.NormalizedEmail == "CONSULENT@DEMO.EXAMPLE");
        var coach = await db.Users.SingleAsync(u => u.NormalizedEmail == "JOBCOACH@DEMO.EXAMPLE");
        var person = await db.People.Where(p => p.ConsultantId == consultant.Id && !db.Placements.Any(x => x.PersonId == p.Id)
            && !db.Proposals.Any(x => x.PersonId == p.Id)).OrderBy(p => p.Code).FirstAsync();
        var placement = new Placement(employer, employer.Sites[0], null, person, coach.Id, terms, "mevrouw Smit", site.Now);
        var followUp = new PlacementFollowUp(placement);
        StartPlacement.Start(followUp, null, RegulationBook.Current, site.Now);
        db.Placements.Add(placement);
        db.Keep(followUp);
        await db.SaveChangesAsync();
        return placement.Id;
    });

    public static PlacementTerms Terms(DateOnly start, string form = "regular", SubsidyKind subsidy = SubsidyKind.None, CoachIssuer issuer = CoachIssuer.Municipality) =>
        new(form, start, null, 24, subsidy, null, LkvKind.None, issuer, null, null);

    /// <summary>The titles of a group of Te doen with who they are about.</summary>
    public static IReadOnlyList<string> Items(this IHtmlDocument page, string group) =>
        [.. page.QuerySelectorAll($"section[aria-labelledby={group}] .pw-todo h3").Select(h => h.TextContent.Trim())];

    public static (string Name, string? Value)[] Date(string field, DateOnly day) =>
    [
        ($"{field}.Dag", day.Day.ToString(CultureInfo.InvariantCulture)),
        ($"{field}.Maand", day.Month.ToString(CultureInfo.InvariantCulture)),
        ($"{field}.Jaar", day.Year.ToString(CultureInfo.InvariantCulture)),
    ];
}
