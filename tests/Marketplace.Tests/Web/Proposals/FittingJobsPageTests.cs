using System.Net;
using AngleSharp.Html.Dom;
using Marketplace.Domain.People;
using Marketplace.Domain.Regulations;
using Marketplace.Domain.Vocabulary;
using Marketplace.Domain.Work;
using Marketplace.Matching;
using Marketplace.Testing;
using Marketplace.Web.Pages.Proposals;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Marketplace.Tests.Web.Proposals;

/// <summary>The workbench from the person, over HTTP.</summary>
public sealed class FittingJobsPageTests : IDisposable
{
    private readonly ProposalSite _site = new();

    public void Dispose() => _site.Dispose();

    [Theory]
    [InlineData("jobcoach")]
    [InlineData("consulent")]
    public async Task The_jobs_and_their_bands_are_those_of_the_engine_in_its_order(string account)
    {
        var person = await PersonAsync();
        var expected = (await _site.Site.WithAsync(db => db.Jobs.AsNoTracking().Include(j => j.Tasks).ToListAsync()))
            .Where(j => j.IsComparable())
            .Select(j => (Job: j, Pair: Compared.Of(j, person)))
            .Where(p => p.Pair.Fits)
            .OrderByDescending(p => MatchEngine.Standard.Match(person.ToCandidate(), p.Job.ToMatchJob()).Score).ThenBy(p => FromDomain.CodeOf(p.Job.Id), StringComparer.Ordinal)
            .Select(p => (p.Job.Title, WorkbenchFacet.BandOf(p.Pair.Result.Verdict)))
            .ToList();

        var page = await (await _site.AsAsync(account)).OpenAsync($"/kandidaten/{person.Id}/functies");

        Assert.True(expected.Count > 1);
        Assert.Equal(expected.Take(10).Select(e => e.Title), page.QuerySelectorAll(".pw-cards article h3").Select(h => h.TextContent.Trim()));
        Assert.StartsWith($"{expected.Count} functies", page.QuerySelector(".pw-results-count strong")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(
            $"{Count("good")} passen goed, {Count("adapted")} met aanpassing, {Count("find-out")} nog uitzoeken",
            page.QuerySelector(".pw-results-count__by")!.TextContent.Trim());

        int Count(string band) => expected.Count(e => e.Item2 == band);
    }

    [Fact]
    public async Task Nothing_is_a_score_a_percentage_or_a_name()
    {
        var person = await PersonAsync();
        var facts = await _site.IdentityAsync(person.Id);

        var text = ProposalSite.TextOf(await (await _site.AsAsync("consulent")).OpenAsync($"/kandidaten/{person.Id}/functies"));

        foreach (var word in new[] { "%", "score", "punten", "€", facts.LastName })
            Assert.DoesNotContain(word, text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_coach_proposes_from_here_and_a_consultant_reads()
    {
        var (job, person) = (await _site.JobAsync(), await _site.FreeAsync());
        var (coach, consultant) = (await _site.AsAsync("jobcoach"), await _site.AsAsync("consulent"));

        var links = Links(await coach.OpenAsync($"/kandidaten/{person.Id}/functies"));
        Assert.Contains($"/functies/{job.Id}/kandidaten/{person.Id}", links);
        await coach.OpenAsync($"/functies/{job.Id}/kandidaten/{person.Id}");
        Assert.Equal(HttpStatusCode.OK, coach.Status);

        Assert.DoesNotContain(Links(await consultant.OpenAsync($"/kandidaten/{(await PersonAsync()).Id}/functies")), l => l.Contains("/kandidaten/", StringComparison.Ordinal) && l.StartsWith("/functies", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_said_stop_has_no_page_for_a_coach_of_another_organisation_and_nobody_else_opens_it()
    {
        var person = await PersonAsync();
        var coach = await _site.AsAsync("jobcoach");
        await coach.OpenAsync($"/kandidaten/{person.Id}/functies");
        Assert.Equal(HttpStatusCode.OK, coach.Status);

        await _site.Site.WithAsync(async db =>
        {
            StopConsent.Everything(await db.People.Include(p => p.Consents).SingleAsync(p => p.Id == person.Id), [], [], _site.Site.Now);
            await db.SaveChangesAsync();
        });

        await coach.OpenAsync($"/kandidaten/{person.Id}/functies");
        Assert.Equal(HttpStatusCode.NotFound, coach.Status);
        foreach (var account in new[] { "werkgever", "adviseur", "beheer" })
        {
            var visitor = await _site.AsAsync(account);
            await visitor.OpenAsync($"/kandidaten/{person.Id}/functies");
            Assert.Equal((account, HttpStatusCode.Forbidden), (account, visitor.Status));
        }
    }

    [Fact]
    public async Task A_job_is_there_as_soon_as_it_opens_and_gone_as_soon_as_it_is_filled()
    {
        var (job, person) = (await _site.JobAsync(), await _site.FreeAsync());
        var coach = await _site.AsAsync("jobcoach");
        Assert.Contains(job.Title, ProposalSite.TextOf(await coach.OpenAsync($"/kandidaten/{person.Id}/functies")), StringComparison.Ordinal);

        await ChangeAsync(j => j.Fill(_site.Site.Now));
        Assert.DoesNotContain(job.Title, ProposalSite.TextOf(await coach.OpenAsync($"/kandidaten/{person.Id}/functies")), StringComparison.Ordinal);
        await ChangeAsync(j => j.Reopen(RegulationBook.Current, _site.Site.Now));
        Assert.Contains(job.Title, ProposalSite.TextOf(await coach.OpenAsync($"/kandidaten/{person.Id}/functies")), StringComparison.Ordinal);

        Task ChangeAsync(Action<Job> change) => _site.Site.WithAsync(async db =>
        {
            change(await db.Jobs.Include(j => j.Tasks).SingleAsync(j => j.Id == job.Id));
            await db.SaveChangesAsync();
        });
    }

    [Fact]
    public async Task Without_a_job_or_without_a_profile_the_page_says_what_to_do()
    {
        var person = await PersonAsync();
        var consultant = await _site.AsAsync("consulent");
        await ChangeAsync(p => p.SetTravel(["walk"], 1));
        Assert.Contains("Er past nu geen functie", ProposalSite.TextOf(await consultant.OpenAsync($"/kandidaten/{person.Id}/functies")), StringComparison.Ordinal);

        await ChangeAsync(p => p.SetWishes([], [], [], [], Levels.None));
        var page = await consultant.OpenAsync($"/kandidaten/{person.Id}/functies");
        Assert.Contains("Nog niet te vergelijken", ProposalSite.TextOf(page), StringComparison.Ordinal);
        Assert.Contains($"/kandidaten/{person.Id}", Links(page));

        Task ChangeAsync(Action<Person> change) => _site.Site.WithAsync(async db =>
        {
            change(await db.People.SingleAsync(p => p.Id == person.Id));
            await db.SaveChangesAsync();
        });
    }

    /// <summary>A person of the consultant who is found and fits more than one job.</summary>
    private async Task<Person> PersonAsync()
    {
        var consultant = await _site.ActAsAsync("consulent");
        var jobs = await _site.Site.WithAsync(db => db.Jobs.AsNoTracking().Include(j => j.Tasks).ToListAsync());
        return (await _site.PeopleAsync()).OrderBy(p => p.Code).First(p =>
            p.OrganisationId == consultant.By.OrganisationId && p.IsComparable() && p.ConsentOn(ConsentPurpose.Found, TestSite.SeedDay) is not null
            && jobs.Count(j => j.IsComparable() && Compared.Of(j, p).Fits) > 1);
    }

    private static List<string> Links(IHtmlDocument page) => [.. page.QuerySelectorAll("main a").Select(a => a.GetAttribute("href")!)];
}
