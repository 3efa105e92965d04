using System.Text.RegularExpressions;
using Marketplace.Domain.People;
using Marketplace.Domain.Placements;
using Marketplace.Domain.Vocabulary;
using Marketplace.Domain.Work;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Marketplace.Tests.Web.Proposals;

/// <summary>Every page of an employer about people, with a marker in every field that is for staff only.</summary>
public sealed partial class EmployerReadsTests : IDisposable
{
    private readonly ProposalSite _site = new();

    public void Dispose() => _site.Dispose();

    [Fact]
    public async Task Nothing_that_is_for_staff_only_stands_in_a_page_of_an_employer()
    {
        var ids = await EveryStageAsync();
        await _site.Site.WithAsync(async db =>
        {
            foreach (var person in await db.People.Include(p => p.Capacities).Where(p => db.Proposals.Any(x => x.PersonId == p.Id)).ToListAsync())
            {
                person.StaffNote = "merkteken-notitie";
                person.NotNames.Add("merkteken-woord");
                person.SetSupport(["quiet-place"], ["jobcoach", "language-buddy"], ["haccp"], ["heights"]);
                foreach (var capacity in person.Capacities)
                    capacity.RecordedBy = "merkteken-wie";
            }

            foreach (var standing in await db.Standings.ToListAsync())
                standing.Record(new StandingFacts(["WAJONG_ARB"], 37.25m, new DateOnly(1999, 2, 3), true, true, null, new DateOnly(1999, 4, 5)), _site.Site.Now);
            foreach (var consent in await db.Set<Consent>().ToListAsync())
                db.Entry(consent).Property(c => c.Snapshot).CurrentValue = "merkteken-toestemming";
            foreach (var step in await db.OpenSteps.ToListAsync())
                db.Entry(step).Property("About").CurrentValue = "merkteken-stap";
            await db.SaveChangesAsync();
        });
        var codes = (await _site.PeopleAsync()).Select(p => p.Code).ToList();
        var places = (await _site.PeopleAsync()).Select(p => p.Pc4).Distinct().ToList();

        foreach (var (address, html) in await PagesAsync(ids))
        {
            Assert.DoesNotContain("merkteken", html, StringComparison.Ordinal);
            Assert.DoesNotContain("37,25", html, StringComparison.Ordinal);
            Assert.DoesNotContain("1999", html, StringComparison.Ordinal);
            Assert.DoesNotContain("taalmaatje", html, StringComparison.Ordinal);
            Assert.DoesNotContain("Ruimte voor een jobcoach", html, StringComparison.Ordinal);
            Assert.DoesNotContain("helpt met Nederlands", html, StringComparison.Ordinal);
            Assert.DoesNotContain("€", html, StringComparison.Ordinal);
            Assert.DoesNotContain("%", TextOnly(html), StringComparison.Ordinal);
            Assert.All(codes, code => Assert.DoesNotContain(code, html, StringComparison.Ordinal));
            Assert.All(places, pc4 => Assert.DoesNotMatch($@"\b{pc4}\b", TextOnly(html)));
            Assert.True(html.Length > 100, address);
        }
    }

    [Fact]
    public async Task Pages_are_the_same_to_the_byte_when_wage_value_status_birth_date_or_support_change()
    {
        var ids = await EveryStageAsync();
        var work = await WorkPagesAsync();
        var before = await PagesAsync(ids, work);
        await _site.Site.WithAsync(async db =>
        {
            foreach (var person in await db.People.Include(p => p.Capacities).ToListAsync())
            {
                person.StaffNote = "Iets anders.";
                person.SetSupport([.. Measures.All.Select(m => m.Code).Where(_ => true)], [.. Measures.BroughtAlong], [], []);
                foreach (var capacity in person.Capacities)
                    capacity.Level = (capacity.Level + 1) % 4;
                person.Pc4 = "3361";
            }

            foreach (var person in await db.People.Select(p => p.Id).ToListAsync())
                db.IncomeTalks.Add(new IncomeTalk(person, new DateOnly(2099, 8, 7), _site.Site.Now));
            foreach (var standing in await db.Standings.ToListAsync())
            {
                var loonwaarde = standing.Loonwaarde is null ? 30 : (decimal?)null;
                standing.Record(new StandingFacts(standing.Statuses.Count > 0 ? [] : ["WAJONG_ARB"], loonwaarde, loonwaarde is null ? null : new DateOnly(2026, 1, 2), true, false, null, null), _site.Site.Now);
            }

            await db.SaveChangesAsync();
        });
        await _site.ChangeBirthDatesAsync();

        var after = await PagesAsync(ids, work);

        Assert.Equal(before.Count, after.Count);
        foreach (var (address, html) in before)
            Assert.Equal(html, after[address]);
    }

    /// <summary>Proposals of Retourhuis De Kil: those of the demo region, and one in each stage of an introduction.</summary>
    private async Task<List<Guid>> EveryStageAsync()
    {
        var (planned, _) = await _site.ToPlanAsync();
        var coach = await _site.AsAsync("jobcoach");
        await coach.PostAsync(
            $"/voorstellen/{planned}/kennismaking", "Plan de kennismaking",
            ("In.Day.Dag", "30"), ("In.Day.Maand", "11"), ("In.Day.Jaar", "2026"), ("In.Time", "10.30"), ("In.Place", "Ingang B"), ("In.AskFor", "A. Stolk"));
        return await _site.Site.WithAsync(async db =>
        {
            var employer = await db.Organisations.Where(o => o.Name == "Retourhuis De Kil").Select(o => o.Id).SingleAsync();
            var ids = await db.Proposals.Where(p => p.OrganisationId == employer).Select(p => p.Id).ToListAsync();
            Assert.Contains(planned, ids);
            return ids;
        });
    }

    /// <summary>The pages of the employer about work, with amounts of a job, and a placement whose person did not agree to share.</summary>
    private Task<List<string>> WorkPagesAsync() => _site.Site.WithAsync(async db =>
    {
        var employer = await db.Organisations.Where(o => o.Name == "Retourhuis De Kil").Select(o => o.Id).SingleAsync();
        var placement = await db.Placements.Where(p => (p.State == PlacementState.Running || p.State == PlacementState.Agreed) && p.Terms.Form == Forms.Regular
            && !db.Set<Consent>().Any(c => c.PersonId == p.PersonId && c.Purpose == ConsentPurpose.Share)).OrderBy(p => p.Terms.Start).FirstAsync();
        db.Entry(placement).Property(p => p.EmployerId).CurrentValue = employer;
        await db.SaveChangesAsync();
        List<string> pages = ["/werk", "/werk/taken", "/werk/vrije-uren", "/scan", "/verhalen/garage-vindt-18-uur", $"/plaatsingen/{placement.Id}", $"/plaatsingen/{placement.Id}/geregeld"];
        foreach (var job in await db.Jobs.Where(j => j.OrganisationId == employer && j.State != JobState.Stopped).Select(j => j.Id).ToListAsync())
            pages.AddRange($"/functies/{job}", $"/functies/{job}/kosten", $"/functies/{job}/controle", $"/functies/{job}/maken");
        return pages;
    });

    /// <summary>Every page and file of the employer that is about people, without what is new in every answer.</summary>
    private async Task<Dictionary<string, string>> PagesAsync(List<Guid> ids, params IEnumerable<string> more)
    {
        var employer = await _site.AsAsync("werkgever");
        var pages = new Dictionary<string, string>();
        foreach (var address in ids.SelectMany(id => new[] { $"/voorstellen/{id}", $"/voorstellen/{id}/kennismaking.ics" }).Prepend("/voorstellen").Prepend("/te-doen").Prepend("/plaatsingen").Concat(more))
        {
            await employer.OpenAsync(address);
            pages[address] = Masked(employer.Html);
        }

        return pages;
    }

    private static string Masked(string html) => TokenPattern().Replace(html, "token");

    private static string TextOnly(string html) => TagPattern().Replace(html, " ");

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*>")]
    private static partial Regex TokenPattern();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex TagPattern();
}
